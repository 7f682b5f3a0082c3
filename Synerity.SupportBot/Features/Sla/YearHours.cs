using System.Collections.Immutable;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>
/// The opening hours of one local year as half-open intervals of Unix seconds with running totals, so that counting within a year is a
/// binary search. Immutable. Intervals that touch are one, except across the turn of the year.
/// </summary>
internal sealed class YearHours
{
    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _openBefore;

    private YearHours(int year, long from, long to, List<(long Start, long End)> intervals)
    {
        (Year, From, To) = (year, from, to);
        _starts = new long[intervals.Count];
        _ends = new long[intervals.Count];
        _openBefore = new long[intervals.Count];
        for (var i = 0; i < intervals.Count; i++)
        {
            (_starts[i], _ends[i]) = intervals[i];
            _openBefore[i] = Total;
            Total += _ends[i] - _starts[i];
        }
    }

    public int Year { get; }

    public long From { get; }

    public long To { get; }

    /// <summary>Business seconds of the whole year.</summary>
    public long Total { get; private init; }

    public static YearHours Of(int year, LocalDays days, Timetable timetable)
    {
        var midnights = days.Midnights(year);
        var hoursOf = new DatedHours(timetable, year);
        var intervals = new List<(long Start, long End)>(midnights.Length);
        var date = new DateOnly(year, 1, 1);
        for (var day = 0; day + 1 < midnights.Length; day++)
        {
            var hours = hoursOf.On(date, day);
            if (midnights[day + 1] - midnights[day] == 86_400)
            {
                foreach (var open in hours)
                {
                    Append(intervals, midnights[day] + open.FromSecond, midnights[day] + open.ToSecond);
                }
            }
            else
            {
                AppendUnevenDay(intervals, date, hoursOf.On, days, (midnights[day], midnights[day + 1]));
            }

            date = date.AddDays(1);
        }

        return new YearHours(year, midnights[0], midnights[^1], intervals);
    }

    public bool IsOpen(long at) => IntervalFrom(at) is >= 0 and var i && at < _ends[i];

    /// <summary>Business seconds of this year before <paramref name="at"/>.</summary>
    public long OpenBefore(long at) =>
        IntervalFrom(at) is >= 0 and var i ? _openBefore[i] + Math.Min(at, _ends[i]) - _starts[i] : 0;

    /// <summary>The earliest instant by which so many business seconds of this year have passed.</summary>
    /// <param name="seconds">1 to <see cref="Total"/>.</param>
    public long WhenPassed(long seconds)
    {
        var found = Array.BinarySearch(_openBefore, seconds);
        var i = found >= 0 ? found - 1 : ~found - 1;
        return _starts[i] + seconds - _openBefore[i];
    }

    /// <summary><paramref name="at"/> itself when open, else the next opening of this year, or null.</summary>
    public long? OpeningFrom(long at) => IsOpen(at) ? at : IntervalFrom(at) + 1 is var next && next < _starts.Length ? _starts[next] : null;

    /// <summary>When the interval that is open at <paramref name="at"/> ends.</summary>
    public long ClosingOf(long at) => _ends[IntervalFrom(at)];

    private int IntervalFrom(long at)
    {
        var found = Array.BinarySearch(_starts, at);
        return found >= 0 ? found : ~found - 1;
    }

    private static void Append(List<(long Start, long End)> intervals, long start, long end)
    {
        if (end <= start)
        {
            return;
        }

        if (intervals.Count > 0 && start <= intervals[^1].End)
        {
            intervals[^1] = (intervals[^1].Start, Math.Max(end, intervals[^1].End));
        }
        else
        {
            intervals.Add((start, end));
        }
    }

    /// <summary>Days on which the clocks are changed, stretch by stretch. Clocks put back over midnight show the end of the day before once more.</summary>
    private static void AppendUnevenDay(List<(long Start, long End)> intervals, DateOnly date, Func<DateOnly, ImmutableArray<DayInterval>> hoursOn, LocalDays days, (long Start, long End) day)
    {
        foreach (var (from, to, offset) in days.Stretches(day.Start, day.End))
        {
            for (var shown = from + offset < LocalDays.WallMidnight(date) ? date.AddDays(-1) : date; shown <= date; shown = shown.AddDays(1))
            {
                var midnight = LocalDays.WallMidnight(shown) - offset;
                foreach (var open in hoursOn(shown)) Append(intervals, Math.Max(from, midnight + open.FromSecond), Math.Min(to, midnight + open.ToSecond));
            }
        }
    }
}
