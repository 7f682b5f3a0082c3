using System.Globalization;
using System.Text.Json;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Tests.Features.Sla;

public sealed class WorkingHoursTests
{
    private static readonly WorkingHours Standard = new(Timetable.Standard());

    [Theory]
    [InlineData("2026-04-02 16:00", 2, "2026-04-07 09:00")]
    [InlineData("2026-04-02 16:00", 8, "2026-04-07 15:00")]
    [InlineData("2026-06-18 15:00", 2, "2026-06-18 17:00")]
    [InlineData("2026-06-18 15:00", 8, "2026-06-22 14:00")]
    [InlineData("2026-12-30 16:30", 2, "2027-01-04 09:30")]
    [InlineData("2026-03-27 16:00", 8, "2026-03-30 15:00")]
    [InlineData("2026-08-14 09:00", 8, "2026-08-14 17:00")]
    public void The_examples_of_the_rules_hold(string created, int budgetHours, string due) =>
        Assert.Equal(Local(due), Standard.Add(Local(created), budgetHours * 3600));

    [Theory]
    [InlineData("2026-04-07 07:59:59", false)]
    [InlineData("2026-04-07 08:00:00", true)]
    [InlineData("2026-04-07 16:59:59", true)]
    [InlineData("2026-04-07 17:00:00", false)]
    [InlineData("2026-05-15 12:00:00", true)]
    [InlineData("2026-06-19 12:00:00", false)]
    [InlineData("2026-12-24 12:00:00", false)]
    [InlineData("2026-12-28 12:00:00", true)]
    public void Hours_include_their_start_and_exclude_their_end_and_squeeze_days_are_open(string at, bool open) =>
        Assert.Equal(open, Standard.IsOpen(Local(at)));

    [Fact]
    public void Eves_are_open_when_the_setting_says_so()
    {
        var hours = new WorkingHours(Timetable.Standard(evesClosed: false));

        Assert.True(hours.IsOpen(Local("2026-12-24 12:00")));
        Assert.False(hours.IsOpen(Local("2026-12-25 12:00")));
    }

    [Fact]
    public void A_holiday_beats_a_shift_which_beats_the_week_and_breaks_are_cut_from_either()
    {
        var hours = Parse("""
            {"tz":"UTC","hours":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]]},"holidays":["2027-05-03"],
             "shifts":{"2027-05-03":[["09:00","10:00"]],"2027-05-04":[["12:00","14:00"],["13:00","16:00"]],"2027-05-10":[]},
             "breaks":{"2027-05-04":[["13:00","13:30"]],"2027-05-11":[["08:00","12:00"],["11:00","12:30"]]}}
            """);

        Assert.Equal([0, 3.5, 0, 4.5, 8], Days(3, 4, 10, 11, 17).Select(date => HoursOf(hours, date)));
    }

    [Fact]
    public void A_night_across_midnight_is_one_opening()
    {
        var hours = Parse("""{"tz":"Europe/Stockholm","hours":{"thu":[["22:00","24:00"]],"fri":[["00:00","06:00"]]}}""");

        Assert.Equal(Local("2027-01-01 06:00"), hours.NextClosing(Local("2026-12-31 20:00")));
        Assert.Equal(Local("2027-01-01 05:00"), hours.Add(Local("2026-12-31 20:00"), 7 * 3600));
    }

    // It is open when the clock on the wall shows a time within the hours: a gap has none of its times, and an hour that comes twice has them twice.
    [Theory]
    [InlineData("Europe/Stockholm", "2027-03-28", "02:30", "04:00", "2027-03-28T01:00:00Z", "2027-03-28T02:00:00Z")]
    [InlineData("Europe/Stockholm", "2027-03-28", "01:00", "02:30", "2027-03-28T00:00:00Z", "2027-03-28T01:00:00Z")]
    [InlineData("Europe/Stockholm", "2027-10-31", "02:30", "04:00", "2027-10-31T00:30:00Z", "2027-10-31T01:00:00Z")]
    [InlineData("Europe/Stockholm", "2027-10-31", "01:00", "02:30", "2027-10-30T23:00:00Z", "2027-10-31T00:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2027-10-03", "02:15", "05:00", "2027-10-02T15:30:00Z", "2027-10-02T18:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2027-04-04", "01:45", "05:00", "2027-04-03T14:45:00Z", "2027-04-03T15:00:00Z")]
    [InlineData("Asia/Beirut", "2027-03-28", "00:00", "24:00", "2027-03-27T22:00:00Z", "2027-03-28T21:00:00Z")]
    public void Hours_that_touch_a_clock_change_are_read_as_documented(string zone, string date, string from, string to, string opens, string closes)
    {
        var hours = Parse($$$"""{"tz":"{{{zone}}}","hours":{},"shifts":{"{{{date}}}":[["{{{from}}}","{{{to}}}"]]}}""");
        var before = Utc(opens).AddDays(-1);

        Assert.Equal((Utc(opens), Utc(closes)), (hours.NextOpening(before), hours.NextClosing(before)));
    }

    [Theory]
    [InlineData("America/New_York", "2027-03-14", "00:00", "02:30", "2027-03-14T07:10:00Z", false)]
    [InlineData("America/New_York", "2027-03-14", "02:30", "10:00", "2027-03-14T07:10:00Z", true)]
    [InlineData("America/New_York", "2027-11-07", "00:00", "01:30", "2027-11-07T05:15:00Z", true)]
    [InlineData("America/New_York", "2027-11-07", "00:00", "01:30", "2027-11-07T05:45:00Z", false)]
    [InlineData("America/New_York", "2027-11-07", "00:00", "01:30", "2027-11-07T06:15:00Z", true)]
    [InlineData("America/New_York", "2027-11-07", "00:00", "01:30", "2027-11-07T06:45:00Z", false)]
    [InlineData("America/St_Johns", "2010-11-06", "23:00", "24:00", "2010-11-07T03:00:00Z", true)]
    [InlineData("America/St_Johns", "2010-11-07", "00:00", "01:00", "2010-11-07T03:00:00Z", false)]
    public void Around_a_clock_change_the_clock_on_the_wall_decides(string zone, string date, string from, string to, string at, bool open)
    {
        var hours = Parse($$$"""{"tz":"{{{zone}}}","hours":{},"shifts":{"{{{date}}}":[["{{{from}}}","{{{to}}}"]]}}""");

        Assert.Equal(open, hours.IsOpen(Utc(at)));
    }

    [Fact]
    public void A_day_that_a_zone_skipped_has_no_hours()
    {
        var hours = Parse("""{"tz":"Pacific/Apia","hours":{"thu":[["00:00","24:00"]],"fri":[["00:00","24:00"]],"sat":[["00:00","24:00"]]}}""");

        Assert.Equal(48 * 3600, hours.Measure(Utc("2011-12-29T00:00:00Z"), Utc("2012-01-02T00:00:00Z")));
    }

    [Theory]
    [InlineData("""{"hours":{}}""")]
    [InlineData("""{"hours":{"mon":[]},"shifts":{"2020-05-04":[["09:00","10:00"]]}}""")]
    public void A_calendar_that_never_opens_again_has_no_due(string calendar)
    {
        var (hours, from) = (Parse(calendar), Local("2027-05-03 12:00"));

        Assert.Equal((null, null, null), (hours.Add(from, 1), hours.NextOpening(from), hours.NextClosing(from)));
        Assert.Equal(0, hours.Measure(from, from.AddYears(500)));
    }

    [Fact]
    public void Hours_round_the_clock_never_close()
    {
        var day = """[["00:00","24:00"]]""";
        var hours = Parse($$"""{"tz":"Europe/Stockholm","hours":{"mon":{{day}},"tue":{{day}},"wed":{{day}},"thu":{{day}},"fri":{{day}},"sat":{{day}},"sun":{{day}} } }""");
        var from = Local("2027-05-03 12:00");

        Assert.Null(hours.NextClosing(from));
        Assert.Equal(from.AddDays(4000), hours.Add(from, 4000 * 86_400L));
    }

    [Fact]
    public void Centuries_are_counted_and_a_budget_beyond_the_calendar_has_no_due()
    {
        var from = Local("1990-01-02 08:00");

        var seconds = Standard.Measure(from, Local("2190-01-14 08:00"));

        Assert.Equal(Local("2190-01-13 17:00"), Standard.Add(from, seconds));
        Assert.Null(Standard.Add(from, long.MaxValue));
    }

    [Fact]
    public void No_budget_starts_at_once_when_open_and_else_at_the_next_opening()
    {
        Assert.Equal(Local("2027-05-03 12:00"), Standard.Add(Local("2027-05-03 12:00"), 0));
        Assert.Equal(Local("2027-05-04 08:00"), Standard.Add(Local("2027-05-03 17:00"), 0));
    }

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Standard.Add(Local("2027-05-03 12:00"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Standard.IsOpen(DateTimeOffset.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DayInterval(3600, 3600));
    }

    [Fact]
    public async Task Many_may_count_on_one_calendar_at_once()
    {
        var hours = new WorkingHours(Timetable.Standard());
        var from = Enumerable.Range(0, 4000).Select(i => Local("1995-01-01 00:00").AddHours(i * 31)).ToArray();
        var expected = from.Select(at => Standard.Add(at, 28_800)).ToArray();

        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => from.Select(at => hours.Add(at, 28_800)).ToArray())));

        Assert.All(found, dues => Assert.Equal(expected, dues));
    }

    [Fact]
    public void The_days_without_hours_say_why()
    {
        var hours = new WorkingHours(Timetable.Standard().ClosedAlsoOn([new DateOnly(2026, 4, 7)]));

        var closed = ClosedDay.Between(hours, Local("2026-04-02 16:00"), Local("2026-04-08 09:00"));

        Assert.Equal(
            [
                (3, ClosedBecause.Holiday, "långfredagen"), (4, ClosedBecause.Weekday, null), (5, ClosedBecause.Weekday, "påskdagen"),
                (6, ClosedBecause.Holiday, "annandag påsk"), (7, ClosedBecause.Closure, null),
            ],
            closed.Select(day => (day.Date.Day, day.Because, day.Holiday?.Swedish)));
    }

    [Fact]
    public void The_days_without_hours_are_told_across_the_turn_of_the_year()
    {
        var closed = ClosedDay.Between(Standard, Local("2026-12-30 16:30"), Local("2027-01-04 09:30"));

        Assert.Equal(["New Year's Eve", "New Year's Day", null, null], closed.Select(day => day.Holiday?.English));
    }

    private static IEnumerable<DateOnly> Days(params int[] ofMay) => ofMay.Select(day => new DateOnly(2027, 5, day));

    private static double HoursOf(WorkingHours hours, DateOnly date)
    {
        var midnight = new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero);
        return hours.Measure(midnight, midnight.AddDays(1)) / 3600.0;
    }

    private static WorkingHours Parse(string calendar) => new(CalendarJson.Parse(JsonElement.Parse(calendar)));

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(string time)
    {
        var wall = DateTime.Parse(time, CultureInfo.InvariantCulture);
        return new DateTimeOffset(wall, Timetable.Stockholm.GetUtcOffset(wall)).ToUniversalTime();
    }
}
