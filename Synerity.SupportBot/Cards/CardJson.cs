using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Synerity.SupportBot.Cards;

/// <summary>Cards as JSON, and the size they may have.</summary>
public static partial class CardJson
{
    /// <summary>28 KB counted as UTF-16, Teams' safe limit for one card.</summary>
    public const int MaxBytes = 28 * 1024;

    private static readonly CardContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Sent as application/json, never inside HTML. This still escapes emoji and rare spaces: see Plain.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            Camel<Spacing>(), Camel<TextSize>(), Camel<TextWeight>(), Camel<TextColor>(), Camel<TextBlockStyle>(), Camel<ContainerStyle>(),
            Camel<VerticalAlignment>(), Camel<InputTextStyle>(), Camel<ChoiceStyle>(), Camel<ActionStyle>(), Camel<ActionMode>(),
        },
    });

    /// <exception cref="InvalidOperationException">The card is over <see cref="MaxBytes"/>: Teams would refuse it.</exception>
    public static JsonElement ToJson(AdaptiveCard card)
    {
        var text = Plain(JsonSerializer.Serialize(card, Context.AdaptiveCard));
        return text.Length * 2 <= MaxBytes
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"A card of {text.Length * 2} bytes is over Teams' limit of {MaxBytes}.");
    }

    /// <summary>
    /// Nothing escaped but what JSON itself demands, as it goes on the wire: what is measured is what Teams gets. No encoder of the framework
    /// leaves emoji alone. An escaped backslash is matched first, so that what follows one is never taken for an escape.
    /// </summary>
    private static string Plain(string json) => Escape().Replace(json, escape =>
        escape.Length == 2 || (char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var sign
            && (sign < ' ' || sign is '"' or '\\')
            ? escape.Value
            : sign.ToString());

    [GeneratedRegex(@"\\\\|\\u[0-9A-Fa-f]{4}")]
    private static partial Regex Escape();

    private static JsonStringEnumConverter<T> Camel<T>() where T : struct, Enum => new(JsonNamingPolicy.CamelCase);
}

[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardContext : JsonSerializerContext;
