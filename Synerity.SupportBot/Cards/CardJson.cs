using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Synerity.SupportBot.Cards;

/// <summary>Cards as JSON, and the size they may have.</summary>
public static class CardJson
{
    /// <summary>28 KB counted as UTF-16, Teams' safe limit for one card.</summary>
    public const int MaxBytes = 28 * 1024;

    private static readonly CardContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Never part of an HTML page: escaping more than JSON asks for would only use up the size.
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
        var text = JsonSerializer.Serialize(card, Context.AdaptiveCard);
        return text.Length * 2 <= MaxBytes
            ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"A card of {text.Length * 2} bytes is over Teams' limit of {MaxBytes}.");
    }

    private static JsonStringEnumConverter<T> Camel<T>() where T : struct, Enum => new(JsonNamingPolicy.CamelCase);
}

[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardContext : JsonSerializerContext;
