using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Who may see which ticket (design §3): its requester, contacts of its customer, colleagues it was shared with
/// and staff. A guest sees only their own. To anybody else it does not exist.
/// </summary>
public sealed class TicketAccess(TicketStore tickets)
{
    /// <summary>Null: there is none that this caller may know of.</summary>
    public async Task<Stored<Ticket>?> FindAsync(Caller caller, TicketKey key, CancellationToken cancellation)
    {
        if (caller is CustomerUser user && user.Customer != key.Customer.Value) return null;
        if (caller is Stranger) return null;
        var ticket = await tickets.ReadAsync(key, cancellation);
        return ticket is not null && MaySee(caller, ticket.Value) ? ticket : null;
    }

    /// <summary>As above, from button data or typed text, which may be anything.</summary>
    public Task<Stored<Ticket>?> FindAsync(Caller caller, string key, CancellationToken cancellation) =>
        TicketKey.TryParse(key, out var parsed) ? FindAsync(caller, parsed, cancellation) : Task.FromResult<Stored<Ticket>?>(null);

    /// <summary>For what only the customer's people do with a ticket; null as above, and for everybody else.</summary>
    public Task<Stored<Ticket>?> OfCustomerAsync(Turn turn, string key, CancellationToken cancellation) =>
        turn.Caller is CustomerUser ? FindAsync(turn.Caller, key, cancellation) : Task.FromResult<Stored<Ticket>?>(null);

    private static bool MaySee(Caller caller, Ticket ticket) => caller switch
    {
        Staff staff => (staff.Roles & (StaffRoles.Technician | StaffRoles.ProductOwner | StaffRoles.Administrator)) != 0,
        CustomerUser user => user.Customer == ticket.Key.Customer.Value && (
            user.IsContact || user.Person.Ref == ticket.Requester || (!user.Person.IsGuest && ticket.Followers.Contains(user.Person.Ref))),
        _ => false,
    };
}
