using System.Text.Json;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Cli;

/// <summary>Calendars by the JSON text they were given in, so that a stream of lines with the same calendar reads it once. Bounded; not thread-safe.</summary>
internal sealed class CalendarCache
{
    private const int Capacity = 1024;
    private readonly Dictionary<(string Calendar, string Closures), WorkingHours> _known = [];
    private readonly WorkingHours _standard = new(Timetable.Standard());

    /// <param name="line">May have <c>calendar</c> and <c>extra_closed_dates</c>; without a calendar the standard hours hold.</param>
    /// <exception cref="FormatException">The calendar or a date cannot be read.</exception>
    public WorkingHours Of(JsonElement line)
    {
        var hasCalendar = Given(line, "calendar", out var calendar);
        var hasClosures = Given(line, "extra_closed_dates", out var closures) && closures.GetRawText() != "[]";
        if (!hasCalendar && !hasClosures)
        {
            return _standard;
        }

        var key = (hasCalendar ? calendar.GetRawText() : "", hasClosures ? closures.GetRawText() : "");
        if (_known.TryGetValue(key, out var hours))
        {
            return hours;
        }

        var timetable = hasCalendar ? CalendarJson.Parse(calendar) : Timetable.Standard();
        hours = new WorkingHours(hasClosures ? timetable.ClosedAlsoOn(CalendarJson.Dates(closures, "extra_closed_dates")) : timetable);
        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        return _known[key] = hours;
    }

    private static bool Given(JsonElement line, string name, out JsonElement value) =>
        line.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
