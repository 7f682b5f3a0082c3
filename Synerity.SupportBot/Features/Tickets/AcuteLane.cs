using Microsoft.Extensions.Options;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Who has extra fast help (entitlement <see cref="Entitlement.AcuteResponse"/>), and when an alarm goes out.</summary>
public sealed class AcuteLane(CustomerStore customers, PromiseClock promises, IOptions<AcuteOptions> acute, IOptions<SlaOptions> sla)
{
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

    public Alarm AlarmOf(Outbox.PersonRef by, string words, string? phone, Promise promise, DateTimeOffset now) =>
        new(by, words, phone, GoesOutAt(promise, now), sla.Value.AcuteTargetMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
}
