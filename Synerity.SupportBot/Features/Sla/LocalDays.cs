using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>
/// When the days of a zone begin, in Unix seconds, and where their clocks are changed. Hours are read off the wall clock: it is open when the
/// clock shows a time within them. So hours that begin in a gap (clocks put forward) begin after it, those that end in one end before it, and
/// of an hour that comes twice (clocks put back) each part counts both times. A day that a zone skipped altogether has no length. Shared by
/// all calendars of a zone; safe for concurrent use.
/// </summary>
internal sealed class LocalDays
{
    private const int FirstKept = 1970;
    private const int LastKept = 2200;
    private const long DaySeconds = 86_400;
    private const long HourSeconds = 3_600;
    private static readonly ConditionalWeakTable<TimeZoneInfo, LocalDays> Zones = [];
    private readonly ConcurrentDictionary<int, long[]> _years = new();
    private readonly TimeZoneInfo _zone;

    private LocalDays(TimeZoneInfo zone) => _zone = zone;

    public static LocalDays Of(TimeZoneInfo zone) => Zones.GetValue(zone, static key => new LocalDays(key));

    /// <summary>The beginning of each local day of the year, and last that of the next year.</summary>
    public long[] Midnights(int year) =>
        year is < FirstKept or > LastKept ? Calculate(year) : _years.GetOrAdd(year, Calculate);

    /// <summary>A gap's times are told by the offset from before it, so a midnight that does not exist is the end of the gap; of two the first is meant.</summary>
    /// <param name="wall">Seconds from 1970-01-01 00:00 to this moment on the zone's wall clock.</param>
    public long InstantOf(long wall)
    {
        var withOffsetBefore = wall - OffsetAt(wall - DaySeconds);
        if (withOffsetBefore + OffsetAt(withOffsetBefore) == wall)
        {
            return withOffsetBefore;
        }

        var withOffsetAfter = wall - OffsetAt(wall + DaySeconds);
        return withOffsetAfter + OffsetAt(withOffsetAfter) == wall ? withOffsetAfter : withOffsetBefore;
    }

    /// <summary>The stretches of [from, to) between changes of the clock, in order, each with what the clock is ahead of UTC by.</summary>
    public IEnumerable<(long From, long To, long Offset)> Stretches(long from, long to)
    {
        while (from < to)
        {
            var offset = OffsetAt(from);
            var end = from + HourSeconds;
            while (end < to && OffsetAt(end) == offset) end += HourSeconds;
            end = end >= to && OffsetAt(to - 1) == offset ? to : ChangeWithin(Math.Max(from, end - HourSeconds), Math.Min(end, to), offset);
            yield return (from, end, offset);
            from = end;
        }
    }

    public DateOnly DateAt(long instant) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(instant + OffsetAt(instant)));

    /// <summary>The wall clock at 00:00 on a date, in seconds from 1970-01-01 00:00.</summary>
    public static long WallMidnight(DateOnly date) => (date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * DaySeconds;

    /// <summary>The first second of (same, other] at which the offset is another one.</summary>
    private long ChangeWithin(long same, long other, long offset)
    {
        while (other - same > 1)
        {
            var middle = same + ((other - same) / 2);
            if (OffsetAt(middle) == offset) same = middle;
            else other = middle;
        }

        return other;
    }

    private long[] Calculate(int year)
    {
        var first = WallMidnight(new DateOnly(year, 1, 1));
        var midnights = new long[(DateTime.IsLeapYear(year) ? 366 : 365) + 1];
        for (var day = 0; day < midnights.Length; day++)
        {
            midnights[day] = InstantOf(first + (day * DaySeconds));
        }

        return midnights;
    }

    private long OffsetAt(long instant) => (long)_zone.GetUtcOffset(DateTime.UnixEpoch.AddSeconds(instant)).TotalSeconds;
}
