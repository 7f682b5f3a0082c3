using System.Text.Json;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Cli;

/// <summary>Reads the fields of one line. A field that is null counts as left out.</summary>
internal static class LineFields
{
    public static string? Text(JsonElement line, string name) =>
        !Given(line, name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new FormatException($"{name} is not text");

    public static DateTimeOffset RequiredInstant(JsonElement line, string name) =>
        Instant(line, name) ?? throw new FormatException($"{name} is missing");

    public static DateTimeOffset? Instant(JsonElement line, string name)
    {
        if (!Given(line, name, out var value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.String || !value.TryGetDateTime(out var time))
        {
            throw new FormatException($"{name} is not an instant such as 2026-04-02T14:00:00Z");
        }

        return time.Kind == DateTimeKind.Local ? value.GetDateTimeOffset() : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
    }

    /// <summary>budget_seconds, where null means no guarantee; if it is left out altogether, what the tier promises.</summary>
    public static long? Budget(JsonElement line)
    {
        if (!line.TryGetProperty("budget_seconds", out var budget))
        {
            return Text(line, "tier") switch
            {
                "GULD" => 2 * 3600,
                "SILVER" => 8 * 3600,
                "FREE" or null => null,
                var tier => throw new FormatException($"budget_seconds is missing, and tier '{tier}' does not tell it"),
            };
        }

        return budget.ValueKind == JsonValueKind.Null ? null
            : budget.ValueKind == JsonValueKind.Number && budget.TryGetInt64(out var seconds) && seconds >= 0 ? seconds
            : throw new FormatException("budget_seconds is not a whole number from 0 up, nor null");
    }

    public static IReadOnlyList<Pause> Pauses(JsonElement line)
    {
        if (!Given(line, "pauses", out var pauses))
        {
            return [];
        }

        return pauses.ValueKind == JsonValueKind.Array
            ? [.. pauses.EnumerateArray().Select(OnePause)]
            : throw new FormatException("pauses is not an array");
    }

    private static Pause OnePause(JsonElement pause)
    {
        if (pause.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("a pause is not an object with from_utc and to_utc");
        }

        var (from, to) = (RequiredInstant(pause, "from_utc"), Instant(pause, "to_utc"));
        return to < from ? throw new FormatException("a pause ends before it starts") : new Pause(from, to);
    }

    private static bool Given(JsonElement line, string name, out JsonElement value) =>
        line.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
}
