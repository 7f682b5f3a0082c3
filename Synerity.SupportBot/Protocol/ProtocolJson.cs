using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Synerity.SupportBot.Protocol;

/// <summary>
/// JSON as it goes over the wire. Reading ignores case, keeps unknown members, refuses repeated ones (two readers must not see two
/// different activities) and nesting deeper than 64; writing leaves out nulls and keeps å as å.
/// </summary>
public static class ProtocolJson
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    internal static readonly ProtocolContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        PropertyNameCaseInsensitive = true,
        AllowDuplicateProperties = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = MaxDepth,
    });

    private static readonly JsonWriterOptions Writing = new() { Encoder = Context.Options.Encoder };

    /// <summary>The activity in <paramref name="utf8"/>, or null when it is not one: no JSON object, wrong types, not Unicode, no type.</summary>
    public static Activity? ReadActivity(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return IsText(utf8) && JsonSerializer.Deserialize(utf8, Context.Activity) is { Type.Length: > 0 } activity ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An activity as Teams would post it; what the try-out connector and tests send.</summary>
    public static byte[] WriteActivity(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Context.Activity);

    internal static byte[] Write(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Writing))
        {
            element.WriteTo(writer);
        }

        return stream.ToArray();
    }

    /// <summary>
    /// True when every string in it is Unicode. The parser checks those it turns into text, but a <see cref="JsonElement"/> only fails when
    /// somebody reads it, long after the sender could have been told.
    /// </summary>
    private static bool IsText(ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            return false;
        }

        if (utf8.IndexOf("\\ud"u8) < 0 && utf8.IndexOf("\\uD"u8) < 0)
        {
            return true;
        }

        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = MaxDepth });
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

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

[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivityBody))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(CreatedResource))]
[JsonSerializable(typeof(MemberBody))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ErrorDetail))]
[JsonSerializable(typeof(Auth.OpenIdMetadata))]
[JsonSerializable(typeof(Auth.KeySetBody))]
internal sealed partial class ProtocolContext : JsonSerializerContext;
