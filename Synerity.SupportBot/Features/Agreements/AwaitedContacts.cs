using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// Somebody whose address a customer has named as a contact was seen in one of its tenants. The address grants nothing: staff are asked
/// whether it is the right person, once.
/// </summary>
public sealed class AwaitedContacts(CustomerStore customers, Ledger ledger) : IMemberSeen
{
    public async Task SeenAsync(Person person, CancellationToken cancellation)
    {
        if (person is not { Email: { } email, IsGuest: false } || !Guid.TryParse(person.Ref.TenantId, out var tenant)) return;
        foreach (var customer in await customers.OfTenantAsync(tenant, cancellation))
        {
            if (!IsAwaited(customer, email)) continue;
            var told = new RowWrite.Insert($"contact|{person.Ref.Id}|{RowKey.Hash(email)}", "{}");
            try
            {
                await ledger.CommitAsync(CustomerStore.Partition(customer.Key), new Batch([told], [ContactCard.RefreshOf(customer.Key, person.Ref)]), cancellation);
            }
            catch (ConflictException)
            {
                // Staff have been asked before.
            }
        }
    }

    internal static bool IsAwaited(Customer customer, string? email) => customer.Contacts.Any(contact => contact is Contact.Awaited awaited && awaited.Address == email);
}

/// <summary>In the channel: may this person be a contact, or who they are a contact of by now. To the person: that they are one.</summary>
public sealed class ContactCard(CustomerStore customers, AddressBook people) : ICardSource
{
    private const string SourceKind = "contact";

    public string Kind => SourceKind;

    public static Content Of(CustomerKey key, PersonRef person) => new(SourceKind, $"{key}.{person.Id}", $"{key}|{person.TenantId}|{person.Id}");

    public static Effect RefreshOf(CustomerKey key, PersonRef person) => new Refresh(new ToChannel(ToChannel.Tickets), Of(key, person));

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var (detail, reader) = (content.Detail!.Split('|'), recipient.Reader);
        if (await customers.ReadAsync(CustomerKey.Parse(detail[0]), cancellation) is not { } customer) return null;
        if (await people.FindAsync(new PersonRef(detail[1], detail[2]), cancellation) is not { } person) return null;
        if (recipient.Person is not null) return new Rendered(ContactTexts.YouAreContact(customer.Name).In(reader.Tongue), Alert: true);
        var confirmed = ConfirmContact.IsContact(customer, person);
        return confirmed || AwaitedContacts.IsAwaited(customer, person.Email) ? For(customer, person, confirmed, reader) : null;
    }

    internal static Rendered For(Customer customer, Person person, bool confirmed, Reader reader)
    {
        var (tongue, name) = (reader.Tongue, person.Name.Length > 0 ? Text.Same(person.Name) : AgreementTexts.Somebody);
        var words = (confirmed ? ContactTexts.Confirmed(name, customer.Name) : ContactTexts.Seen(name, customer.Name)).In(tongue);
        var body = new List<Element> { Literal.Block(words, TextSize.Medium, TextWeight.Bolder), Literal.Pair(AgreementTexts.MailLabel.In(tongue), person.Email ?? "–") };
        if (!confirmed) body.Add(new TextBlock(ContactTexts.CheckFirst.In(tongue)));
        CardAction[] actions = confirmed
            ? []
            : [Button.For<ConfirmContact, ConfirmContact.Data>(ContactTexts.Confirm, new(customer.Key.Value, person.Ref.TenantId, person.Ref.Id), tongue)];
        return new Rendered(words, new AdaptiveCard(body, actions, reader.Lang()), Alert: !confirmed);
    }
}

/// <summary>Staff say that it is the right person: from now on the identity is the contact, not the address.</summary>
public sealed class ConfirmContact(CustomerStore customers, AddressBook people) : ICardAction<ConfirmContact.Data>
{
    public sealed record Data(string Customer, string Tenant, string Person);

    public static string Verb => "agreements.confirm-contact";

    public string? PartitionOf(Data data) => CustomerKey.TryParse(data.Customer, out var key) ? CustomerStore.Partition(key) : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || (staff.Roles & (StaffRoles.Technician | StaffRoles.Administrator)) == 0) return Reply.Refuse(ContactTexts.StaffOnly);
        if (!CustomerKey.TryParse(data.Customer, out var key) || !Guid.TryParse(data.Tenant, out var tenant) || !Guid.TryParseExact(data.Person, "N", out _)) return Reply.Refuse(ContactTexts.NoLonger);
        var customer = await customers.ReadAsync(key, cancellation);
        var person = await people.FindAsync(new PersonRef(data.Tenant, data.Person), cancellation);
        if (customer is null || person is null) return Reply.Refuse(ContactTexts.NoLonger);
        var card = ContactCard.Of(key, person.Ref);
        if (IsContact(customer, person)) return Reply.Refuse(ContactTexts.Confirmed(Text.Same(person.Name), customer.Name), card);
        if (person.IsGuest || !customer.Tenants.Contains(tenant) || !AwaitedContacts.IsAwaited(customer, person.Email)) return Reply.Refuse(ContactTexts.NoLonger);
        var bound = new Contact.Known(tenant, Guid.Parse(person.ObjectId), person.Email);
        var contacts = customer.Contacts.Select(contact => contact is Contact.Awaited awaited && awaited.Address == person.Email ? bound : contact);
        return Change.To(CustomerStore.Partition(key), new Decision(
            [CustomerStore.Write(customer with { Contacts = [.. contacts] })],
            [new Send(new ToPerson(person.Ref), card), ContactCard.RefreshOf(key, person.Ref)],
            new Reply { Living = card }));
    }

    internal static bool IsContact(Customer customer, Person person) =>
        Guid.TryParse(person.Ref.TenantId, out var tenant) && Guid.TryParse(person.ObjectId, out var objectId) && customer.IsContact(tenant, objectId);
}
