using System.Collections.Immutable;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>A timetable applied to the dates of one year: wall-clock hours, before any zone.</summary>
internal sealed class DatedHours
{
    private readonly Timetable _timetable;
    private readonly bool[] _closedBySwedishLaw = new bool[366];
    private readonly ImmutableArray<DayInterval>[] _week = new ImmutableArray<DayInterval>[7];

    public DatedHours(Timetable timetable, int year)
    {
        _timetable = timetable;
        for (var weekday = DayOfWeek.Sunday; weekday <= DayOfWeek.Saturday; weekday++)
        {
            _week[(int)weekday] = timetable.Week.GetValueOrDefault(weekday, []);
        }

        if (timetable.SwedishClosures == SwedishClosures.None)
        {
            return;
        }

        foreach (var holiday in SwedishHolidays.In(year).Where(timetable.IsClosedBySwedishLaw))
        {
            _closedBySwedishLaw[holiday.Date.DayOfYear - 1] = true;
        }
    }

    /// <summary>As below. A date of the year before would be asked about this year's holidays; no zone changes its clocks at New Year.</summary>
    public ImmutableArray<DayInterval> On(DateOnly date) => On(date, date.DayOfYear - 1);

    /// <param name="dayOfYear">Counted from 0.</param>
    public ImmutableArray<DayInterval> On(DateOnly date, int dayOfYear)
    {
        if (_closedBySwedishLaw[dayOfYear] || _timetable.ClosedDates.Contains(date))
        {
            return [];
        }

        var hours = _timetable.Shifts.TryGetValue(date, out var shift) ? shift : _week[(int)date.DayOfWeek];
        return _timetable.Breaks.TryGetValue(date, out var breaks) ? DayInterval.Cut(hours, breaks) : hours;
    }
}
