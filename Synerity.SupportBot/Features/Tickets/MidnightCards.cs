using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Cards say <em>i dag</em> and <em>i morgon</em>, and stand for days: after each midnight they are drawn again, silently, for as long as they tell
/// such a day. The alternative, weekdays on every card, would be right as well but is not how anybody speaks of today. News are not touched:
/// they are messages with a date of their own.
/// </summary>
public sealed class MidnightCards(TicketStore tickets, TicketViews views, Ledger ledger, TimeProvider clock) : IWakeUp
{
    private const string WakeKind = "midnight";

    /// <summary>An answer is <em>i går</em> the day after, and has its date from then on.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromDays(3);

    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    public string Kind => WakeKind;

    public static Effect FirstWake(Ticket ticket, DateTimeOffset now) => At(ticket.Key, NextMidnight(now, Stockholm));

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        var (key, now) = (TicketKey.Parse(subject), clock.GetUtcNow());
        if (await tickets.ReadAsync(key, cancellation) is not { } stored || now - stored.Value.Answered?.At > Settled) return;
        var view = await views.OfAsync(stored.Value, now, cancellation);
        if (!view.IsWithSupport && stored.Value.State != TicketState.WaitingForCustomer) return;
        var (here, there) = (NextMidnight(now, Stockholm), NextMidnight(now, view.Requester?.Reader.Zone ?? Stockholm));
        await ledger.CommitAsync(
            key.Partition,
            new Batch([], [DeskCard.RefreshOf(key), .. CustomerSide.Of(stored.Value).Select(person => new Refresh(new ToPerson(person), TicketCard.Of(key))), At(key, here < there ? here : there)]),
            cancellation);
    }

    private static Wake At(TicketKey key, DateTimeOffset midnight) => new(midnight, WakeKind, key.Partition, key.ToString());

    /// <summary>The next beginning of a day in the zone; where clocks skip midnight, the first moment after it.</summary>
    private static DateTimeOffset NextMidnight(DateTimeOffset now, TimeZoneInfo zone)
    {
        var midnight = TimeZoneInfo.ConvertTime(now, zone).Date.AddDays(1);
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(15);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
