using System.Runtime.InteropServices;
using System.Text.Json;

namespace Synerity.SupportBot.Cli;

/// <summary>Writes one result line, with the id as it was given.</summary>
internal static class LineResult
{
    public static void Write(Utf8JsonWriter writer, JsonElement line, Action members)
    {
        writer.WriteStartObject();
        Id(writer, line);
        members();
        writer.WriteEndObject();
    }

    /// <summary>The id letter by letter, also of a line that nobody can read; null where there is none.</summary>
    public static void Id(Utf8JsonWriter writer, JsonElement line)
    {
        writer.WritePropertyName("id");
        writer.WriteRawValue(IdOf(JsonMarshal.GetRawUtf8Value(line)), skipInputValidation: true);
    }

    private static ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) return "null"u8;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = !reader.ValueIsEscaped && reader.ValueSpan.SequenceEqual("id"u8);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (found) return line[start..(int)reader.BytesConsumed];
        }

        return "null"u8;
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
