using System.Globalization;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

/// <summary>What Teams posts to a bot, field by field (platform facts §1, §5 and §6).</summary>
internal sealed class Activities(Roster roster, ListeningAddress listening, TravellingClock clock)
{
    public JsonObject Bot() => new() { ["id"] = roster.BotId, ["name"] = SampleWorld.BotName };

    public JsonObject Message(Person from, Place place, string id, string text, string type = "message")
    {
        var activity = Envelope(type, id, from, place);
        var local = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(from.Zone));
        activity["localTimestamp"] = local.ToString("yyyy-MM-ddTHH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
        activity["localTimezone"] = from.Zone;
        activity["textFormat"] = "plain";
        activity["text"] = text;
        return activity;
    }

    /// <summary>Action.Submit in a message: not an invoke, a message without text.</summary>
    public JsonObject CardSubmit(Person from, Place place, string cardMessage, JsonNode? value)
    {
        var activity = Envelope("message", EventId(), from, place, source: "message");
        activity["channelData"]!["legacy"] = new JsonObject { ["replyToId"] = "1:1submit" };
        activity["replyToId"] = cardMessage;
        activity["value"] = value;
        return activity;
    }

    public JsonObject Invoke(Person from, Place place, string name, JsonObject value, string? cardMessage)
    {
        var activity = Envelope("invoke", EventId(), from, place, source: "message");
        activity["name"] = name;
        activity["value"] = value;
        if (cardMessage is not null) activity["replyToId"] = cardMessage;
        return activity;
    }

    /// <summary>The two activities of an installation, in the order they are posted.</summary>
    public IReadOnlyList<JsonObject> Installation(Person by, Place place)
    {
        var installation = Envelope("installationUpdate", EventId(), by, place, source: "message");
        installation["action"] = "add";
        var update = Envelope("conversationUpdate", EventId(), by, place, source: place.IsChannel ? null : "message");
        update["membersAdded"] = new JsonArray(new JsonObject { ["id"] = roster.BotId });
        if (!place.IsChannel)
        {
            installation["channelData"]!["app"] = new JsonObject { ["id"] = roster.AppId, ["version"] = "1.0.0" };
            return [installation, update];
        }

        foreach (var activity in (JsonObject[])[installation, update])
        {
            activity["channelData"]!["eventType"] = "teamMemberAdded";
            activity["channelData"]!["settings"] = new JsonObject { ["selectedChannel"] = new JsonObject { ["id"] = place.Id } };
        }

        return [installation, update];
    }

    public JsonObject Quoted(Post post) => new()
    {
        ["messageId"] = post.Id,
        ["senderId"] = post.Author is { } author ? roster.UserId(author) : roster.BotId,
        ["senderName"] = post.Author?.Name ?? SampleWorld.BotName,
        ["preview"] = post.TextOf("text") ?? post.TextOf("summary") ?? "",
        ["time"] = post.Id,
        ["isReplyDeleted"] = false,
        ["validatedMessageReference"] = true,
    };

    public static JsonObject Card(System.Text.Json.JsonElement card) => new()
    {
        ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = SimulatorJson.ToNode(card),
    };

    /// <summary>The id of what is no message in the chat.</summary>
    public static string EventId() => "f:" + Guid.NewGuid();

    private JsonObject Envelope(string type, string id, Person from, Place place, string? source = null) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["timestamp"] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ["serviceUrl"] = listening.ServiceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = roster.UserId(from), ["name"] = from.Name, ["aadObjectId"] = from.ObjectId },
        ["conversation"] = Conversation(place),
        ["recipient"] = Bot(),
        ["locale"] = from.Locale,
        ["entities"] = new JsonArray(new JsonObject
        {
            ["locale"] = from.Locale,
            ["country"] = from.Country,
            ["platform"] = "Web",
            ["timezone"] = from.Zone,
            ["type"] = "clientInfo",
        }),
        ["channelData"] = ChannelData(place, source),
    };

    private static JsonObject Conversation(Place place)
    {
        var conversation = new JsonObject
        {
            ["conversationType"] = place.IsChannel ? "channel" : "personal",
            ["tenantId"] = place.TenantId,
            ["id"] = place.ConversationId,
        };
        if (place.IsChannel) conversation["isGroup"] = true;
        return conversation;
    }

    private static JsonObject ChannelData(Place place, string? source)
    {
        var data = new JsonObject { ["tenant"] = new JsonObject { ["id"] = place.TenantId } };
        if (source is not null) data["source"] = new JsonObject { ["name"] = source };
        if (!place.IsChannel) return data;
        data["teamsChannelId"] = place.Id;
        data["teamsTeamId"] = SampleWorld.TeamId;
        data["channel"] = new JsonObject { ["id"] = place.Id };
        data["team"] = new JsonObject { ["id"] = SampleWorld.TeamId, ["name"] = SampleWorld.TeamName, ["aadGroupId"] = SampleWorld.TeamGroupId };
        return data;
    }
}
