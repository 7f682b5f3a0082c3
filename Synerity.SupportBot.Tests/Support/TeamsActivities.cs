using System.Globalization;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>What Teams posts to the bot when somebody does something (platform facts §1, §5, §6).</summary>
internal sealed class TeamsActivities(string serviceUrl, TimeProvider clock)
{
    private const string Bot = "28:" + TestTokens.AppId;
    private static long _lastId = 1_792_000_000_000;

    public JsonObject Message(Actor from, string text, Message? quoted = null)
    {
        var activity = Envelope("message", from, from.ChatId, "personal", NextId());
        activity["text"] = quoted is null ? text : $"<quoted messageId=\"{quoted.Id}\"/> {text}";
        if (quoted is not null)
        {
            activity["entities"]!.AsArray().Insert(0, new JsonObject { ["type"] = "quotedReply", ["quotedReply"] = new JsonObject { ["messageId"] = quoted.Id } });
        }

        return activity;
    }

    /// <summary>A pasted picture has no name and stands with the connector; anything else is an upload.</summary>
    public static JsonObject WithFiles(JsonObject message, params IReadOnlyList<(string Name, string Address)> files)
    {
        message["attachments"] = new JsonArray([.. files.Select(file => file.Name.Length == 0
            ? new JsonObject { ["contentType"] = "image/*", ["contentUrl"] = file.Address }
            : new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["name"] = file.Name, ["contentUrl"] = "https://contoso-my.sharepoint.com/x",
                ["content"] = new JsonObject { ["downloadUrl"] = file.Address, ["uniqueId"] = Guid.NewGuid().ToString(), ["fileType"] = "x" },
            })]);
        return message;
    }

    /// <summary>In a channel the bot is only told what mentions it.</summary>
    /// <param name="thread">The conversation of the thread it is written in; null: it begins one.</param>
    public JsonObject Mention(Actor from, string text, string channel = Cast.ChannelId, string? thread = null)
    {
        var id = NextId();
        var activity = InChannel(Envelope("message", from, thread ?? $"{channel};messageid={id}", "channel", id), channel);
        activity["text"] = $"<at>Support</at> {text}";
        activity["entities"]!.AsArray().Insert(0, new JsonObject
        {
            ["type"] = "mention", ["text"] = "<at>Support</at>", ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "Support" },
        });
        return activity;
    }

    public JsonObject Installation(Actor by, string action = "add", string? channel = null)
    {
        var activity = Envelope("installationUpdate", by, channel ?? by.ChatId, channel is null ? "personal" : "channel", "f:" + Guid.NewGuid());
        activity["action"] = action;
        return channel is null ? activity : InChannel(activity, channel);
    }

    /// <param name="conversation">Where the card stands: the person's chat, or a thread of a channel.</param>
    /// <param name="card">The card's message; dialogs have none.</param>
    public JsonObject Invoke(Actor from, string name, JsonObject value, string conversation, string? card = null)
    {
        var inChannel = conversation.StartsWith("19:", StringComparison.Ordinal);
        var activity = Envelope("invoke", from, conversation, inChannel ? "channel" : "personal", "f:" + Guid.NewGuid());
        activity["name"] = name;
        activity["value"] = value;
        if (card is not null) activity["replyToId"] = card;
        return inChannel ? InChannel(activity, conversation.Split(';')[0]) : activity;
    }

    /// <summary>Action.Submit in a message is not an invoke but a message without text.</summary>
    public JsonObject Submitted(Actor from, JsonObject value, Message on)
    {
        var activity = Envelope("message", from, from.ChatId, "personal", "f:" + Guid.NewGuid());
        activity["value"] = value;
        activity["replyToId"] = on.Id;
        return activity;
    }

    private static string NextId() => Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);

    private static JsonObject InChannel(JsonObject activity, string channel)
    {
        activity["conversation"]!["isGroup"] = true;
        activity["channelData"]!["channel"] = new JsonObject { ["id"] = channel };
        activity["channelData"]!["team"] = new JsonObject { ["id"] = "19:team@thread.tacv2", ["name"] = "Support" };
        return activity;
    }

    private JsonObject Envelope(string type, Actor from, string conversation, string conversationType, string id) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["timestamp"] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = from.Id, ["name"] = from.Name, ["aadObjectId"] = from.ObjectId },
        ["conversation"] = new JsonObject { ["conversationType"] = conversationType, ["tenantId"] = from.TenantId, ["id"] = conversation },
        ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "Support" },
        ["locale"] = from.Locale,
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = from.Locale, ["timezone"] = from.Zone }),
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = from.TenantId } },
    };
}
