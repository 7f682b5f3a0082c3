namespace Synerity.SupportBot.Features.Sla;

/// <summary>
/// The clock of one ticket: what it stands at follows from timestamps alone (sla/README.md). Only what has happened at the moment asked
/// about is known: a response or a pause in the future is ignored, and a response ends a pause that was open.
/// </summary>
/// <param name="Pauses">In any order; they may overlap and may start before the count does.</param>
/// <param name="RespondedAt">The first human answer (rule 4); null when there is none. It may precede creation: a call answered live.</param>
public sealed record SlaClock(WorkingHours Hours, SlaTarget Target, IReadOnlyList<Pause> Pauses, DateTimeOffset? RespondedAt)
{
    private const int AtRiskPercent = 75;

    private long Start => WorkingHours.Seconds(Target.CountsFrom);

    public SlaStanding At(DateTimeOffset now) => At(WorkingHours.Seconds(now));

    /// <summary>When <paramref name="percent"/> of the budget, rounded up to whole seconds, is used: 75 and 100 warn, 100 is due (rule 9).</summary>
    /// <param name="percent">0 to 100.</param>
    /// <returns>Null without a guarantee, or while an open pause comes before it.</returns>
    public DateTimeOffset? Reaches(int percent, DateTimeOffset now) =>
        WorkingHours.Instant(Reaches(percent, Known(WorkingHours.Seconds(now))));

    private SlaStanding At(long now)
    {
        var pauses = Known(now);
        var response = ResponseBy(now);
        var elapsed = pauses.Measure(Hours, Start, response ?? now);
        var due = Reaches(100, pauses);
        var remaining = Target.BudgetSeconds - elapsed;
        var state = StateAt(now, response, due, elapsed, pauses);
        return new SlaStanding(
            WorkingHours.Instant(due),
            state == SlaState.Paused ? WorkingHours.Instant(Hours.Add(now, Math.Max(remaining ?? 0, 0))) : null,
            elapsed,
            remaining,
            state,
            ClockRunning: response is null && now >= Start && pauses.OpenSince is null && Hours.IsOpen(now));
    }

    private SlaState StateAt(long now, long? response, long? due, long elapsed, KnownPauses pauses)
    {
        if (Target.BudgetSeconds is not { } budget)
        {
            return response is null ? SlaState.NoSla : SlaState.NoSlaResponded;
        }

        if (response is not null)
        {
            return response > due ? SlaState.Missed : SlaState.Met;
        }

        if (now > due)
        {
            return SlaState.Breached;
        }

        if (due is null && pauses.OpenSince is not null)
        {
            return SlaState.Paused;
        }

        return elapsed >= Share(budget, AtRiskPercent) ? SlaState.AtRisk : SlaState.OnTrack;
    }

    private long? ResponseBy(long now) =>
        RespondedAt is { } at && WorkingHours.Seconds(at) is var response && response <= now ? response : null;

    private KnownPauses Known(long now) =>
        ResponseBy(now) is { } response ? KnownPauses.UpTo(response, Pauses, Start) : KnownPauses.At(now, Pauses, Start);

    private long? Reaches(int percent, KnownPauses pauses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100);
        return Target.BudgetSeconds is { } budget ? pauses.Add(Hours, Start, Share(budget, percent)) : null;
    }

    /// <summary>ceil(budget × percent / 100), without overflow for any budget.</summary>
    private static long Share(long budget, int percent) => (budget / 100 * percent) + (((budget % 100 * percent) + 99) / 100);
}
