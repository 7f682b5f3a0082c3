using System.Globalization;
using CsCheck;
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

    [Theory]
    [InlineData("2026-11-27 10:09", 2, "2026-12-01 10:09")]
    [InlineData("2026-11-27 17:00", 2, "2026-12-02 08:00")] // closed: counts from Monday's opening
    [InlineData("2026-11-29 12:00", 1, "2026-12-01 08:00")]
    [InlineData("2026-12-22 16:59", 2, "2026-12-28 16:59")] // Christmas and the weekend between
    [InlineData("2027-03-25 08:00", 1, "2027-03-30 08:00")] // Easter, and clocks put forward
    public void Some_days_later_at_the_same_time(string from, int days, string expected) =>
        Assert.Equal(At(expected), BusinessDays.After(new WorkingHours(Timetable.Standard()), At(from), days));

    [Theory]
    [InlineData("""{"tz":"Europe/Stockholm","hours":{"mon":[["09:00","17:00"]],"tue":[["13:00","17:00"]]}}""", "2026-11-30 10:00", 1, "2026-12-01 13:00")]
    [InlineData("""{"tz":"Europe/Stockholm","hours":{"mon":[["09:00","17:00"]],"tue":[["08:00","09:00"]]}}""", "2026-11-30 10:00", 1, "2026-12-07 09:00")]
    [InlineData("""{"tz":"Europe/Stockholm","hours":{}}""", "2026-12-01 09:00", 1, null)]
    public void Where_that_time_is_closed_the_next_opening(string calendar, string from, int days, string? expected) => Assert.Equal(
        expected is null ? null : At(expected),
        BusinessDays.After(new WorkingHours(CalendarJson.Parse(System.Text.Json.JsonElement.Parse(calendar))), At(from), days));

    /// <summary>Whatever the calendar: it is open then, and never sooner than that many days with hours.</summary>
    [Fact]
    public void It_is_open_then_and_not_too_early() => Gen.Select(GenSla.OpeningTimetable, GenSla.Moment, Gen.Int[2, 8]).Sample((timetable, from, days) =>
    {
        var hours = new WorkingHours(timetable);
        var at = BusinessDays.After(hours, from, days)!.Value;
        return hours.IsOpen(at) && at >= BusinessDays.EndOf(hours, hours.NextOpening(from)!.Value, days - 1);
    });

    private static DateTimeOffset At(string local)
    {
        var time = DateTime.Parse(local, CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Stockholm.GetUtcOffset(time));
    }
}
