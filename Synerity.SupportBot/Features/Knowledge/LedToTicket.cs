using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>A ticket was opened although an article had been tried: its question shows a gap. Noted after the ticket's own commit.</summary>
public sealed class LedToTicket(TicketStore tickets, AddressBook people, Ledger ledger) : ITicketOpened, IWakeUp
{
    public string Kind => "knowledge-gap";

    public IEnumerable<Effect> Follow(Ticket opened) =>
        opened.Request.Article is null ? [] : [new Wake(opened.ReceivedAt, Kind, opened.Key.Partition, opened.Key.ToString())];

    /// <summary>Twice is once: the gap has one key for a person, an article and a day.</summary>
    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        if (await tickets.ReadAsync(TicketKey.Parse(subject), cancellation) is not { Value: { Request.Article: { } slug } ticket }) return;
        if (await people.FindAsync(ticket.Requester, cancellation) is not { } requester) return;
        var gap = Gap.Of(GapReason.BecameTicket, ticket.Key.Customer.Value, requester, ticket.Request.What, ticket.ReceivedAt, slug);
        await ledger.CommitAsync(PublishedArticles.Partition, new Batch([Gaps.Write(gap)], []), cancellation);
    }
}
