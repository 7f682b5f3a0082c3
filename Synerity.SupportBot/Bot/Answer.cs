using System.Text.Json;
using System.Text.Json.Nodes;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>Turns a reply into what its surface understands: the HTTP answer of a button, or messages (platform facts §5.2, §5.6).</summary>
public sealed class Answer(Courier courier, ReplySender sender, Introduction introduction, CardAddresses cards)
{
    public async Task<InvokeResponse> GiveAsync(Turn turn, Ran ran, CancellationToken cancellation)
    {
        switch (turn.Surface)
        {
            case Surface.Execute:
                return await ExecuteAsync(turn, ran.Reply, ran.Stored, cancellation);
            case Surface.OpenDialog or Surface.SubmitDialog or Surface.OpenAction or Surface.SubmitAction:
                return DialogFor(turn, ran);
            case Surface.Search or Surface.Link:
                return FoundFor(turn, ran.Reply);
            case Surface.Feedback:
                return InvokeResponse.Accepted;
            default:
                // What was stored is in the outbox; only a card of the moment is not.
                if (!ran.Repeated) await SayAsync(turn, ran.Stored ? new Reply { Card = ran.Reply.Card } : ran.Reply, cancellation);
                await introduction.AfterAsync(turn, cancellation);
                return InvokeResponse.Accepted;
        }
    }

    /// <summary>A refusal or an error, in the shape of its surface. Messages are answered with a message.</summary>
    public async Task<InvokeResponse> SorryAsync(Turn turn, int status, Text words, CancellationToken cancellation)
    {
        switch (turn.Surface)
        {
            case Surface.Execute:
                return Invokes.Error(status, words.In(turn.Reader.Tongue));
            case Surface.OpenDialog or Surface.SubmitDialog or Surface.OpenAction or Surface.SubmitAction:
                return Invokes.TaskMessage(words.In(turn.Reader.Tongue));
            case Surface.Search or Surface.Link:
                return Invokes.ExtensionMessage(words.In(turn.Reader.Tongue));
            case Surface.Feedback:
                return InvokeResponse.Accepted;
            default:
                await SayAsync(turn, Reply.Say(words), cancellation);
                return InvokeResponse.Accepted;
        }
    }

    private async Task<InvokeResponse> ExecuteAsync(Turn turn, Reply reply, bool stored, CancellationToken cancellation)
    {
        var rendered = reply.Dialog is null && reply.Card is null ? await RenderAsync(turn, reply.Living ?? reply.Told, cancellation) : null;
        var card = reply.Dialog?.Card ?? reply.Card ?? rendered?.Card;

        // The pressed message is now about something else, and what it asked before has been answered.
        if (stored && turn is { IsPersonal: true, CardId: { } pressed } && rendered is not null) await cards.RememberAsync(turn.Where, pressed, turn.Person, rendered, cancellation);
        if (card is null) return Invokes.Notice(reply.Words?.In(turn.Reader.Tongue) ?? "");
        if (reply.Words is { } words && !(stored && turn.IsPersonal))
        {
            var first = Literal.Block(words.In(turn.Reader.Tongue), weight: TextWeight.Bolder);
            card = card with { Body = [new Container([first]) { Style = ContainerStyle.Emphasis }, .. card.Body] };
        }

        return Invokes.Card(CardJson.ToJson(card));
    }

    /// <summary>What was stored is told by its messages and cards; the dialog just closes.</summary>
    private static InvokeResponse DialogFor(Turn turn, Ran ran)
    {
        var reply = ran.Reply;
        if (reply.Dialog is { } dialog) return Invokes.TaskCard(dialog.Title.In(turn.Reader.Tongue), dialog.Height, CardJson.ToJson(dialog.Card));
        var told = turn.Surface == Surface.SubmitDialog && ran.Stored;
        return reply.Words is { } words && !told ? Invokes.TaskMessage(words.In(turn.Reader.Tongue)) : InvokeResponse.Accepted;
    }

    private static InvokeResponse FoundFor(Turn turn, Reply reply)
    {
        if (reply.Found is { } found) return Invokes.ExtensionResult(found);
        return reply.Words is { } words ? Invokes.ExtensionMessage(words.In(turn.Reader.Tongue)) : InvokeResponse.Accepted;
    }

    private async Task SayAsync(Turn turn, Reply reply, CancellationToken cancellation)
    {
        var words = reply.Words?.In(turn.Reader.Tongue);
        var rendered = reply.Dialog is null && reply.Card is null ? await RenderAsync(turn, reply.Living ?? reply.Told, cancellation) : null;
        var card = reply.Dialog?.Card ?? reply.Card ?? rendered?.Card;
        var asks = reply.Asks?.Stored() ?? rendered?.Asks;
        var messages = new List<Rendered>();
        if (words is not null) messages.Add(new Rendered(words, Ticket: card is null ? reply.Ticket : null, Asks: card is null ? asks : null));
        if (card is not null)
        {
            var summary = words ?? reply.Dialog?.Title.In(turn.Reader.Tongue) ?? FirstWords.Of(card) ?? BotTexts.ACard.In(turn.Reader.Tongue);
            messages.Add(new Rendered(summary, card, Asks: asks, Ticket: reply.Ticket ?? rendered?.Ticket, Listens: rendered?.Listens == true));
        }

        sender.Enqueue(turn, messages, reply.Live, reply.Passing);
    }

    private async Task<Rendered?> RenderAsync(Turn turn, Content? living, CancellationToken cancellation) =>
        living is null ? null : await courier.RenderAsync(living, new Recipient(turn.Reader, turn.IsPersonal ? turn.Person : null), cancellation);
}

/// <summary>The bodies that invokes are answered with.</summary>
internal static partial class Invokes
{
    public static InvokeResponse Card(JsonElement card) => Json(new JsonObject
    {
        ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.card.adaptive", ["value"] = JsonNode.Parse(card.GetRawText()),
    });

    public static InvokeResponse Notice(string words) => Json(new JsonObject
    {
        ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.activity.message", ["value"] = words,
    });

    public static InvokeResponse Error(int status, string words) => Json(new JsonObject
    {
        ["statusCode"] = status, ["type"] = "application/vnd.microsoft.error",
        ["value"] = new JsonObject { ["code"] = status == 400 ? "BadRequest" : "InternalError", ["message"] = words },
    });

    public static InvokeResponse TaskMessage(string words) =>
        Json(new JsonObject { ["task"] = new JsonObject { ["type"] = "message", ["value"] = words } });

    public static InvokeResponse TaskCard(string title, string height, JsonElement card) => Json(new JsonObject
    {
        ["task"] = new JsonObject
        {
            ["type"] = "continue",
            ["value"] = new JsonObject
            {
                ["title"] = title, ["height"] = height, ["width"] = "medium",
                ["card"] = new JsonObject { ["contentType"] = OutgoingAttachment.AdaptiveCard, ["content"] = JsonNode.Parse(card.GetRawText()) },
            },
        },
    });

    private static InvokeResponse NoSearchResults => Json(new JsonObject
    {
        ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.search.searchResponse",
        ["value"] = new JsonObject { ["results"] = new JsonArray() },
    });

    private static InvokeResponse Json(JsonObject body) => new(200, JsonSerializer.SerializeToElement(body));
}
