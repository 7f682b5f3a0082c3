using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Finds tickets by key, words, customer and state: for somebody of a customer among those they may see, for staff among all. Whatever the index
/// says, each ticket is read again before it is returned, so what is shown is what is stored.
/// </summary>
public sealed class TicketSearch(TicketLists lists, TicketAccess access, CustomerStore customers, IRowSearch search)
{
    /// <summary>How far down a list or a search one can turn.</summary>
    private const int Deepest = 100;

    /// <summary>Of somebody's own tickets; who has more finds the others by their keys.</summary>
    private const int OwnLookedAt = 200;

    /// <param name="text">As people type it: <em>NORD-17</em>, <em>mejl leverantör</em>, <em>öppna Nordhem rapport</em>. Empty: the newest, for staff the queue.</param>
    /// <param name="skip">Of what is found; what lies beyond 100 is not found.</param>
    public async Task<IReadOnlyList<Ticket>> FindAsync(Caller caller, string text, int skip, int most, CancellationToken cancellation)
    {
        if (caller is Stranger) return [];
        if (TicketKey.TryParse(text, out var key)) return skip == 0 && await access.FindAsync(caller, key, cancellation) is { } one ? [one.Value] : [];
        var asked = TicketQuery.Of(text);
        var wanted = Math.Clamp(skip + most, 1, Deepest);
        var found = caller switch
        {
            CustomerUser { IsContact: true } contact => await OfCustomerAsync(CustomerKey.Parse(contact.Customer), asked, wanted, cancellation),
            CustomerUser user => await OwnAsync(user, asked, cancellation),
            _ => await OfStaffAsync((Staff)caller, asked, wanted, cancellation),
        };
        return [.. found.Where(ticket => asked.Fits(ticket, caller)).DistinctBy(ticket => ticket.Key).Skip(skip).Take(most)];
    }

    private async Task<IEnumerable<Ticket>> OwnAsync(CustomerUser user, TicketQuery asked, CancellationToken cancellation)
    {
        var customer = CustomerKey.Parse(user.Customer);
        var open = await lists.OfPersonAsync(customer, user.Person.Ref, TicketFilter.Open, after: null, OwnLookedAt, cancellation);
        var closed = await lists.OfPersonAsync(customer, user.Person.Ref, TicketFilter.Closed, after: null, OwnLookedAt, cancellation);
        return open.Tickets.Concat(closed.Tickets).Where(ticket => RowWords.Have(TicketListing.WordsOf(ticket).Words, asked.Words));
    }

    private async Task<IReadOnlyList<Ticket>> OfCustomerAsync(CustomerKey customer, TicketQuery asked, int wanted, CancellationToken cancellation)
    {
        if (asked.Words.Count > 0) return await IndexedAsync(customer.Value, asked, wanted, cancellation);
        var open = await lists.OfCustomerAsync(customer, TicketFilter.Open, after: null, wanted, cancellation);
        var closed = await lists.OfCustomerAsync(customer, TicketFilter.Closed, after: null, wanted, cancellation);
        return [.. open.Tickets, .. closed.Tickets];
    }

    /// <summary>Each word may be of the ticket or of its customer's name.</summary>
    private async Task<IReadOnlyList<Ticket>> OfStaffAsync(Staff staff, TicketQuery asked, int wanted, CancellationToken cancellation)
    {
        if (asked.Words.Count == 0)
        {
            QueuePart part = asked.Mine ? new QueuePart.Of(staff.Person.Ref) : asked.Untaken ? new QueuePart.Untaken() : new QueuePart.Everything();
            return (await lists.QueueAsync(part, after: null, wanted, cancellation)).Tickets;
        }

        var found = new List<Ticket>(await IndexedAsync(null, asked, wanted, cancellation));
        foreach (var word in asked.Words)
        {
            var others = asked with { Words = [.. asked.Words.Where(other => other != word)] };
            foreach (var customer in await customers.NamedAsync(word, 3, cancellation)) found.AddRange(await OfCustomerAsync(customer.Key, others, wanted, cancellation));
        }

        return found;
    }

    private async Task<IReadOnlyList<Ticket>> IndexedAsync(string? home, TicketQuery asked, int wanted, CancellationToken cancellation)
    {
        var found = new List<Ticket>();
        string? after = null;
        for (var page = 0; page < 3 && found.Count < wanted; page++)
        {
            var rows = await search.FindAsync(home, asked.Indexed, after, wanted, cancellation);
            foreach (var (partition, key) in rows.Rows)
            {
                if (found.Count == wanted) break;
                if (await lists.ReadAsync(partition, key, cancellation) is { } ticket && asked.IsInState(ticket) && RowWords.Have(TicketListing.WordsOf(ticket).Words, asked.Words)) found.Add(ticket);
            }

            if (rows.Next is null) break;
            after = rows.Next;
        }

        return found;
    }
}

/// <summary>What somebody asked for, with the words that mean a state taken out.</summary>
internal sealed record TicketQuery(IReadOnlyList<string> Words, bool Open, bool Closed, bool Mine, bool Untaken)
{
    private static readonly string[] OpenWords = ["oppna", "oppet", "open"];
    private static readonly string[] ClosedWords = ["stangda", "stangt", "closed"];
    private static readonly string[] MineWords = ["mina", "mitt", "mine", "my"];
    private static readonly string[] UntakenWords = ["otagna", "otaget", "unassigned"];

    public static TicketQuery Of(string text)
    {
        var words = RowWords.Of(text);
        string[] states = [.. OpenWords, .. ClosedWords, .. MineWords, .. UntakenWords];
        return new([.. words.Except(states)], Has(OpenWords), Has(ClosedWords), Has(MineWords), Has(UntakenWords));

        bool Has(string[] some) => words.Intersect(some).Any();
    }

    /// <summary>The words to look for in the index, in which a ticket's state is a word too.</summary>
    public IReadOnlyList<string> Indexed =>
        [.. Open == Closed ? [] : new[] { Open ? TicketListing.IsOpen : TicketListing.IsClosed }, .. Words];

    public bool IsInState(Ticket ticket) =>
        !(Open && ticket.State == TicketState.Closed) && !(Closed && ticket.State != TicketState.Closed) && !(Untaken && ticket.Assignee is not null);

    public bool Fits(Ticket ticket, Caller caller) => IsInState(ticket) && (!Mine || ticket.Requester == caller.Person.Ref || ticket.Assignee == caller.Person.Ref);
}
