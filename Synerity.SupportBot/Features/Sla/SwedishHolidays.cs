using System.Collections.Immutable;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>
/// Swedish public holidays by the law 1989:253, and the three eves of 1930:173 §2. From 2005 the national day on 6 June is a holiday and
/// Whit Monday no longer is. The law knows no substitute days and no half days. Calculated, so right for any Gregorian year; years
/// before 1990, when the law came into force, are given as in 1990.
/// </summary>
public static class SwedishHolidays
{
    private const int NationalDayReplacedWhitMonday = 2005;

    /// <summary>All holidays and eves of a year, by date.</summary>
    /// <param name="year">1 to 9999.</param>
    public static ImmutableArray<Holiday> In(int year)
    {
        var easter = EasterSunday(year);
        var midsummer = SaturdayFrom(year, 6, 20);
        Holiday[] holidays =
        [
            Public(new(year, 1, 1), "nyårsdagen", "New Year's Day"),
            Public(new(year, 1, 6), "trettondedag jul", "Epiphany"),
            Public(easter.AddDays(-2), "långfredagen", "Good Friday"),
            Public(easter, "påskdagen", "Easter Sunday"),
            Public(easter.AddDays(1), "annandag påsk", "Easter Monday"),
            Public(new(year, 5, 1), "första maj", "May Day"),
            Public(easter.AddDays(39), "Kristi himmelsfärdsdag", "Ascension Day"),
            Public(easter.AddDays(49), "pingstdagen", "Whit Sunday"),
            year < NationalDayReplacedWhitMonday
                ? Public(easter.AddDays(50), "annandag pingst", "Whit Monday")
                : Public(new(year, 6, 6), "Sveriges nationaldag", "Sweden's National Day"),
            Eve(midsummer.AddDays(-1), "midsommarafton", "Midsummer's Eve"),
            Public(midsummer, "midsommardagen", "Midsummer's Day"),
            Public(SaturdayFrom(year, 10, 31), "alla helgons dag", "All Saints' Day"),
            Eve(new(year, 12, 24), "julafton", "Christmas Eve"),
            Public(new(year, 12, 25), "juldagen", "Christmas Day"),
            Public(new(year, 12, 26), "annandag jul", "Boxing Day"),
            Eve(new(year, 12, 31), "nyårsafton", "New Year's Eve"),
        ];
        return [.. holidays.OrderBy(holiday => holiday.Date)];
    }

    private static Holiday Public(DateOnly date, string swedish, string english) =>
        new(date, HolidayKind.PublicHoliday, new Text(swedish, english));

    private static Holiday Eve(DateOnly date, string swedish, string english) =>
        new(date, HolidayKind.Eve, new Text(swedish, english));

    private static DateOnly SaturdayFrom(int year, int month, int day)
    {
        var first = new DateOnly(year, month, day);
        return first.AddDays((DayOfWeek.Saturday - first.DayOfWeek + 7) % 7);
    }

    /// <summary>Western Easter by the ecclesiastical full moon of the Gregorian calendar (the anonymous computus of 1876).</summary>
    private static DateOnly EasterSunday(int year)
    {
        var golden = year % 19;
        var (century, ofCentury) = Math.DivRem(year, 100);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var fullMoon = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - fullMoon - (ofCentury % 4)) % 7;
        var lateMoon = (golden + (11 * fullMoon) + (22 * toSunday)) / 451;
        var (month, day) = Math.DivRem(fullMoon + toSunday - (7 * lateMoon) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
