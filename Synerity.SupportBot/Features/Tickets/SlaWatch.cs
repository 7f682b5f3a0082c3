using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Warns before a promise is broken (sla rule 9): at each level once per ticket and due, to whoever has the ticket, else to the channel.
/// What was missed while nothing ran is caught up as one warning. While the clock is paused nobody is; whoever starts it asks for a look.
/// </summary>
public sealed class SlaWatch(TicketStore tickets, PromiseClock promises, Ledger ledger, TimeProvider clock) : IWakeUp
{
    private const string WakeKind = "sla";

    /// <summary>How late a wake-up may come and still count as on time: timers fire in rounds of seconds, and a sender may have to wait for its lease.</summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public string Kind => WakeKind;

    /// <summary>The wake-ups a new ticket needs: for its warnings, none without a guarantee, and for its cards.</summary>
    public static IEnumerable<Effect> FirstWake(Ticket ticket, PromiseClock promises) =>
        [.. NextWake(ticket.Key, promises.Warnings(ticket, ticket.ReceivedAt), ticket.ReceivedAt), MidnightCards.FirstWake(ticket, ticket.ReceivedAt)];

    /// <summary>A look at once, for a ticket that nobody watched while it was closed or its clock stood still.</summary>
    public static IEnumerable<Effect> WakesAgain(Ticket ticket, DateTimeOffset now)
    {
        yield return MidnightCards.FirstWake(ticket, now);
        if (ticket is { Answered: null, Promise.Budget: not null }) yield return new Wake(now, WakeKind, ticket.Key.Partition, ticket.Key.ToString());
    }

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        var key = TicketKey.Parse(subject);
        await ledger.DecideAsync(
            partition,
            async () => await tickets.ReadAsync(key, cancellation) is { Value: { Answered: null, IsOpen: true, Paused: null } } stored ? await LookAsync(stored, cancellation) : null,
            cancellation);
    }

    /// <summary>Null: no level has been reached, and none is to come.</summary>
    private async Task<Batch?> LookAsync(Stored<Ticket> stored, CancellationToken cancellation)
    {
        var (ticket, now) = (stored.Value, clock.GetUtcNow());
        var levels = promises.Warnings(ticket, now);
        var due = promises.Of(ticket).At(now).DueAt;
        var reached = new List<int>();
        foreach (var (percent, _) in levels.Where(level => level.At <= now))
        {
            if (!await tickets.HasFactAsync(ticket.Key, Fact(percent, due), cancellation)) reached.Add(percent);
        }

        Effect[] next = [.. NextWake(ticket.Key, levels, now)];
        if (reached.Count == 0) return next.Length > 0 ? new Batch([Look(ticket.Key, now)], next) : null;
        var warned = (Step.Done)ticket.Warn(reached[^1], now);
        return new Batch(
            [.. TicketStore.Replace(stored, warned), .. reached.Select(percent => TicketStore.Fact(ticket.Key, Fact(percent, due), now))],
            [Notice(warned, levels.Last(level => level.Percent == reached[^1]).At, now), DeskCard.RefreshOf(ticket.Key), .. SilentHolder.WakeOf(warned, promises, now), .. next]);
    }

    /// <summary>
    /// A level is reached in opening hours or at the very moment they end, and is told then (sla rule 9), however many seconds the wake-up
    /// took; what comes to light at night waits for the morning.
    /// </summary>
    private Send Notice(Step.Done warned, DateTimeOffset reached, DateTimeOffset now)
    {
        var hours = promises.HoursOf(warned.Ticket.Promise);
        var open = hours.IsOpen(now) || now - reached <= Grace;
        return new Send(WriteToSupport.TechnicianOf(warned.Ticket), TicketNews.Of(warned.Ticket.Key, warned.Entry))
        {
            NotBefore = open ? null : hours.NextOpening(now),
        };
    }

    private static IEnumerable<Effect> NextWake(TicketKey key, IReadOnlyList<(int Percent, DateTimeOffset At)> levels, DateTimeOffset now) =>
        levels.Where(level => level.At > now).Take(1).Select(level => new Wake(level.At, WakeKind, key.Partition, key.ToString()));

    private static string Fact(int percent, DateTimeOffset? due) => $"warn|{percent}|{RowKey.Ticks(due ?? default)}";

    /// <summary>A commit needs a row of its own to be recognised by.</summary>
    private static RowWrite Look(TicketKey key, DateTimeOffset now) => TicketStore.Fact(key, $"look|{RowKey.Ticks(now)}", now);
}
