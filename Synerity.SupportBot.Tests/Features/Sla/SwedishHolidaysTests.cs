using System.Globalization;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Tests.Features.Sla;

public sealed class SwedishHolidaysTests
{
    private static readonly string[][] Rows =
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Features", "Sla", "holidays.csv")).Skip(1).Select(line => line.Split(','))];

    private static readonly int[] Listed = [.. Rows.Select(row => int.Parse(row[0][..4], CultureInfo.InvariantCulture)).Distinct()];

    public static TheoryData<int> Years => [.. Listed];

    [Theory]
    [MemberData(nameof(Years))]
    public void A_year_has_the_holidays_of_the_list_and_no_others(int year)
    {
        var expected = Rows.Where(row => row[0].StartsWith($"{year}-", StringComparison.Ordinal)).Select(row => string.Join(',', row));

        var holidays = SwedishHolidays.In(year);

        Assert.Equal(expected, holidays.Select(holiday => AsRow(holiday)));
    }

    [Fact]
    public void The_list_covers_2015_to_2040() => Assert.Equal(Enumerable.Range(2015, 26), Listed);

    [Theory]
    [InlineData(1990, "1990-04-15")]
    [InlineData(1995, "1995-04-16")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2008, "2008-03-23")]
    [InlineData(2011, "2011-04-24")]
    [InlineData(2038, "2038-04-25")]
    [InlineData(2049, "2049-04-18")]
    [InlineData(2076, "2076-04-19")]
    [InlineData(2100, "2100-03-28")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_falls_where_the_almanac_has_it(int year, string date) =>
        Assert.Equal(Day(date), DateOf(year, "påskdagen"));

    [Fact]
    public void Whit_Monday_gave_way_to_the_national_day_in_2005()
    {
        var before = SwedishHolidays.In(2004).Select(holiday => holiday.Name.Swedish).ToArray();
        var after = SwedishHolidays.In(2005).Select(holiday => holiday.Name.Swedish).ToArray();

        Assert.Equal(Day("2004-05-31"), DateOf(2004, "annandag pingst"));
        Assert.DoesNotContain("Sveriges nationaldag", before);
        Assert.Equal(Day("2005-06-06"), DateOf(2005, "Sveriges nationaldag"));
        Assert.DoesNotContain("annandag pingst", after);
    }

    [Fact]
    public void May_Day_and_Ascension_Day_may_share_a_date() =>
        Assert.Equal(["första maj", "Kristi himmelsfärdsdag"], SwedishHolidays.In(2008).Where(day => day.Date == Day("2008-05-01")).Select(day => day.Name.Swedish));

    [Fact]
    public void Midsummer_and_All_Saints_are_always_Saturdays_in_their_weeks()
    {
        foreach (var year in Enumerable.Range(1990, 300))
        {
            var (midsummer, saints) = (DateOf(year, "midsommardagen"), DateOf(year, "alla helgons dag"));

            Assert.Equal((DayOfWeek.Saturday, DayOfWeek.Saturday), (midsummer.DayOfWeek, saints.DayOfWeek));
            Assert.InRange(midsummer, new DateOnly(year, 6, 20), new DateOnly(year, 6, 26));
            Assert.InRange(saints, new DateOnly(year, 10, 31), new DateOnly(year, 11, 6));
            Assert.Equal(midsummer.AddDays(-1), DateOf(year, "midsommarafton"));
        }
    }

    private static DateOnly DateOf(int year, string name) => SwedishHolidays.In(year).Single(holiday => holiday.Name.Swedish == name).Date;

    private static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string AsRow(Holiday holiday) => string.Create(
        CultureInfo.InvariantCulture,
        $"{holiday.Date:yyyy-MM-dd},{holiday.Date:ddd},{holiday.Name.Swedish},{(holiday.Kind == HolidayKind.Eve ? "afton" : "helgdag")},{(holiday.FallsOnWeekday ? "yes" : "no")}");
}
