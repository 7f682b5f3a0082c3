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
}
