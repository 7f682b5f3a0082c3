using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Reminds a customer of what a technician asked, and later asks whether it has been solved: each once a wait, in opening hours. What was missed
/// while nothing ran is caught up as the later of the two. Whatever the customer does ends the wait, and with it this.
/// </summary>
public sealed class WaitingWatch(TicketStore tickets, WaitingTimes times, Ledger ledger, TimeProvider clock) : IWakeUp
{
    internal const string WakeKind = "waiting";
    private const int Tries = 5;

    public string Kind => WakeKind;

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        var key = TicketKey.Parse(subject);
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            if (await tickets.ReadAsync(key, cancellation) is not { } stored || Due(stored.Value, now) is not Step.Done done) return;
            var send = new Send(new ToPerson(done.Ticket.Requester), WaitingCard.Of(done.Ticket)) { NotBefore = times.NotBefore(done.Ticket, now) };
            try
            {
                await ledger.CommitAsync(
                    partition, new Batch(TicketStore.Replace(stored, done), [send, DeskCard.RefreshOf(key), .. times.WakeOf(done.Ticket)]), cancellation);
                return;
            }
            catch (ConflictException) when (attempt < Tries)
            {
                // The customer answered this very moment: look again.
            }
        }
    }

    /// <summary>Null: nothing yet.</summary>
    private Step? Due(Ticket ticket, DateTimeOffset now)
    {
        if (ticket.Waiting is not { } wait) return null;
        if (now >= times.OfferAt(ticket, wait)) return ticket.OfferToClose(now);
        return now >= times.RemindAt(ticket, wait) ? ticket.Remind(now) : null;
    }
}
