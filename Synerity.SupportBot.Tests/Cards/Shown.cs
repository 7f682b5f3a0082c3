using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>What somebody gets to see: a card with the words that come before it, as its summary or as the dialog's title.</summary>
internal sealed record Shown(string? Says, AdaptiveCard? Card)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Shown Of(AdaptiveCard card) => new(null, card);

    public static Shown Of(Dialog dialog, Tongue tongue) => new(dialog.Title.In(tongue), dialog.Card);

    public static Shown Of(Rendered message) => new(message.Summary, message.Card);

    public static Shown Of(Reply reply, Tongue tongue) => new(
        reply.Words?.In(tongue) ?? reply.Dialog?.Title.In(tongue), reply.Dialog?.Card ?? reply.Card);

    public string ToJson() => new JsonObject
    {
        ["says"] = Says, ["card"] = Card is null ? null : JsonNode.Parse(CardJson.ToJson(Card).GetRawText()),
    }.ToJsonString(Readable);
}
