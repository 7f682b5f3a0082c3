using System.Text.Json;

namespace Synerity.SupportBot.Cli;

/// <summary>Writes one result line, with the id as it was given.</summary>
internal static class LineResult
{
    public static void Write(Utf8JsonWriter writer, JsonElement line, Action members)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("id");
        if (line.TryGetProperty("id", out var id))
        {
            id.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        members();
        writer.WriteEndObject();
    }

    /// <summary>An instant as 2026-04-02T14:00:00Z, or null.</summary>
    public static void Instant(Utf8JsonWriter writer, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
        {
            writer.WriteString(name, known.UtcDateTime);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public static void Number(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is { } known)
        {
            writer.WriteNumber(name, known);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
