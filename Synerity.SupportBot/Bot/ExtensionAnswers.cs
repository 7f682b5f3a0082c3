using System.Text.Json.Nodes;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>What a search found.</summary>
/// <param name="Command">The search that is asked again when one is picked; null: what is there is the answer.</param>
public sealed record FoundThings(string? Command, IReadOnlyList<FoundThing> Things);

internal static partial class Invokes
{
    public static InvokeResponse ExtensionMessage(string words) =>
        Json(new JsonObject { ["composeExtension"] = new JsonObject { ["type"] = "message", ["text"] = words } });

    public static InvokeResponse ExtensionResult(FoundThings found) => Json(new JsonObject
    {
        ["composeExtension"] = new JsonObject
        {
            ["type"] = "result",
            ["attachmentLayout"] = "list",
            ["attachments"] = new JsonArray([.. found.Things.Select(thing => Attachment(thing, found.Command))]),
        },
    });

    private static JsonObject Attachment(FoundThing thing, string? command)
    {
        var preview = new JsonObject { ["title"] = Plain(thing.Title), ["text"] = Plain(thing.Line) };
        if (command is not null)
        {
            var item = new JsonObject { [ExtensionRouter.CommandField] = command, [ExtensionRouter.ItemField] = thing.Item };
            preview["tap"] = new JsonObject { ["type"] = "invoke", ["value"] = item };
        }

        return new JsonObject
        {
            ["contentType"] = OutgoingAttachment.AdaptiveCard,
            ["content"] = JsonNode.Parse(CardJson.ToJson(thing.Card).GetRawText()),
            ["preview"] = new JsonObject { ["contentType"] = "application/vnd.microsoft.card.thumbnail", ["content"] = preview },
        };
    }

    /// <summary>A thumbnail reads a little HTML, so that what people wrote must not look like any.</summary>
    private static string Plain(string words) => words.Replace('<', '‹').Replace('>', '›');
}
