using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Closes what was solved when the customer has not objected by the day that was told. Silently: the cards show it.</summary>
public sealed class CloseUnanswered(TicketStore tickets, Ledger ledger, TimeProvider clock) : IWakeUp
{
    private const string WakeKind = "close";

    public string Kind => WakeKind;

    /// <summary>The wake-up a solved ticket needs.</summary>
    public static IEnumerable<Effect> WakeOf(Ticket ticket)
    {
        if (ticket.ClosesAt is { } at) yield return new Wake(at, WakeKind, ticket.Key.Partition, ticket.Key.ToString());
    }

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        // Answered meanwhile, or solved anew: then another wake-up is on its way.
        await ledger.DecideAsync(
            partition,
            async () => await tickets.ReadAsync(TicketKey.Parse(subject), cancellation) is { } stored && stored.Value.CloseByItself(clock.GetUtcNow()) is Step.Done done
                ? new Batch(TicketStore.Replace(stored, done), [.. LiveCards.Of(done.Ticket)])
                : null,
            cancellation);
    }
}
