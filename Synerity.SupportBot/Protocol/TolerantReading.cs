using System.Text.Json;
using System.Text.Json.Serialization;

namespace Synerity.SupportBot.Protocol;

/// <summary>A time that cannot be read counts as absent.</summary>
internal sealed class ReadableTime : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.TryGetDateTimeOffset(out var time) ? time : null;
        }

        reader.Skip();
        return null;
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options) => writer.WriteStringValue(value!.Value);
}

/// <summary>Items of a shape that nobody here knows, and nulls, are left out: one new kind of entity must not cost a whole message.</summary>
internal sealed class ReadableItems<T> : JsonConverter<IReadOnlyList<T>> where T : class
{
    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list was expected.");
        }

        var items = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Item(ref reader, options) is { } item)
            {
                items.Add(item);
            }
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var item in value)
        {
            JsonSerializer.Serialize(writer, item, options.GetTypeInfo(typeof(T)));
        }

        writer.WriteEndArray();
    }

    private static T? Item(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var attempt = reader;
        try
        {
            var item = (T?)JsonSerializer.Deserialize(ref attempt, options.GetTypeInfo(typeof(T)));
            reader = attempt;
            return item;
        }
        catch (JsonException)
        {
            reader.Skip();
            return null;
        }
    }
}
