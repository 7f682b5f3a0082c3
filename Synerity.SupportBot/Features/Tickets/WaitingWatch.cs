using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Reminds a customer of what a technician asked, and later asks whether it has been solved: each once a wait, in opening hours. What was missed
/// while nothing ran is caught up as the later of the two. Whatever the customer does ends the wait, and with it this.
/// </summary>
public sealed class WaitingWatch(TicketStore tickets, TicketTimes times, Ledger ledger, TimeProvider clock) : IWakeUp
{
    internal const string WakeKind = "waiting";

    public string Kind => WakeKind;

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        var key = TicketKey.Parse(subject);
        await ledger.DecideAsync(partition, () => DecideAsync(key, cancellation), cancellation);
    }

    private async Task<Batch?> DecideAsync(TicketKey key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await tickets.ReadAsync(key, cancellation) is not { } stored || Due(stored.Value, now) is not Step.Done done) return null;
        var send = new Send(new ToPerson(done.Ticket.Requester), WaitingCard.Of(done.Ticket)) { NotBefore = times.NotBefore(done.Ticket, now) };
        return new Batch(TicketStore.Replace(stored, done), [send, DeskCard.RefreshOf(key), .. times.WakesOf(done.Ticket)]);
    }

    /// <summary>Null: nothing yet.</summary>
    private Step? Due(Ticket ticket, DateTimeOffset now)
    {
        if (ticket.Waiting is not { } wait) return null;
        if (now >= times.OfferAt(ticket, wait)) return ticket.OfferToClose(now);
        return now >= times.RemindAt(ticket, wait) ? ticket.Remind(now) : null;
    }
}
