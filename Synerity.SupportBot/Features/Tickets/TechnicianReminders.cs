using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Reminds whoever has a ticket of what they meant to do when its time comes, in opening hours: to tell the customer how it is
/// going, or to follow it up with monday.com. The customer's card tells at once that an update was not given.</summary>
public sealed class TechnicianReminders(TicketStore tickets, TicketTimes times, Ledger ledger, TimeProvider clock) : IWakeUp
{
    internal const string WakeKind = "remind-technician";

    public string Kind => WakeKind;

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        var key = TicketKey.Parse(subject);
        while (await ledger.DecideAsync(partition, () => DecideAsync(key, cancellation), cancellation))
        {
            // Both may have come at once.
        }
    }

    private async Task<Batch?> DecideAsync(TicketKey key, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await tickets.ReadAsync(key, cancellation) is not { } stored || Due(stored.Value, now) is not { } done) return null;
        var send = new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)) { NotBefore = times.NotBefore(done.Ticket, now) };
        return new Batch(TicketStore.Replace(stored, done), [send, .. LiveCards.Of(done.Ticket)]);
    }

    /// <summary>The next thing whose time has come and that nobody has been reminded of; null: nothing.</summary>
    private static Step.Done? Due(Ticket ticket, DateTimeOffset now) => ticket.RemindUpdate(now) as Step.Done ?? ticket.RemindFollowUp(now) as Step.Done;
}
