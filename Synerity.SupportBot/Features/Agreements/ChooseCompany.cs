using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>A tenant of several companies: asks once which one the person belongs to. The answer decides, and grants no contact's rights.</summary>
public sealed class ChooseCompany(CustomerStore customers, AddressBook people) : ICardAction<ChooseCompany.Data>, IFreeText
{
    public sealed record Data(string Customer);

    public static string Verb => "agreements.choose-company";

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { IsPersonal: true, Caller: Stranger { Kind: StrangerKind.SeveralCustomers } stranger }) return null;
        var buttons = new List<CardAction>();
        foreach (var key in stranger.Customers.Take(6))
        {
            if (await customers.ReadAsync(CustomerKey.Parse(key), cancellation) is { } customer)
            {
                buttons.Add(Button.For<ChooseCompany, Data>(Text.Same(customer.Name), new(key), turn.Reader.Tongue));
            }
        }

        return new Reply
        {
            Card = new AdaptiveCard([new TextBlock(AgreementTexts.WhichCompany.In(turn.Reader.Tongue))], buttons, turn.Reader.Lang()),
        };
    }

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (!Guid.TryParse(turn.Person.Ref.TenantId, out var tenant)) return Reply.Refuse(AgreementTexts.NotYours);
        var chosen = (await customers.OfTenantAsync(tenant, cancellation)).FirstOrDefault(customer => customer.Key.Value == data.Customer);
        if (chosen is null || await people.FindAsync(turn.Person.Ref.TenantId, turn.Person.ObjectId, cancellation) is not { } stored)
        {
            return Reply.Refuse(AgreementTexts.NotYours);
        }

        return Change.To(
            AddressBook.PartitionOf(turn.Person.Ref),
            new Decision([AddressBook.Write(stored, stored.Value with { Customer = data.Customer })], [], Reply.Say(AgreementTexts.CompanyChosen(chosen.Name))));
    }
}
