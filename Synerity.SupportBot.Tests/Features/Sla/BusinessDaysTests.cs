using System.Globalization;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Tests.Features.Sla;

public sealed class BusinessDaysTests
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    [Theory]
    [InlineData("2026-12-01 13:40", 5, "2026-12-08 17:00")] // as scene 4 tells it
    [InlineData("2026-12-01 00:00", 5, "2026-12-08 17:00")]
    [InlineData("2026-12-01 23:59", 5, "2026-12-08 17:00")]
    [InlineData("2026-12-05 12:00", 5, "2026-12-11 17:00")] // a Saturday: the whole next week
    [InlineData("2026-12-22 10:00", 5, "2027-01-04 17:00")] // Christmas, New Year and the weekends between
    [InlineData("2027-03-25 10:00", 1, "2027-03-30 17:00")] // Easter, and clocks put forward
    public void The_last_day_ends_when_its_hours_do(string from, int days, string expected) =>
        Assert.Equal(At(expected), BusinessDays.EndOf(new WorkingHours(Timetable.Standard()), At(from), days));

    [Theory]
    [InlineData("""{"tz":"Europe/Stockholm","hours":{"sat":[["10:00","12:00"],["13:00","24:00"]]}}""", "2026-12-05 11:00", 2, "2026-12-20 00:00")]
    [InlineData("""{"tz":"Europe/Stockholm","hours":{"mon":[["09:00","10:00"]]},"holidays":["2026-12-07"]}""", "2026-12-01 09:00", 1, "2026-12-14 10:00")]
    [InlineData("""{"tz":"Europe/Stockholm","hours":{}}""", "2026-12-01 09:00", 1, null)]
    public void Another_calendar_has_days_of_its_own(string calendar, string from, int days, string? expected) => Assert.Equal(
        expected is null ? null : At(expected),
        BusinessDays.EndOf(new WorkingHours(CalendarJson.Parse(System.Text.Json.JsonElement.Parse(calendar))), At(from), days));

    private static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Stockholm.GetUtcOffset(time));
    }
}
