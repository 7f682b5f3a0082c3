using System.Collections.Immutable;
using System.Globalization;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>Wall-clock time within one local day, its start included and its end excluded.</summary>
public readonly record struct DayInterval
{
    private const int EndOfDay = 24 * 3600;

    /// <param name="fromSecond">Seconds on the wall clock since 00:00, from 0.</param>
    /// <param name="toSecond">Later than <paramref name="fromSecond"/>, at most 86 400 (<c>24:00</c>, the end of the day).</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is empty, backwards, or leaves the day.</exception>
    public DayInterval(int fromSecond, int toSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromSecond);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(toSecond, EndOfDay);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(toSecond, fromSecond);
        FromSecond = fromSecond;
        ToSecond = toSecond;
    }

    public int FromSecond { get; }

    public int ToSecond { get; }

    /// <summary>Reads <c>"08:00"</c> and <c>"17:00"</c>; seconds may be given, and <c>24:00</c> ends the day.</summary>
    /// <exception cref="FormatException">A time cannot be read, or the interval does not run forwards within one day.</exception>
    public static DayInterval Parse(string from, string to)
    {
        var (start, end) = (SecondOfDay(from), SecondOfDay(to));
        return start < end
            ? new DayInterval(start, end)
            : throw new FormatException($"hours {from}-{to} do not run forwards; split a night at 24:00 into two days");
    }

    /// <summary>The same time, sorted, with overlapping and touching intervals made one.</summary>
    public static ImmutableArray<DayInterval> Merge(IEnumerable<DayInterval> intervals)
    {
        var merged = new List<DayInterval>();
        foreach (var next in intervals.OrderBy(interval => interval.FromSecond))
        {
            if (merged.Count > 0 && next.FromSecond <= merged[^1].ToSecond)
            {
                merged[^1] = new DayInterval(merged[^1].FromSecond, Math.Max(merged[^1].ToSecond, next.ToSecond));
            }
            else
            {
                merged.Add(next);
            }
        }

        return [.. merged];
    }

    /// <summary>What is left of merged <paramref name="hours"/> when merged <paramref name="breaks"/> are cut out.</summary>
    public static ImmutableArray<DayInterval> Cut(ImmutableArray<DayInterval> hours, ImmutableArray<DayInterval> breaks)
    {
        var left = ImmutableArray.CreateBuilder<DayInterval>();
        foreach (var open in hours)
        {
            var from = open.FromSecond;
            foreach (var pause in breaks.Where(pause => pause.ToSecond > open.FromSecond && pause.FromSecond < open.ToSecond))
            {
                if (pause.FromSecond > from)
                {
                    left.Add(new DayInterval(from, pause.FromSecond));
                }

                from = pause.ToSecond;
            }

            if (from < open.ToSecond)
            {
                left.Add(new DayInterval(from, open.ToSecond));
            }
        }

        return left.ToImmutable();
    }

    private static int SecondOfDay(string text)
    {
        if (text is "24:00" or "24:00:00")
        {
            return EndOfDay;
        }

        return TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? (int)(time.Ticks / TimeSpan.TicksPerSecond)
            : throw new FormatException($"'{text}' is not a time of day such as 08:00 or 24:00");
    }
}
