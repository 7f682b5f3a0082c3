using System.Text.Json;
using System.Text.Json.Serialization;

namespace Synerity.SupportBot.Protocol;

/// <summary>What <c>[n]</c> in a text refers to.</summary>
/// <param name="Position">The n; from 1.</param>
public sealed record CitedSource(int Position, string Name, string Abstract);

/// <summary>
/// The root entity that labels a message as made by a model and says where its words come from (platform facts §1.5). A message has at most
/// one, a streamed one only on its end.
/// </summary>
public static class AiContent
{
    public const int MostCitations = 20;
    public const int MostName = 80;
    public const int MostAbstract = 160;

    /// <summary>Longer names and abstracts are cut, further sources left out: Teams would refuse the whole message.</summary>
    public static JsonElement Entity(IEnumerable<CitedSource> sources)
    {
        ClaimBody[] claims =
        [
            .. sources.Take(MostCitations).Select(source => new ClaimBody(
                "Claim", source.Position, new("DigitalDocument", Cut(source.Name, MostName), Cut(source.Abstract, MostAbstract)))),
        ];
        var body = new AiContentBody("https://schema.org/Message", "Message", "https://schema.org", "", ["AIGeneratedContent"], claims.Length > 0 ? claims : null);
        return JsonSerializer.SerializeToElement(body, ProtocolJson.Context.AiContentBody);
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";
}

internal sealed record AiContentBody(
    string Type,
    [property: JsonPropertyName("@type")] string Kind,
    [property: JsonPropertyName("@context")] string Context,
    [property: JsonPropertyName("@id")] string Id,
    IReadOnlyList<string> AdditionalType,
    IReadOnlyList<ClaimBody>? Citation);

internal sealed record ClaimBody([property: JsonPropertyName("@type")] string Kind, int Position, AppearanceBody Appearance);

internal sealed record AppearanceBody([property: JsonPropertyName("@type")] string Kind, string Name, string Abstract);
