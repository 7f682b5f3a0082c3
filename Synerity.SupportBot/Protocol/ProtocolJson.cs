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

        return PlainJson.Of(stream.ToArray());
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

[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivityBody))]
[JsonSerializable(typeof(NewConversation))]
[JsonSerializable(typeof(CreatedResource))]
[JsonSerializable(typeof(MemberBody))]
[JsonSerializable(typeof(MembersPage))]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(ErrorDetail))]
[JsonSerializable(typeof(StreamInfoBody))]
[JsonSerializable(typeof(AiContentBody))]
[JsonSerializable(typeof(Auth.OpenIdMetadata))]
[JsonSerializable(typeof(Auth.KeySetBody))]
internal sealed partial class ProtocolContext : JsonSerializerContext;
