using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The technicians that a ticket can be given to: listed as such, and seen by the bot, which could not tell them otherwise.</summary>
public sealed class Technicians(StaffStore staff, AddressBook people)
{
    /// <param name="tenant">The provider's.</param>
    public async Task<IReadOnlyList<Person>> AllAsync(string tenant, CancellationToken cancellation)
    {
        var known = new List<Person>();
        foreach (var member in (await staff.AllAsync(cancellation)).Where(member => member.May(StaffRoles.Technician)))
        {
            if (await people.FindAsync(tenant, member.ObjectId.ToString("D"), cancellation) is { Value: { Name.Length: > 0 } person }) known.Add(person);
        }

        return [.. known.OrderBy(person => person.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true))];
    }
}

/// <summary>The dialog in which a technician says who has a ticket from now on.</summary>
public sealed class HandOverForm(TicketAccess access, TicketViews views, Technicians technicians) : ICardAction<HandOverForm.Data>
{
    internal const string To = "to";

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.hand-over-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        if (!stored.Value.IsOpen) return Reply.Refuse(WhyNotTexts.Of(stored.Value.NotOpen, stored.Value.Key, view.AssigneeName));
        var choice = Others(await technicians.AllAsync(staff.Person.Ref.TenantId, cancellation), stored.Value);
        return choice.Count == 0 ? Reply.Refuse(HandlingTexts.NobodyElse) : Reply.Ask(For(view, choice, FormStamp.Issue(turn.Now), turn.Reader, "", "", error: null));
    }

    internal static IReadOnlyList<Person> Others(IReadOnlyList<Person> all, Ticket ticket) => [.. all.Where(person => person.Ref != ticket.Assignee)];

    /// <param name="error">What is wrong with the choice, or with the form; stands below the choice.</param>
    internal static Dialog For(TicketView view, IReadOnlyList<Person> choice, FormStamp stamp, Reader reader, string to, string words, Text? error)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            Literal.Block($"{view.Ticket.Key} · {view.Ticket.Title}", weight: TextWeight.Bolder),
            new InputChoiceSet(HandlingTexts.ToWhom.In(tongue), [.. choice.Select(person => new Choice(person.Name, person.Ref.Id))])
            {
                Id = To, Style = ChoiceStyle.Compact, IsRequired = true, Value = to.Length > 0 ? to : null, ErrorMessage = HandlingTexts.ChooseSomebody.In(tongue),
            },
        };
        if (error is { } wrong) body.Add(new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        body.Add(new InputText(HandlingTexts.AnythingToKnow.In(tongue))
        {
            Id = WordsForm.Words, IsMultiline = true, MaxLength = WordsForm.MaxWords, Value = words.Length > 0 ? words : null,
        });
        var send = Button.InDialog<HandOverTicket, HandOverTicket.Data>(
            HandlingTexts.HandOver, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(HandlingTexts.HandOver, new AdaptiveCard(body, [send], reader.Lang()));
    }
}

/// <summary>A ticket gets another technician, who hears it; so does whoever had it, unless that is who gave it away.</summary>
public sealed class HandOverTicket(TicketAccess access, TicketViews views, Technicians technicians, Forms forms) : ICardAction<HandOverTicket.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.hand-over";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (ticket, key, stamp, me) = (stored.Value, stored.Value.Key, new FormStamp(data.Nonce, data.Day), staff.Person.Ref);
        var view = await views.OfAsync(ticket, turn.Now, cancellation);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, me, cancellation) is not null) return Reply.Say(HandlingTexts.HandedOver(view.AssigneeName, key));
        if (!ticket.IsOpen) return Reply.Refuse(WhyNotTexts.Of(ticket.NotOpen, key, view.AssigneeName));

        var (chosen, words) = (inputs[HandOverForm.To], inputs[WordsForm.Words]);
        var all = await technicians.AllAsync(me.TenantId, cancellation);
        var to = all.FirstOrDefault(person => person.Ref.Id == chosen);
        if (to is null || !stamp.IsValid(turn.Now) || words.Length > WordsForm.MaxWords)
        {
            var (fresh, wrong) = stamp.IsValid(turn.Now) ? (stamp, to is null ? HandlingTexts.ChooseSomebody : TicketTexts.TooLong) : (FormStamp.Issue(turn.Now), TicketTexts.FormTooOld);
            return Reply.Ask(HandOverForm.For(view, HandOverForm.Others(all, ticket), fresh, turn.Reader, to is null ? "" : chosen, words, wrong));
        }

        return Decide(stored, me, to, words, view, stamp.Use(me, key.ToString()), turn.Now);
    }

    private static Outcome Decide(Stored<Ticket> before, PersonRef me, Person to, string words, TicketView view, RowWrite used, DateTimeOffset now)
    {
        var key = before.Value.Key;
        var step = before.Value.HandOver(me, to.Ref, words.Length > 0 ? words : null, now);
        if (step is not Step.Done done) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, view.AssigneeName));
        var told = new[] { to.Ref, before.Value.Assignee }.OfType<PersonRef>().Where(person => person != me);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(before, done), used],
            [.. told.Select(person => new Send(new ToPerson(person), TicketNews.Of(key, done.Entry))), .. AcuteNews.AfterGiving(before.Value, done), .. LiveCards.Of(done.Ticket)],
            Reply.Say(HandlingTexts.HandedOver(Text.Same(to.Name), key))));
    }
}
