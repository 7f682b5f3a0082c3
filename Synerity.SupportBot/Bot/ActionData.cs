using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Synerity.SupportBot.Bot;

/// <summary>Button data as it comes back: chosen by whoever built the request, so it is read strictly and into closed types only.</summary>
internal static class ActionData
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 16,
    };

    /// <summary>The verb of a button's data; null where there is none.</summary>
    public static string? VerbOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Button.VerbField, out var verb) && verb.ValueKind == JsonValueKind.String
            ? verb.GetString()
            : null;

    /// <summary>False when the data is not a <typeparamref name="TData"/>.</summary>
    public static bool TryRead<TData>(JsonElement value, out TData data)
        where TData : notnull
    {
        data = default!;
        if (value.ValueKind != JsonValueKind.Object) return false;
        try
        {
            var own = value.TryGetProperty(Button.DataField, out var found) ? found : default;
            if (own.ValueKind != JsonValueKind.Object || own.Deserialize<TData>(Options) is not { } read) return false;
            data = read;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static Inputs InputsOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return Inputs.None;
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            if (member.Name is Button.VerbField or Button.DataField or "msteams") continue;
            var text = member.Value.ValueKind switch
            {
                JsonValueKind.String => member.Value.GetString(),
                JsonValueKind.Number => member.Value.GetDouble().ToString(CultureInfo.InvariantCulture),
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => null,
            };
            if (text is not null) inputs[member.Name] = text;
        }

        return new(inputs);
    }
}
