using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Who of the customer sees a ticket and hears what happens on it.</summary>
internal static class CustomerSide
{
    /// <summary>Those who have a card of it: the requester first, then the followers.</summary>
    public static IEnumerable<PersonRef> Of(Ticket ticket) => ticket.Followers.Prepend(ticket.Requester);

    /// <summary>News for all of them but the one whose doing it was.</summary>
    public static IEnumerable<Effect> Hears(Ticket ticket, Entry entry) =>
        Of(ticket).Where(person => person != entry.By).Select(person => new Send(new ToPerson(person), TicketNews.Of(ticket.Key, entry)));

    /// <summary>What colleagues write on a ticket is told to whoever asked, and not from follower to follower.</summary>
    public static IEnumerable<Effect> RequesterHears(Ticket ticket, Entry entry) =>
        entry.By == ticket.Requester ? [] : [new Send(new ToPerson(ticket.Requester), TicketNews.Of(ticket.Key, entry))];

    /// <summary>Whether somebody says what becomes of the ticket: accepts, withdraws, reopens, shares, reminds. Followers only read and comment.</summary>
    public static bool Decides(Caller caller, Ticket ticket) => caller is CustomerUser user && (user.IsContact || user.Person.Ref == ticket.Requester);
}

/// <summary>A ticket's followers as its cards name them, and who of the customer may decide about it.</summary>
internal sealed record SharedWith(IReadOnlyList<Person> Followers, Customer? Customer)
{
    public static SharedWith Nobody { get; } = new([], null);

    public bool IsContact(Person person) =>
        !person.IsGuest && Customer is { } customer && Guid.TryParse(person.Ref.TenantId, out var tenant) && Guid.TryParse(person.ObjectId, out var id) && customer.IsContact(tenant, id);

    public bool IsOfCustomer(Person person) => Guid.TryParse(person.Ref.TenantId, out var tenant) && Customer?.Tenants.Contains(tenant) == true;
}
