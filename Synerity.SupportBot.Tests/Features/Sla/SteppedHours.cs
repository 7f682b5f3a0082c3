using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Tests.Features.Sla;

/// <summary>
/// A slow reference for <see cref="WorkingHours"/> that shares no arithmetic with it: each minute of a few weeks is looked up on the wall clock of
/// the zone, by the framework's own conversion, and counted when the clock shows a time within the hours. Timetables must be in whole minutes.
/// </summary>
internal sealed class SteppedHours
{
    private readonly Timetable _timetable;
    private readonly DateTimeOffset _end;
    private readonly Dictionary<DateTimeOffset, bool> _open = [];

    public SteppedHours(Timetable timetable, DateTimeOffset from, int days) => (_timetable, _end) = (timetable, from.AddDays(days));

    public bool IsOpen(DateTimeOffset at)
    {
        var minute = Minute(at);
        return _open.TryGetValue(minute, out var open) ? open : _open[minute] = Shows(TimeZoneInfo.ConvertTime(minute, _timetable.Zone).DateTime);
    }

    /// <summary>Null when the weeks looked at hold too few hours, or a pause without an end comes first.</summary>
    public DateTimeOffset? Add(DateTimeOffset from, long seconds, IReadOnlyList<Pause> pauses)
    {
        var left = seconds;
        for (var at = from; at < _end; at = Minute(at).AddMinutes(1))
        {
            var run = Runs(at, pauses) ? (long)(Minute(at).AddMinutes(1) - at).TotalSeconds : 0;
            if (run >= left)
            {
                return at.AddSeconds(left);
            }

            left -= run;
        }

        return null;
    }

    public long Measure(DateTimeOffset from, DateTimeOffset to, IReadOnlyList<Pause> pauses)
    {
        var seconds = 0L;
        for (var at = from; at < to; at = Minute(at).AddMinutes(1))
        {
            var end = Minute(at).AddMinutes(1) < to ? Minute(at).AddMinutes(1) : to;
            seconds += Runs(at, pauses) ? (long)(end - at).TotalSeconds : 0;
        }

        return seconds;
    }

    private static DateTimeOffset Minute(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));

    private bool Runs(DateTimeOffset at, IReadOnlyList<Pause> pauses) =>
        IsOpen(at) && !pauses.Any(pause => pause.From <= at && (pause.To is null || at < pause.To));

    /// <summary>Whether the clock on the wall shows a time within the hours of the date beside it.</summary>
    private bool Shows(DateTime wall)
    {
        var (date, second) = (DateOnly.FromDateTime(wall), (int)wall.TimeOfDay.TotalSeconds);
        if (_timetable.ClosedDates.Contains(date)
            || (_timetable.SwedishClosures != SwedishClosures.None && SwedishHolidays.In(date.Year).Any(holiday => holiday.Date == date)))
        {
            return false;
        }

        var hours = _timetable.Shifts.TryGetValue(date, out var shift) ? shift : _timetable.Week.GetValueOrDefault(date.DayOfWeek, []);
        return hours.Any(Holds) && !_timetable.Breaks.GetValueOrDefault(date, []).Any(Holds);

        bool Holds(DayInterval interval) => interval.FromSecond <= second && second < interval.ToSecond;
    }
}
