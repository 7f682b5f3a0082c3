using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>
/// A calendar as JSON (design.md §6): <c>{ "tz", "hours": {"mon".."sun": [["09:00","17:00"], …]}, "holidays": [date],
/// "breaks": {date: [[from,to]]}, "shifts": {date: [[from,to]]} }</c>. Everything may be left out: the zone is then Europe/Stockholm and the
/// hours are Monday to Friday 08:00–17:00. Swedish holidays do not close such a calendar; its own <c>holidays</c> do. Members of other
/// names are let pass.
/// </summary>
public static class CalendarJson
{
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <exception cref="FormatException">Something cannot be read; the message says what.</exception>
    public static Timetable Parse(JsonElement calendar)
    {
        Members(calendar, "calendar");
        if (!JsonText.IsUnicode(calendar)) throw new FormatException("calendar " + JsonText.HalfASign);
        return new Timetable
        {
            Zone = Given("tz", out var zone) ? Zone(zone) : Timetable.Stockholm,
            Week = Given("hours", out var hours) ? Week(hours) : Timetable.OfficeWeek,
            ClosedDates = Given("holidays", out var holidays) ? Dates(holidays, "holidays") : [],
            Breaks = Given("breaks", out var breaks) ? Dated(breaks, "breaks") : ImmutableDictionary<DateOnly, ImmutableArray<DayInterval>>.Empty,
            Shifts = Given("shifts", out var shifts) ? Dated(shifts, "shifts") : ImmutableDictionary<DateOnly, ImmutableArray<DayInterval>>.Empty,
        };

        bool Given(string name, out JsonElement value) => calendar.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }

    /// <summary>What is wrong with a calendar; null when nothing is.</summary>
    public static string? Problem(JsonElement calendar)
    {
        try
        {
            _ = new WorkingHours(Parse(calendar));
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    /// <summary>An array of dates such as <c>"2027-05-07"</c>.</summary>
    /// <exception cref="FormatException">Something is not a date.</exception>
    public static ImmutableHashSet<DateOnly> Dates(JsonElement dates, string what) =>
        [.. Items(dates, what).Select(date => Date(Words(date, what), what))];

    private static TimeZoneInfo Zone(JsonElement zone)
    {
        var id = Words(zone, "tz");
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : throw new FormatException($"unknown time zone '{id}'");
    }

    private static ImmutableDictionary<DayOfWeek, ImmutableArray<DayInterval>> Week(JsonElement hours)
    {
        var week = ImmutableDictionary.CreateBuilder<DayOfWeek, ImmutableArray<DayInterval>>();
        foreach (var day in Members(hours, "hours"))
        {
            var weekday = Array.IndexOf(Weekdays, day.Name);
            week[weekday >= 0 ? (DayOfWeek)weekday : throw new FormatException($"hours: '{day.Name}' is not one of mon..sun")] =
                Intervals(day.Value, day.Name);
        }

        return week.ToImmutable();
    }

    private static ImmutableDictionary<DateOnly, ImmutableArray<DayInterval>> Dated(JsonElement dates, string what) =>
        Members(dates, what)
            .GroupBy(member => Date(member.Name, what), member => Intervals(member.Value, member.Name))
            .ToImmutableDictionary(date => date.Key, date => DayInterval.Merge(date.SelectMany(intervals => intervals)));

    private static ImmutableArray<DayInterval> Intervals(JsonElement list, string what) =>
        DayInterval.Merge(Items(list, what).Select(pair => Items(pair, what).ToArray() is [var from, var to]
            ? DayInterval.Parse(Words(from, what), Words(to, what))
            : throw new FormatException($"{what}: an interval is a pair such as [\"09:00\",\"17:00\"]")));

    private static DateOnly Date(string text, string what) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new FormatException($"{what}: '{text}' is not a date such as 2027-05-07");

    private static JsonElement.ObjectEnumerator Members(JsonElement value, string what) =>
        value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : throw new FormatException($"{what} is not an object");

    private static JsonElement.ArrayEnumerator Items(JsonElement value, string what) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Null => default,
        _ => throw new FormatException($"{what} is not an array"),
    };

    private static string Words(JsonElement value, string what) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw new FormatException($"{what} holds something that is not text");
}
