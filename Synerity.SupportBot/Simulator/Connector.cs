using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

/// <summary>What the Bot Connector does with a bot's calls (platform facts §4.1–4.3), its refusals included.</summary>
internal sealed class Connector(Roster roster, Chats chats, Installations installations)
{
    /// <summary>Teams' limit of a message, counted as UTF-16.</summary>
    public const int MaxBytes = 100 * 1024;

    public IResult Send(string conversationId, JsonElement activity)
    {
        if (Refusal(conversationId, activity, out var place) is { } refusal) return refusal;
        if (StreamedMessage.Of(activity) is { } piece) return Streamed(place, piece, activity);
        if (TypeOf(activity) == "typing")
        {
            chats.Typing(place);
            return Id(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return Id(chats.Add(place, author: null, _ => activity).Id);
    }

    /// <summary>The first piece becomes a message, the others change it; the last one stays.</summary>
    private IResult Streamed(Place place, StreamedMessage piece, JsonElement activity)
    {
        if (place.IsChannel) return ConnectorRefusal.NoStreamHere;
        if (piece.Id is not { } id) return Id(chats.Add(place, author: null, _ => activity).Id);
        var changed = chats.Change(place, id, post => post with { Body = activity, Version = post.Version + 1 });
        return changed is null ? ConnectorRefusal.NoStreamHere : SimulatorJson.Answer(new JsonObject(), StatusCodes.Status202Accepted);
    }

    public IResult Update(string conversationId, string activityId, JsonElement activity)
    {
        if (Refusal(conversationId, activity, out var place) is { } refusal) return refusal;
        if (chats.Find(place, activityId) is not { Author: null }) return ConnectorRefusal.NoSuchActivity;
        chats.Change(place, activityId, post => post with
        {
            Body = activity,
            Views = ImmutableDictionary<string, JsonElement>.Empty,
            Version = post.Version + 1,
        });
        return Id(activityId, StatusCodes.Status200OK);
    }

    public IResult Delete(string conversationId, string activityId)
    {
        if (Refusal(conversationId, null, out var place) is { } refusal) return refusal;
        return chats.Find(place, activityId) is { Author: null } && chats.Remove(place, activityId)
            ? Results.StatusCode(StatusCodes.Status200OK)
            : ConnectorRefusal.NoSuchActivity;
    }

    /// <summary>The chat with one person (the same every time, without an activity id), or a new thread in a channel.</summary>
    public IResult Create(JsonElement body)
    {
        var request = JsonObject.Create(body) ?? [];
        var activity = body.TryGetProperty("activity", out var given) && given.ValueKind == JsonValueKind.Object ? given : (JsonElement?)null;
        if ((string?)request["channelData"]?["channel"]?["id"] is { } channelId) return CreateThread(channelId, activity);
        if (request["members"] is not JsonArray { Count: 1 } members || (bool?)request["isGroup"] == true) return ConnectorRefusal.BadSyntax;
        if (roster.Find((string?)members[0]?["id"] ?? "") is not { } person) return ConnectorRefusal.BadArgument;
        var tenant = (string?)request["tenantId"] ?? (string?)request["channelData"]?["tenant"]?["id"];
        if (tenant != person.Organisation.TenantId) return ConnectorRefusal.BadArgument;
        var chat = roster.ChatOf(person);
        if (!installations.Has(chat)) return ConnectorRefusal.NotInstalled;
        if (activity is { } first) chats.Add(chat, author: null, _ => first);
        return Id(chat.Id);
    }

    public IResult Member(string conversationId, string memberId)
    {
        if (Refusal(conversationId, null, out var place) is { } refusal) return refusal;
        return roster.Find(memberId) is { } person && place.IsSeenBy(person) ? SimulatorJson.Answer(Json(person)) : ConnectorRefusal.NoSuchMember;
    }

    public IResult Members(string conversationId)
    {
        if (Refusal(conversationId, null, out var place) is { } refusal) return refusal;
        var members = SampleWorld.People.Where(place.IsSeenBy).Select(Json).ToArray<JsonNode>();
        return SimulatorJson.Answer(new JsonObject { ["continuationToken"] = null, ["members"] = new JsonArray(members) });
    }

    private IResult CreateThread(string channelId, JsonElement? activity)
    {
        if (activity is not { } first) return ConnectorRefusal.BadSyntax;
        if (Refusal(channelId, first, out var place) is { } refusal) return refusal;
        if (place is not { IsChannel: true, Thread: null }) return ConnectorRefusal.BadArgument;
        var id = chats.Add(place, author: null, _ => first).Id;
        return SimulatorJson.Answer(new JsonObject { ["id"] = $"{place.Id};messageid={id}", ["activityId"] = id }, StatusCodes.Status201Created);
    }

    private IResult? Refusal(string conversationId, JsonElement? activity, out Place place)
    {
        place = roster.PlaceOf(conversationId)!;
        if (place is null || (place.Thread is { } root && chats.Find(place, root) is null)) return ConnectorRefusal.NoSuchConversation;
        if (!installations.Has(place)) return ConnectorRefusal.NotInRoster;
        if (activity is not { } body) return null;
        if (body.ValueKind != JsonValueKind.Object || TypeOf(body) is not ("message" or "typing")) return ConnectorRefusal.BadArgument;
        return body.GetRawText().Length * 2 > MaxBytes ? ConnectorRefusal.TooBig : null;
    }

    private JsonObject Json(Person person) => new()
    {
        ["id"] = roster.UserId(person),
        ["name"] = person.Name,
        ["aadObjectId"] = person.ObjectId,
        ["objectId"] = person.ObjectId,
        ["givenName"] = person.GivenName,
        ["surname"] = person.Surname,
        ["email"] = person.Email,
        ["userPrincipalName"] = person.Email,
        ["tenantId"] = person.Organisation.TenantId,
        ["userRole"] = "user",
    };

    private static string? TypeOf(JsonElement activity) =>
        activity.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static IResult Id(string id, int status = StatusCodes.Status201Created) => SimulatorJson.Answer(new JsonObject { ["id"] = id }, status);
}
