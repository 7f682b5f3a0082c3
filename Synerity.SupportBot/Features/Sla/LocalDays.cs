using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>
/// When the days of a zone begin, in Unix seconds. Wall time becomes an instant thus: in a gap (clocks put forward) the offset from before
/// the gap holds, so 02:30 that does not exist is 03:30; in an ambiguous hour (clocks put back) the first occurrence is meant. A day that
/// a zone skipped altogether has no length. Shared by all calendars of a zone; safe for concurrent use.
/// </summary>
internal sealed class LocalDays
{
    private const int FirstKept = 1970;
    private const int LastKept = 2200;
    private const long DaySeconds = 86_400;
    private static readonly ConditionalWeakTable<TimeZoneInfo, LocalDays> Zones = [];
    private readonly ConcurrentDictionary<int, long[]> _years = new();
    private readonly TimeZoneInfo _zone;

    private LocalDays(TimeZoneInfo zone) => _zone = zone;

    public static LocalDays Of(TimeZoneInfo zone) => Zones.GetValue(zone, static key => new LocalDays(key));

    /// <summary>The beginning of each local day of the year, and last that of the next year.</summary>
    public long[] Midnights(int year) =>
        year is < FirstKept or > LastKept ? Calculate(year) : _years.GetOrAdd(year, Calculate);

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

    public DateOnly DateAt(long instant) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddSeconds(instant + OffsetAt(instant)));

    /// <summary>The wall clock at 00:00 on a date, in seconds from 1970-01-01 00:00.</summary>
    public static long WallMidnight(DateOnly date) => (date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber) * DaySeconds;

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
