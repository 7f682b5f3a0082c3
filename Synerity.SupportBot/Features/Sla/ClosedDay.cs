using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>Why a local day had no hours.</summary>
public enum ClosedBecause
{
    /// <summary>The week has no hours on that weekday, holiday or not.</summary>
    Weekday,

    /// <summary>A Swedish holiday or eve on a day that would otherwise have been open.</summary>
    Holiday,

    /// <summary>A date the calendar or an administrator closed.</summary>
    Closure,
}

/// <summary>A local day without hours, for telling people why a due is not the same day.</summary>
/// <param name="Holiday">Its name when it is a Swedish holiday by which the calendar closes, also on a weekend.</param>
public sealed record ClosedDay(DateOnly Date, ClosedBecause Because, Text? Holiday)
{
    /// <summary>The days without hours from the local date of <paramref name="from"/> to that of <paramref name="to"/>, both included.</summary>
    /// <remarks>Walks day by day: meant for the days between creation and due, not for decades.</remarks>
    public static IReadOnlyList<ClosedDay> Between(WorkingHours hours, DateTimeOffset from, DateTimeOffset to)
    {
        var closed = new List<ClosedDay>();
        var last = hours.DateAt(to);
        DatedHours? year = null;
        for (var date = hours.DateAt(from); date <= last; date = date.AddDays(1))
        {
            year = year is null || date.DayOfYear == 1 ? new DatedHours(hours.Timetable, date.Year) : year;
            if (year.On(date, date.DayOfYear - 1).IsEmpty)
            {
                closed.Add(Of(date, hours.Timetable));
            }
        }

        return closed;
    }

    private static ClosedDay Of(DateOnly date, Timetable timetable)
    {
        var holiday = SwedishHolidays.In(date.Year).FirstOrDefault(day => day.Date == date && timetable.IsClosedBySwedishLaw(day));
        var because = !timetable.HasHoursOn(date.DayOfWeek) && !timetable.Shifts.ContainsKey(date) ? ClosedBecause.Weekday
            : holiday is not null ? ClosedBecause.Holiday
            : ClosedBecause.Closure;
        return new ClosedDay(date, because, holiday?.Name);
    }
}
