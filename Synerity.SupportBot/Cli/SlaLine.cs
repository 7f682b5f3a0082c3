using System.Text.Json;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Cli;

/// <summary>
/// One line of <c>sla evaluate</c>, read into what will write its result. Without <c>op</c> a ticket is evaluated; <c>between</c> counts
/// the business seconds of [from_utc, to_utc), <c>is_open</c> tells whether the calendar is open at at_utc. Instants are ISO 8601, in UTC
/// unless they carry an offset.
/// </summary>
internal static class SlaLine
{
    private static readonly int[] WarnLevels = [50, 75, 90];

    /// <exception cref="FormatException">A field is missing or makes no sense; the message says which.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An instant lies outside the years that can be counted in.</exception>
    public static Action<Utf8JsonWriter> Read(JsonElement line, CalendarCache calendars)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("the line is not a JSON object");
        }

        if (!JsonText.IsUnicode(line))
        {
            throw new FormatException("the line " + JsonText.HalfASign);
        }

        return LineFields.Text(line, "op") switch
        {
            null or "evaluate" => Evaluate(line, calendars.Of(line)),
            "between" => Between(line, calendars.Of(line)),
            "is_open" => IsOpen(line, calendars.Of(line)),
            var unknown => throw new FormatException($"op '{unknown}' is not evaluate, between or is_open"),
        };
    }

    private static Action<Utf8JsonWriter> Evaluate(JsonElement line, WorkingHours hours)
    {
        var created = LineFields.RequiredInstant(line, "created_utc");
        var pauses = LineFields.Pauses(line);
        var response = LineFields.Instant(line, "first_response_utc");
        var clock = new SlaClock(hours, new SlaTarget(created, LineFields.Budget(line)), pauses, response);
        var now = LineFields.Instant(line, "now_utc") ?? LastKnown(created, pauses, response);
        var standing = clock.At(now);
        DateTimeOffset?[] warnings = [.. WarnLevels.Select(level => clock.Reaches(level, now))];
        return writer => LineResult.Write(writer, line, () => WriteStanding(writer, standing, clock, warnings));
    }

    /// <summary>A line without now_utc is evaluated as of the last thing it tells, so that nothing on it lies in the future.</summary>
    private static DateTimeOffset LastKnown(DateTimeOffset created, IReadOnlyList<Pause> pauses, DateTimeOffset? response) =>
        pauses.Select(pause => pause.To ?? pause.From).Append(response ?? created).Append(created).Max();

    private static void WriteStanding(Utf8JsonWriter writer, SlaStanding standing, SlaClock clock, DateTimeOffset?[] warnings)
    {
        LineResult.Instant(writer, "due_utc", standing.DueAt);
        LineResult.Instant(writer, "due_if_resumed_now_utc", standing.DueIfResumedNow);
        writer.WriteNumber("elapsed_business_seconds", standing.ElapsedSeconds);
        LineResult.Number(writer, "remaining_business_seconds", standing.RemainingSeconds);
        writer.WriteString("state", JsonNamingPolicy.SnakeCaseLower.ConvertName(standing.State.ToString()));
        writer.WriteBoolean("clock_running", standing.ClockRunning);
        if (clock.Target.BudgetSeconds is null)
        {
            writer.WriteNull("warn_utc");
            return;
        }

        writer.WriteStartObject("warn_utc");
        for (var i = 0; i < WarnLevels.Length; i++)
        {
            LineResult.Instant(writer, $"{WarnLevels[i]}", warnings[i]);
        }

        writer.WriteEndObject();
    }

    private static Action<Utf8JsonWriter> Between(JsonElement line, WorkingHours hours)
    {
        var from = LineFields.RequiredInstant(line, "from_utc");
        var to = LineFields.RequiredInstant(line, "to_utc");
        if (to < from)
        {
            throw new FormatException("to_utc is before from_utc");
        }

        // A count without a guarantee, looked at when it ends.
        var clock = new SlaClock(hours, new SlaTarget(from, null), LineFields.Pauses(line), RespondedAt: null);
        var seconds = clock.At(to).ElapsedSeconds;
        return writer => LineResult.Write(writer, line, () => writer.WriteNumber("seconds", seconds));
    }

    private static Action<Utf8JsonWriter> IsOpen(JsonElement line, WorkingHours hours)
    {
        var open = hours.IsOpen(LineFields.RequiredInstant(line, "at_utc"));
        return writer => LineResult.Write(writer, line, () => writer.WriteBoolean("open", open));
    }
}
