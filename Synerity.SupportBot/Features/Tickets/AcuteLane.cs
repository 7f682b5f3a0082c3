using Microsoft.Extensions.Options;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Who has extra fast help (entitlement <see cref="Entitlement.AcuteResponse"/>), and when an alarm goes out.</summary>
public sealed class AcuteLane(CustomerStore customers, PromiseClock promises, IOptions<AcuteOptions> acute, IOptions<SlaOptions> sla)
{
    /// <summary>How late a wake-up may come and still count as on time.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>The agreement that holds today; null: none does.</summary>
    public async Task<Agreement?> AgreementAsync(CustomerKey customer, DateTimeOffset now, CancellationToken cancellation)
    {
        var today = Agreement.DayOf(now);
        return (await customers.ReadAsync(customer, cancellation))?.AgreementOn(today) is { } agreement && agreement.StandingAt(today) == Standing.Current ? agreement : null;
    }

    public async Task<bool> IncludesAsync(CustomerKey customer, DateTimeOffset now, CancellationToken cancellation) =>
        await AgreementAsync(customer, now, cancellation) is { } agreement && agreement.Includes(Entitlement.AcuteResponse);

    /// <summary>Now, or when support opens next.</summary>
    public DateTimeOffset GoesOutAt(Promise promise, DateTimeOffset now) =>
        acute.Value.OutsideHours ? now : promises.HoursOf(promise).NextOpening(now) ?? now;

    /// <summary>Whether somebody may be alerted now, who should have been at <paramref name="at"/>: what comes to light at night waits.</summary>
    public bool GoesOut(Promise promise, DateTimeOffset at, DateTimeOffset now) => acute.Value.OutsideHours || IsOpen(promise, now) || now - at <= Grace;

    public bool IsOpen(Promise promise, DateTimeOffset now) => promises.HoursOf(promise).IsOpen(now);

    /// <summary>When support closes, if an alarm then rests before <paramref name="next"/>; null: it does not.</summary>
    public DateTimeOffset? ClosingBefore(Promise promise, DateTimeOffset now, DateTimeOffset next) =>
        !acute.Value.OutsideHours && IsOpen(promise, now) && promises.HoursOf(promise).NextClosing(now) is { } closing && closing < next ? closing : null;

    /// <summary>When somebody who is alerted at <paramref name="now"/> has had their time.</summary>
    public DateTimeOffset NextAfter(Promise promise, DateTimeOffset now)
    {
        var wait = TimeSpan.FromMinutes(acute.Value.NextAfterMinutes);
        return acute.Value.OutsideHours ? now + wait : promises.HoursOf(promise).Add(now, (long)wait.TotalSeconds) ?? now + wait;
    }

    /// <summary>The beginning of the next opening hours that are not those of <paramref name="now"/>; with help at any hour, a day later.</summary>
    public DateTimeOffset NextOpening(Promise promise, DateTimeOffset now)
    {
        var hours = promises.HoursOf(promise);
        if (acute.Value.OutsideHours) return now.AddDays(1);
        return hours.NextClosing(now) is { } closing && hours.NextOpening(closing) is { } opening ? opening : now.AddDays(1);
    }

    /// <summary>The alarm with the due that it brings, for lists that order by it.</summary>
    public Step.Done Dated(Step.Done alarm, DateTimeOffset now) => alarm with { Ticket = alarm.Ticket.DueBy(promises.Of(alarm.Ticket).At(now).DueAt) };

    public Alarm AlarmOf(Outbox.PersonRef by, string words, string? phone, Promise promise, DateTimeOffset now) =>
        new(by, words, phone, GoesOutAt(promise, now), sla.Value.AcuteTargetMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
}
