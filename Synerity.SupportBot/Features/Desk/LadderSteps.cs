using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>What follows next for an alarm that nobody has taken.</summary>
public sealed class LadderSteps(OnCallPeople people, AcuteLane lane, TimeProvider clock)
{
    /// <summary>After so many times through the list it rests until support opens the next day.</summary>
    private const int RoundsADay = 3;

    /// <summary>Null: nothing, for it is too early.</summary>
    public async Task<Batch?> NextAsync(Stored<Ticket> stored, Stored<Ladder>? before, CancellationToken cancellation)
    {
        var (ticket, alarm, now) = (stored.Value, stored.Value.Acute!, clock.GetUtcNow());
        var ladder = before?.Value is { } known && known.Since == alarm.Since ? known : new Ladder(alarm.Since, 1, [], alarm.GoesOutAt);
        if (ladder.Alerted.Count > 0 && now < ladder.NextAt && !await people.IsReachedAsync(ladder.Alerted[^1], cancellation))
        {
            return await StepAsync(stored, before, ladder, inTime: false, cancellation);
        }

        if (now < ladder.NextAt) return Closed(ticket, before, ladder, now);

        // Woken late, in the night: it waits for the morning.
        if (!lane.GoesOut(ticket.Promise, ladder.NextAt, now)) return Waiting(ticket, before, ladder with { NextAt = lane.GoesOutAt(ticket.Promise, now) });
        return await StepAsync(stored, before, ladder, inTime: true, cancellation);
    }

    private async Task<Batch> StepAsync(Stored<Ticket> stored, Stored<Ladder>? before, Ladder ladder, bool inTime, CancellationToken cancellation)
    {
        var (ticket, now) = (stored.Value, clock.GetUtcNow());
        var all = await people.InOrderAsync(ticket, now, cancellation);
        var next = all.FirstOrDefault(person => !ladder.Alerted.Contains(person));
        var done = (Step.Done)ticket.Alert(next, now);
        var after = next is not null
            ? ladder with { Alerted = [.. ladder.Alerted, next], NextAt = lane.NextAfter(ticket.Promise, now), SaidClosed = false }
            : new Ladder(ladder.Since, ladder.Round + 1, [], Again(ticket, ladder.Round, all.Count == 0, now));
        var first = ladder is { Round: 1, Alerted.Count: 0 };
        var whom = next is not null ? [] : await people.AdministratorsAsync(cancellation);
        Effect[] told =
        [
            .. next is null ? [] : new[] { AlarmNews.ToOnCall(done, next) },
            AlarmNews.ToChannel(done, next is null ? all.Count == 0 ? AlarmNews.NobodyListed : AlarmNews.Everybody : first ? AlarmNews.First : AlarmNews.Next),
            .. ladder.Round == 1 ? whom.Select(person => AlarmNews.ToAdministrator(done, person)) : [],
            .. ladder.Round == 1 && !first && inTime ? [AlarmNews.ToCustomer(done, next is null ? AlarmNews.Everybody : AlarmNews.Next)] : Array.Empty<Effect>(),
        ];
        return new Batch(
            [.. TicketStore.Replace(stored, done), LadderStore.Write(ticket.Key, before, after)],
            [.. LiveCards.Of(ticket), .. told, .. Wakes(ticket, after, now)]);
    }

    /// <summary>When the list begins anew: after the usual wait, but an alarm that nobody hears all day is not repeated all day.</summary>
    private DateTimeOffset Again(Ticket ticket, int round, bool nobodyListed, DateTimeOffset now) =>
        nobodyListed || round % RoundsADay == 0 ? lane.NextOpening(ticket.Promise, now) : lane.NextAfter(ticket.Promise, now);

    /// <summary>Support closed before anybody took it: the customer hears when it goes on, once.</summary>
    private Batch? Closed(Ticket ticket, Stored<Ladder>? before, Ladder ladder, DateTimeOffset now) =>
        before is null || ladder.SaidClosed || ladder.Alerted.Count == 0 || lane.GoesOutAt(ticket.Promise, now) <= now
            ? null
            : new Batch([LadderStore.Write(ticket.Key, before, ladder with { SaidClosed = true })], [AlarmNews.ToCustomer(ticket)]);

    private static Batch Waiting(Ticket ticket, Stored<Ladder>? before, Ladder ladder) =>
        new([LadderStore.Write(ticket.Key, before, ladder)], [AcuteLadder.WakeAt(ticket.Key, ladder.NextAt)]);

    private IEnumerable<Wake> Wakes(Ticket ticket, Ladder after, DateTimeOffset now)
    {
        yield return AcuteLadder.WakeAt(ticket.Key, after.NextAt);
        if (lane.ClosingBefore(ticket.Promise, now, after.NextAt) is { } closing) yield return AcuteLadder.WakeAt(ticket.Key, closing);
    }
}
