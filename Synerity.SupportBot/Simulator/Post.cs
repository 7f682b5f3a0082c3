using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

internal enum PostState
{
    Sending,
    Sent,

    /// <summary>The bot did not take it: another status than 2xx, or no answer in time.</summary>
    Failed,
}

/// <summary>A message as it stands in a chat or a channel.</summary>
/// <param name="Root">The thread's first message, itself included; null in a personal chat.</param>
/// <param name="Author">Null: the bot.</param>
/// <param name="Body">The activity, as the bot or the simulated client sent it.</param>
/// <param name="Views">Cards that an action put into one person's view, by the person's key.</param>
internal sealed record Post(
    string Id, string PlaceId, string? Root, Person? Author, DateTimeOffset At, JsonElement Body, ImmutableDictionary<string, JsonElement> Views)
{
    public PostState State { get; init; } = PostState.Sent;

    public bool IsEdited { get; init; }

    /// <summary>Changes with every new content, so that the page knows when a card's refresh is due again.</summary>
    public int Version { get; init; }

    public string? TextOf(string member) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    /// <summary>What the page shows to <paramref name="viewer"/>.</summary>
    public JsonObject For(Person viewer) => new()
    {
        ["id"] = Id,
        ["place"] = PlaceId,
        ["root"] = Root,
        ["author"] = Author?.Key,
        ["authorName"] = Author?.Name ?? SampleWorld.BotName,
        ["at"] = At,
        ["text"] = TextOf("text"),
        ["textFormat"] = TextOf("textFormat"),
        ["summary"] = TextOf("summary"),
        ["quote"] = Quote(),
        ["cards"] = Cards(viewer),
        ["state"] = State.ToString().ToLowerInvariant(),
        ["edited"] = IsEdited,
        ["version"] = Version,
    };

    private JsonArray Cards(Person viewer)
    {
        if (Views.TryGetValue(viewer.Key, out var own)) return [SimulatorJson.ToNode(own)];
        if (!Body.TryGetProperty("attachments", out var attachments) || attachments.ValueKind != JsonValueKind.Array) return [];
        return
        [
            .. from attachment in attachments.EnumerateArray()
               where attachment.TryGetProperty("contentType", out var type) && type.ValueEquals("application/vnd.microsoft.card.adaptive")
               where attachment.TryGetProperty("content", out var content) && content.ValueKind == JsonValueKind.Object
               select SimulatorJson.ToNode(attachment.GetProperty("content")),
        ];
    }

    private JsonObject? Quote()
    {
        if (!Body.TryGetProperty("entities", out var entities) || entities.ValueKind != JsonValueKind.Array) return null;
        foreach (var entity in entities.EnumerateArray())
        {
            if (entity.TryGetProperty("quotedReply", out var quoted)) return JsonObject.Create(quoted);
        }

        return null;
    }
}
