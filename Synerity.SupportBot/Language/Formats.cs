using System.Globalization;

namespace Synerity.SupportBot.Language;

/// <summary>Dates, clock times and numbers as people say them. Everything here is told in the zone of the reader.</summary>
public static class Formats
{
    private static readonly CultureInfo Sv = CultureInfo.GetCultureInfo("sv-SE");
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en-GB");

    /// <summary><c>15:20</c>.</summary>
    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary><c>i dag 15:20</c>, <c>i morgon 09:15</c>, otherwise <c>måndag 30 november 09:15</c>; with the year when it is another one.</summary>
    public static Text Moment(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone) =>
        Day(DateIn(at, zone), DateIn(now, zone)) + Text.Same(" " + Clock(at, zone));

    /// <summary><c>i går</c>, <c>i dag</c>, <c>i morgon</c>, otherwise <c>måndag 30 november</c>; with the year when it is another one.</summary>
    public static Text Day(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        -1 => new("i går", "yesterday"),
        0 => new("i dag", "today"),
        1 => new("i morgon", "tomorrow"),
        _ => Date(day, today.Year),
    };

    /// <summary><c>Fredag 16:30</c>: the moment an answer was given, for one that stands for less than a week.</summary>
    public static Text Stamp(DateTimeOffset at, TimeZoneInfo zone) => Sentence(Weekday(DateIn(at, zone)) + Text.Same(" " + Clock(at, zone)));

    /// <summary><c>måndag</c>.</summary>
    public static Text Weekday(DateOnly day) => new(day.ToString("dddd", Sv), day.ToString("dddd", En));

    /// <summary><c>måndag 30 november</c>; the year is added when it is not <paramref name="year"/>.</summary>
    public static Text Date(DateOnly day, int year)
    {
        var pattern = day.Year == year ? "dddd d MMMM" : "dddd d MMMM yyyy";
        return new(day.ToString(pattern, Sv), day.ToString(pattern, En));
    }

    /// <summary><c>30 nov</c>: where a year is understood.</summary>
    public static Text ShortDate(DateOnly day) => new(day.ToString("d MMM", Sv).TrimEnd('.'), day.ToString("d MMM", En));

    /// <summary><c>6 h 15 min</c>, <c>8 h</c>, <c>45 min</c>; whole minutes, rounded down.</summary>
    public static string Span(TimeSpan span)
    {
        var minutes = (long)Math.Abs(span.TotalMinutes);
        var (hours, rest) = (minutes / 60, minutes % 60);
        return hours == 0 ? $"{rest} min" : rest == 0 ? $"{hours} h" : $"{hours} h {rest} min";
    }

    /// <summary><c>2 timmar öppettid</c>: a budget counted in opening hours.</summary>
    public static Text OpeningTime(TimeSpan budget)
    {
        if (budget.TotalMinutes % 60 != 0) return new($"{Span(budget)} öppettid", $"{Span(budget)} of opening hours");
        var hours = (long)budget.TotalHours;
        return hours == 1 ? new("1 timme öppettid", "1 opening hour") : new($"{hours} timmar öppettid", $"{hours} opening hours");
    }

    /// <summary><c>240 kB</c>, <c>1,8 MB</c>; never less than 1 kB.</summary>
    public static Text Bytes(long bytes) => bytes < 1024 * 1024
        ? Text.Same($"{Math.Max(1, bytes / 1024)} kB")
        : new($"{(bytes / 1048576.0).ToString("0.#", Sv)} MB", $"{(bytes / 1048576.0).ToString("0.#", En)} MB");

    /// <summary>The first letter as a capital, for a text that begins a line.</summary>
    public static Text Sentence(Text text) => new(Capital(text.Swedish, Sv), Capital(text.English, En));

    public static DateOnly DateIn(DateTimeOffset at, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    private static string Capital(string words, CultureInfo culture) =>
        words.Length == 0 ? words : words[..1].ToUpper(culture) + words[1..];
}
