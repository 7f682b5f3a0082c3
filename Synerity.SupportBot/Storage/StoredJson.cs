using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Synerity.SupportBot.Storage;

/// <summary>A value that was read, with the tag that a later <see cref="RowWrite.Replace"/> must match.</summary>
public sealed record Stored<T>(T Value, string Tag);

/// <summary>How records become rows: camelCase, nulls left out, enumerations by name, unknown members ignored so that rows may grow.</summary>
public static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="JsonException">The row does not hold a <typeparamref name="T"/>.</exception>
    public static T Read<T>(string data) =>
        JsonSerializer.Deserialize<T>(data, Options) ?? throw new JsonException("The row holds null.");

    public static Stored<T> Read<T>(Row row) => new(Read<T>(row.Data), row.Tag);
}
