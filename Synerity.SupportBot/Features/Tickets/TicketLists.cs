using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Which of somebody's tickets are meant.</summary>
public enum TicketFilter
{
    /// <summary>Not closed: also those whose solution has not been accepted yet.</summary>
    Open,
    Closed,
}

/// <summary>Which part of the technicians' queue is meant.</summary>
public abstract record QueuePart
{
    /// <summary>Every open ticket of every customer.</summary>
    public sealed record Everything : QueuePart;

    /// <summary>What nobody has taken.</summary>
    public sealed record Untaken : QueuePart;

    public sealed record Of(PersonRef Technician) : QueuePart;

    public sealed record OfCustomer(CustomerKey Customer) : QueuePart;
}

/// <summary>Tickets of a list, and where its next page begins.</summary>
/// <param name="Next">Null: there is no more.</param>
public sealed record TicketPage(IReadOnlyList<Ticket> Tickets, string? Next);

/// <summary>
/// The lists that tickets stand in: somebody's own, an organisation's, and the technicians' queue in the order in which it is worked off.
/// Reading a page costs the same however many tickets there are. A list may be seconds old where the store cannot write it with the commit,
/// so each ticket is read again and left out where it no longer belongs.
/// </summary>
public sealed class TicketLists(IRows rows, TicketStore tickets)
{
    private const int Pages = 10;

    /// <summary>The newest first.</summary>
    public Task<TicketPage> OfPersonAsync(CustomerKey customer, PersonRef person, TicketFilter filter, string? after, int most, CancellationToken cancellation) => PageAsync(
        CustomerStore.Partition(customer), TicketListing.OfPerson(person, filter), after, most,
        ticket => TicketListing.Belongs(ticket, filter) && TicketListing.PeopleOf(ticket).Contains(person), cancellation);

    /// <summary>All of an organisation, the newest first.</summary>
    public Task<TicketPage> OfCustomerAsync(CustomerKey customer, TicketFilter filter, string? after, int most, CancellationToken cancellation) => PageAsync(
        CustomerStore.Partition(customer), TicketListing.OfAll(filter), after, most, ticket => TicketListing.Belongs(ticket, filter), cancellation);

    /// <summary>What a technician does first comes first: acute ones, then by due time, then what waits for support without a due time, then what waits for others.</summary>
    public Task<TicketPage> QueueAsync(QueuePart part, string? after, int most, CancellationToken cancellation) => PageAsync(
        part is QueuePart.OfCustomer { Customer: var customer } ? CustomerStore.Partition(customer) : RowWrite.Listed.PartitionOf(TicketListing.Queue),
        TicketListing.QueuePrefix(part), after, most,
        ticket => ticket.IsOpen && part switch
        {
            QueuePart.Untaken => ticket.Assignee is null,
            QueuePart.Of { Technician: var technician } => ticket.Assignee == technician,
            _ => true,
        },
        cancellation);

    private async Task<TicketPage> PageAsync(string partition, string prefix, string? after, int most, Func<Ticket, bool> belongs, CancellationToken cancellation)
    {
        var found = new List<Ticket>(most);
        var place = after is not null && IsPlace(after) ? after : null;
        for (var page = 0; page < Pages; page++)
        {
            var listed = await rows.RangeAsync(partition, place is null ? prefix : RowKey.After(prefix + place), RowKey.EndOf(prefix), most + 1, cancellation);
            foreach (var row in listed)
            {
                if (found.Count == most) return new(found, place);
                place = row.Key[prefix.Length..];
                var key = TicketKey.Parse(StoredJson.Read<string>(row.Data));
                if (await tickets.ReadAsync(key, cancellation) is { Value: var ticket } && belongs(ticket) && found.All(one => one.Key != key)) found.Add(ticket);
            }

            if (listed.Count <= most) break;
        }

        return new(found, null);
    }

    /// <summary>A place comes back from a button, which may say anything.</summary>
    private static bool IsPlace(string text) => text.Length is > 0 and < 60 && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '|' or '-');
}
