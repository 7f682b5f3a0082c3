using System.Text.Json;
using System.Text.Json.Nodes;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Compose;

/// <summary>What Teams posts when somebody uses the message extension (platform facts §5.3 to §5.5), and what they see of the answer.</summary>
internal static class Extension
{
    public const string GroupChat = "19:meeting_nordhem@thread.v2";
    public const string ChatOfTwo = "19:a1f0c5d2_b2e1d6c3@unq.gbl.spaces";
    public const string OtherChannel = "19:sales@thread.tacv2;messageid=1792675200123";
    public const string TicketsChannel = Cast.ChannelId + ";messageid=1792675200123";

    /// <param name="words">Null: the search was only opened.</param>
    /// <param name="where">Null: the person's chat with the bot.</param>
    public static Task<Answered> SearchAsync(this BotApp app, Actor person, string? words, string command = "findTickets", string? where = null, int skip = 0, int count = 25)
    {
        var parameter = words is null
            ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
            : new JsonObject { ["name"] = "words", ["value"] = words };
        return app.SettledAsync(app.Composed(person, "composeExtension/query", new JsonObject
        {
            ["commandId"] = command,
            ["parameters"] = new JsonArray(parameter),
            ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
        }, where));
    }

    /// <summary>Picks one of what was found.</summary>
    public static Task<Answered> PickAsync(this BotApp app, Actor person, JsonElement found, string? where = null)
    {
        var tap = found.GetProperty("preview").GetProperty("content").GetProperty("tap");
        Assert.Equal("invoke", tap.GetProperty("type").GetString());
        return app.SettledAsync(app.Composed(person, "composeExtension/selectItem", JsonNode.Parse(tap.GetProperty("value").GetRawText())!.AsObject(), where));
    }

    public static Task<Answered> PasteAsync(this BotApp app, Actor person, string url, string? where = null) =>
        app.SettledAsync(app.Composed(person, "composeExtension/queryLink", new JsonObject { ["url"] = url }, where));

    /// <param name="message">Null: chosen in the compose box.</param>
    public static Task<Answered> FromMessageAsync(this BotApp app, Actor person, JsonObject? message, string? where = null)
    {
        var value = new JsonObject { ["commandId"] = "ticketFromMessage", ["commandContext"] = message is null ? "compose" : "message", ["context"] = new JsonObject { ["theme"] = "dark" } };
        if (message is not null) value["messagePayload"] = message;
        return app.SettledAsync(app.Composed(person, "composeExtension/fetchTask", value, where));
    }

    /// <summary>A press in the dialog of a message command, not yet posted.</summary>
    public static JsonObject Pressed(this BotApp app, Actor person, Answered dialog, string title, params (string Id, string Value)[] typed)
    {
        var card = dialog.Card ?? throw new Xunit.Sdk.XunitException($"No dialog was opened: {dialog.Raw}");
        var value = new JsonObject { ["commandId"] = "ticketFromMessage", ["commandContext"] = "message", ["data"] = card.Filled(card.Button(title), typed) };
        return app.Composed(person, "composeExtension/submitAction", value, dialog.Conversation);
    }

    /// <summary>As Teams describes a message.</summary>
    public static JsonObject Payload(string html, string author = "Mikael Lindström", string link = "https://teams.microsoft.com/l/message/19:84b1@thread.tacv2/1792675200123") => new()
    {
        ["id"] = "1792675200123",
        ["linkToMessage"] = link,
        ["body"] = new JsonObject { ["contentType"] = "html", ["content"] = html },
        ["from"] = new JsonObject { ["user"] = new JsonObject { ["userIdentityType"] = "aadUser", ["id"] = "8a51e0bd-63c4-47f9-9d2e-f7b4460c19e5", ["displayName"] = author } },
        ["attachments"] = new JsonArray(),
    };

    /// <summary>Everything found, in order.</summary>
    public static IReadOnlyList<JsonElement> Found(this Answered answer)
    {
        var extension = answer.Body!.Value.GetProperty("composeExtension");
        Assert.Equal("result", extension.GetProperty("type").GetString());
        Assert.Equal("list", extension.GetProperty("attachmentLayout").GetString());
        return [.. extension.GetProperty("attachments").EnumerateArray()];
    }

    /// <summary>The rows that the searcher reads.</summary>
    public static IReadOnlyList<string> Titles(this Answered answer) => [.. answer.Found().Select(found => Preview(found, "title"))];

    public static string Preview(this JsonElement found, string member) => found.GetProperty("preview").GetProperty("content").GetProperty(member).GetString()!;

    /// <summary>What is inserted into the conversation.</summary>
    public static Card Inserted(this JsonElement found)
    {
        Assert.Equal("application/vnd.microsoft.card.adaptive", found.GetProperty("contentType").GetString());
        return new Card(found.GetProperty("content"));
    }

    /// <summary>What is said in place of a list.</summary>
    public static string Said(this Answered answer)
    {
        var extension = answer.Body!.Value.GetProperty("composeExtension");
        Assert.Equal("message", extension.GetProperty("type").GetString());
        return extension.GetProperty("text").GetString()!;
    }

    /// <summary>What a dialog says instead of a card.</summary>
    public static string DialogSays(this Answered answer)
    {
        var task = answer.Body!.Value.GetProperty("task");
        Assert.Equal("message", task.GetProperty("type").GetString());
        return task.GetProperty("value").GetString()!;
    }

    public static JsonObject Composed(this BotApp app, Actor person, string name, JsonObject value, string? where)
    {
        var activity = app.Teams.Invoke(person, name, value, where ?? person.ChatId);

        // Teams calls the chat of two people personal as well.
        if (where is ChatOfTwo) activity["conversation"]!["conversationType"] = "personal";
        if (where is GroupChat) activity["conversation"]!["conversationType"] = "groupChat";
        if (where is ChatOfTwo or GroupChat)
        {
            activity["channelData"]!.AsObject().Remove("team");
            activity["channelData"]!.AsObject().Remove("channel");
        }

        return activity;
    }
}
