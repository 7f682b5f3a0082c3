namespace Synerity.SupportBot.Features.Sla;

/// <summary>Deadlines that are told as a day: <em>tisdag 8 december</em>.</summary>
public static class BusinessDays
{
    /// <summary>A calendar that stays closed this long has no such day.</summary>
    private const int Horizon = 2 * 366;

    /// <summary>
    /// When the hours end on the <paramref name="days"/>th day with hours after the local date of <paramref name="from"/>, so that nobody gets less
    /// than that many whole days; null when the calendar has no such day within two years.
    /// </summary>
    public static DateTimeOffset? EndOf(WorkingHours hours, DateTimeOffset from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        var date = hours.DateAt(from);
        DatedHours? year = null;
        for (var walked = 0; walked < Horizon; walked++)
        {
            date = date.AddDays(1);
            year = year is null || date.DayOfYear == 1 ? new DatedHours(hours.Timetable, date.Year) : year;
            if (year.On(date, date.DayOfYear - 1) is not { IsEmpty: false } open || --days > 0) continue;
            var end = LocalDays.Of(hours.Timetable.Zone).InstantOf(LocalDays.WallMidnight(date) + open[^1].ToSecond);
            return DateTimeOffset.FromUnixTimeSeconds(end);
        }

        return null;
    }

    /// <summary>
    /// The clock time of <paramref name="from"/> on the <paramref name="days"/>th day with hours after it, or the next opening where it is closed
    /// then. What begins while it is closed counts from the next opening. Null when the calendar has no such day within two years.
    /// </summary>
    public static DateTimeOffset? After(WorkingHours hours, DateTimeOffset from, int days)
    {
        if (hours.NextOpening(from) is not { } start || EndOf(hours, start, days) is not { } end) return null;
        var zone = hours.Timetable.Zone;
        var time = (long)TimeZoneInfo.ConvertTime(start, zone).TimeOfDay.TotalSeconds;
        var date = hours.DateAt(end.AddSeconds(-1));
        return hours.NextOpening(DateTimeOffset.FromUnixTimeSeconds(LocalDays.Of(zone).InstantOf(LocalDays.WallMidnight(date) + time)));
    }
}
