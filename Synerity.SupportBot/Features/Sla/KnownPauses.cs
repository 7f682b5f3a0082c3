namespace Synerity.SupportBot.Features.Sla;

/// <summary>
/// The pauses of a ticket as they are known at one moment: clipped to the start of the count, sorted and merged, what is in the future
/// ignored; a pause whose end is in the future has no known end. Instants are Unix seconds.
/// </summary>
internal sealed class KnownPauses
{
    public static readonly KnownPauses None = new([], null);
    private readonly List<(long From, long To)> _ended;

    private KnownPauses(List<(long From, long To)> ended, long? openSince) => (_ended, OpenSince) = (ended, openSince);

    /// <summary>Since when the clock has been stopped without a known end; null when no pause is open.</summary>
    public long? OpenSince { get; }

    public static KnownPauses At(long moment, IReadOnlyList<Pause> pauses, long countsFrom) =>
        pauses.Count == 0 ? None : Merged(pauses, countsFrom, moment, long.MaxValue);

    /// <summary>The answer ended whatever pause was open: nothing of it is left to be waited for.</summary>
    public static KnownPauses UpTo(long response, IReadOnlyList<Pause> pauses, long countsFrom) =>
        pauses.Count == 0 ? None : Merged(pauses, countsFrom, response, response);

    /// <summary>When a budget that starts at <paramref name="from"/> is used up; null when an open pause comes first, or the hours end.</summary>
    public long? Add(WorkingHours hours, long from, long seconds)
    {
        if (this == None)
        {
            return hours.Add(from, seconds);
        }

        var (at, left) = (from, seconds);
        foreach (var (start, end) in OpenSince is { } since ? _ended.Append((since, long.MaxValue)) : _ended)
        {
            var run = hours.Measure(at, start);
            if (run >= left && (left > 0 || hours.NextOpening(at) < start))
            {
                return hours.Add(at, left);
            }

            if (end == long.MaxValue)
            {
                return null;
            }

            (at, left) = (Math.Max(at, end), left - run);
        }

        return hours.Add(at, left);
    }

    /// <summary>Business seconds in [from, to) outside the pauses.</summary>
    public long Measure(WorkingHours hours, long from, long to)
    {
        var end = OpenSince is { } since ? Math.Min(to, since) : to;
        var passed = hours.Measure(from, end);
        foreach (var (pausedFrom, pausedTo) in _ended)
        {
            passed -= hours.Measure(Math.Max(from, pausedFrom), Math.Min(end, pausedTo));
        }

        return passed;
    }

    private static KnownPauses Merged(IReadOnlyList<Pause> pauses, long countsFrom, long moment, long unknownEnd)
    {
        var merged = new List<(long From, long To)>(pauses.Count);
        foreach (var (from, to) in pauses.Select(pause => Clipped(pause, countsFrom, moment, unknownEnd)).Where(p => p.From <= moment && p.From < p.To).Order())
        {
            if (merged.Count > 0 && from <= merged[^1].To)
            {
                merged[^1] = (merged[^1].From, Math.Max(to, merged[^1].To));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        if (merged.Count == 0 || merged[^1].To != long.MaxValue)
        {
            return new KnownPauses(merged, null);
        }

        var openSince = merged[^1].From;
        merged.RemoveAt(merged.Count - 1);
        return new KnownPauses(merged, openSince);
    }

    private static (long From, long To) Clipped(Pause pause, long countsFrom, long moment, long unknownEnd)
    {
        var end = pause.To is { } to ? WorkingHours.Seconds(to) : long.MaxValue;
        return (Math.Max(WorkingHours.Seconds(pause.From), countsFrom), end > moment ? unknownEnd : end);
    }
}
