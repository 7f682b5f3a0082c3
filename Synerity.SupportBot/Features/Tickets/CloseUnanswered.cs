using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Closes what was solved when the customer has not objected by the day that was told. Silently: the cards show it.</summary>
public sealed class CloseUnanswered(TicketStore tickets, Ledger ledger, TimeProvider clock) : IWakeUp
{
    private const string WakeKind = "close";
    private const int Tries = 5;

    public string Kind => WakeKind;

    /// <summary>The wake-up a solved ticket needs.</summary>
    public static IEnumerable<Effect> WakeOf(Ticket ticket)
    {
        if (ticket.ClosesAt is { } at) yield return new Wake(at, WakeKind, ticket.Key.Partition, ticket.Key.ToString());
    }

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Answered meanwhile, or solved anew: then another wake-up is on its way.
            if (await tickets.ReadAsync(TicketKey.Parse(subject), cancellation) is not { } stored) return;
            if (stored.Value.CloseByItself(clock.GetUtcNow()) is not Step.Done done) return;
            try
            {
                await ledger.CommitAsync(partition, new Batch(TicketStore.Replace(stored, done), [.. LiveCards.Of(done.Ticket)]), cancellation);
                return;
            }
            catch (ConflictException) when (attempt < Tries)
            {
                // The customer answered this very moment: look again.
            }
        }
    }
}
