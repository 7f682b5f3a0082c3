using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Tests.Features.Sla;

/// <summary>
/// A slow reference for <see cref="WorkingHours"/> that shares no arithmetic with it: the open minutes of a few weeks, found date by date
/// with the framework's own conversion, and counted one by one. Timetables must be in whole minutes.
/// </summary>
internal sealed class SteppedHours
{
    private readonly HashSet<DateTimeOffset> _open = [];
    private readonly Timetable _timetable;
    private readonly DateTimeOffset _end;

    public SteppedHours(Timetable timetable, DateTimeOffset from, int days)
    {
        _timetable = timetable;
        _end = from.AddDays(days);
        var first = DateOnly.FromDateTime(from.UtcDateTime).AddDays(-2);
        for (var date = first; date < first.AddDays(days + 4); date = date.AddDays(1))
        {
            OpenOn(date);
        }
    }

    public bool IsOpen(DateTimeOffset at) => _open.Contains(Minute(at));

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

    private void OpenOn(DateOnly date)
    {
        if (_timetable.ClosedDates.Contains(date)
            || (_timetable.SwedishClosures != SwedishClosures.None && SwedishHolidays.In(date.Year).Any(holiday => holiday.Date == date)))
        {
            return;
        }

        var hours = _timetable.Shifts.TryGetValue(date, out var shift) ? shift : _timetable.Week.GetValueOrDefault(date.DayOfWeek, []);
        var breaks = _timetable.Breaks.GetValueOrDefault(date, []);
        var (midnight, nextMidnight) = (Instant(date, 0), Instant(date, 86_400));
        foreach (var open in hours)
        {
            var (start, end) = (Instant(date, open.FromSecond), Instant(date, open.ToSecond));
            for (var at = start < midnight ? midnight : start; at < end && at < nextMidnight; at = at.AddMinutes(1))
            {
                if (!breaks.Any(cut => Instant(date, cut.FromSecond) <= at && at < Instant(date, cut.ToSecond)))
                {
                    _open.Add(at);
                }
            }
        }
    }

    private DateTimeOffset Instant(DateOnly date, int second)
    {
        var wall = date.ToDateTime(TimeOnly.MinValue).AddSeconds(second);
        if (_timetable.Zone.IsInvalidTime(wall))
        {
            var lastValid = wall;
            while (_timetable.Zone.IsInvalidTime(lastValid))
            {
                lastValid = lastValid.AddMinutes(-1);
            }

            return new DateTimeOffset(wall, _timetable.Zone.GetUtcOffset(lastValid)).ToUniversalTime();
        }

        var offset = _timetable.Zone.IsAmbiguousTime(wall) ? _timetable.Zone.GetAmbiguousTimeOffsets(wall).Max() : _timetable.Zone.GetUtcOffset(wall);
        return new DateTimeOffset(wall, offset).ToUniversalTime();
    }
}
