using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary><em>Vi är redan kund</em>: name and question reach staff.</summary>
public sealed class WeAreCustomers(LeadStore leads) : ICardAction<WeAreCustomers.Data>
{
    private const string Company = "company";
    private const string Question = "question";

    public sealed record Data;

    public static string Verb => "agreements.we-are-customers";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Stranger { Kind: StrangerKind.UnknownTenant }) return Reply.Say(AgreementTexts.KnownAlready);
        var said = await leads.LatestAsync(turn.Where.TenantId, turn.Person.Ref, turn.Now, cancellation);
        return Reply.Ask(For(FormStamp.Issue(turn.Now), turn.Reader, "", said?.Words ?? "", wrong: false));
    }

    internal static Dialog For(FormStamp stamp, Reader reader, string company, string question, bool wrong)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            new InputText(AgreementTexts.WhichCompanyAreYou.In(tongue))
            {
                Id = Company, IsRequired = true, MaxLength = TellWho.MostWords, Value = company, ErrorMessage = AgreementTexts.CompanyMissing.In(tongue),
            },
            new InputText(AgreementTexts.YourQuestion.In(tongue)) { Id = Question, IsMultiline = true, MaxLength = 2000, Value = question },
        };
        if (wrong) body.Insert(1, new TextBlock("⚠ " + AgreementTexts.CompanyMissing.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        var send = Button.InDialog<TellWho, TellWho.Data>(AgreementTexts.SendIt, new(stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(AgreementTexts.WeAreCustomers, new AdaptiveCard(body, [send], reader.Lang()));
    }

    internal static (string Company, string Question) Read(Inputs inputs) => (inputs[Company], inputs[Question]);
}

/// <summary>The form of <see cref="WeAreCustomers"/> was sent.</summary>
public sealed class TellWho(Forms forms, LeadStore leads) : ICardAction<TellWho.Data>
{
    internal const int MostWords = 200;

    public sealed record Data(string Nonce, string Day);

    public static string Verb => "agreements.tell-who";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Stranger { Kind: StrangerKind.UnknownTenant }) return Reply.Say(AgreementTexts.KnownAlready);
        var (company, question) = WeAreCustomers.Read(inputs);
        var (stamp, partition) = (new FormStamp(data.Nonce, data.Day), LeadStore.Partition(turn.Where.TenantId));
        if (await forms.OutcomeOfAsync(partition, stamp, turn.Person.Ref, cancellation) is not null) return Reply.Say(AgreementTexts.WeWillConnectYou);
        if (!stamp.IsValid(turn.Now) || company.Length is 0 or > MostWords || question.Length > 2000)
        {
            var fresh = stamp.IsValid(turn.Now) ? stamp : FormStamp.Issue(turn.Now);
            return Reply.Ask(WeAreCustomers.For(fresh, turn.Reader, company, question, wrong: company.Length is 0 or > MostWords));
        }

        if (!await leads.HasRoomAsync(turn.Where.TenantId, turn.Now, cancellation)) return Reply.Say(AgreementTexts.WeWillConnectYou);
        var words = question.Length > 0 ? question : AgreementTexts.NoQuestion.Swedish;
        var (key, write) = LeadStore.Write(new Lead(turn.Person.Ref, words, turn.Now, company));
        return Change.To(partition, new Decision(
            [stamp.Use(turn.Person.Ref, key), write],
            [LeadCard.Tell(turn.Where.TenantId, key)],
            Reply.Say(AgreementTexts.WeWillConnectYou)));
    }
}
