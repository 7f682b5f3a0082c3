using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// A tenant of several companies, where neither a list nor the e-mail domain tells: asks once which one the person belongs to. Pressed, picked
/// or written, the answer decides, grants no contact's rights, and is followed by the answer to what they had asked.
/// </summary>
public sealed class ChooseCompany(CustomerStore customers, AddressBook people, ICallers callers, IServiceProvider services) : ICardAction<ChooseCompany.Data>, IFreeText
{
    private const string Picked = "company";
    private const int MostButtons = 6;
    private const int MostListed = 100;
    private const int MostWords = 4000;

    /// <param name="Customer">Empty where it is picked from a list.</param>
    public sealed record Data(string Customer);

    public static string Verb => "agreements.choose-company";

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { IsPersonal: true, Caller: Stranger { Kind: StrangerKind.SeveralCustomers } }) return null;
        var all = await OfAsync(turn.Person, cancellation);
        var written = CommandList.Normal(turn.Text);
        if (all.FirstOrDefault(customer => CommandList.Normal(customer.Name) == written || CommandList.Normal(customer.Key.Value) == written) is { } named)
        {
            return await ChooseAsync(turn, named, cancellation);
        }

        // Noted with the person, like everything that is known of them: it goes when they do.
        await people.ChangeAsync(turn.Person.Ref, person => person with { Asked = Shorten.Cut(MostWords, person.Asked is { } before ? $"{before}\n{turn.Text}" : turn.Text) }, cancellation);
        return new Reply { Card = For(all, turn.Reader) };
    }

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        var wanted = data.Customer.Length > 0 ? data.Customer : inputs[Picked];
        return (await OfAsync(turn.Person, cancellation)).FirstOrDefault(customer => customer.Key.Value == wanted) is { } chosen
            ? await ChooseAsync(turn, chosen, cancellation)
            : Reply.Refuse(AgreementTexts.NotYours);
    }

    internal static AdaptiveCard For(IReadOnlyList<Customer> all, Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element> { new TextBlock(AgreementTexts.WhichCompany.In(tongue)) };
        if (all.Count <= MostButtons)
        {
            return new AdaptiveCard(body, [.. all.Select(customer => Button.For<ChooseCompany, Data>(Text.Same(customer.Name), new(customer.Key.Value), tongue))], reader.Lang());
        }

        body.Add(new TextBlock(ContactTexts.PickOrWrite.In(tongue)) { IsSubtle = true, Size = TextSize.Small });
        body.Add(new InputChoiceSet(ContactTexts.Company.In(tongue), [.. all.Take(MostListed).Select(customer => new Choice(Shorten.To(40, customer.Name), customer.Key.Value))])
        {
            Id = Picked, Style = ChoiceStyle.Filtered, IsRequired = true, ErrorMessage = ContactTexts.PickOrWrite.In(tongue),
        });
        return new AdaptiveCard(body, [Button.For<ChooseCompany, Data>(ContactTexts.Choose, new(""), tongue) with { AssociatedInputs = "auto" }], reader.Lang());
    }

    private async Task<IReadOnlyList<Customer>> OfAsync(Person person, CancellationToken cancellation) =>
        Guid.TryParse(person.Ref.TenantId, out var tenant) ? [.. (await customers.OfTenantAsync(tenant, cancellation)).OrderBy(customer => customer.Name, StringComparer.CurrentCulture)] : [];

    /// <summary>Who somebody is, is noted at once, as when they were first seen; what they asked is then answered as if they asked it now.</summary>
    private async Task<Outcome> ChooseAsync(Turn turn, Customer chosen, CancellationToken cancellation)
    {
        string? asked = null;
        var person = await people.ChangeAsync(
            turn.Person.Ref,
            before =>
            {
                asked = before.Asked;
                return before with { Customer = chosen.Key.Value, Asked = null };
            },
            cancellation);
        if (person is null || asked is null) return Reply.Say(AgreementTexts.CompanyChosen(chosen.Name));
        var then = turn with { Caller = await callers.WhoAsync(person, cancellation), Text = asked };

        // The router lists every way to understand text, this one among them: it is asked for when it is needed, not when this is made.
        var outcome = await services.GetRequiredService<TextRouter>().RouteAsync(then, cancellation);
        var first = ContactTexts.CompanyIs(chosen.Name);
        Decision Prefixed(Decision decided) => decided with { Reply = With(first, decided.Reply) };
        return outcome switch
        {
            Reply reply => With(first, reply),
            Change change => change with { Decide = number => Prefixed(change.Decide(number)) },
            _ => outcome,
        };
    }

    private static Reply With(Text first, Reply reply) => reply with { Words = reply.Words is { } words ? first + Text.Same(" ") + words : first };
}
