using System.Text.Json.Nodes;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Simulator;

/// <summary>The try-out as the page reads it.</summary>
internal static class WorldJson
{
    public static JsonObject World(Roster roster, TravellingClock clock) => new()
    {
        ["bot"] = new JsonObject { ["id"] = roster.BotId, ["name"] = SampleWorld.BotName },
        ["people"] = new JsonArray([.. SampleWorld.People.Select(person => new JsonObject
        {
            ["key"] = person.Key,
            ["id"] = roster.UserId(person),
            ["objectId"] = person.ObjectId,
            ["name"] = person.Name,
            ["title"] = Json(person.Title),
            ["organisation"] = person.Organisation.Name,
            ["tier"] = person.Organisation.Tier,
            ["locale"] = person.Locale,
            ["zone"] = person.Zone,
            ["staff"] = person.IsStaff,
            ["chat"] = roster.ChatId(person),
        })]),
        ["team"] = SampleWorld.TeamName,
        ["channels"] = new JsonArray([.. SampleWorld.Channels.Select(channel => new JsonObject { ["key"] = channel.Key, ["id"] = channel.Id, ["name"] = Json(channel.Name) })]),
        ["clock"] = Clock(clock),
    };

    /// <summary>Every message that <paramref name="person"/> can see, by place.</summary>
    public static JsonObject State(Person person, Roster roster, Chats chats) => new()
    {
        ["places"] = new JsonArray([.. roster.Places.Where(place => place.IsSeenBy(person)).Select(place => new JsonObject
        {
            ["id"] = place.Id,
            ["posts"] = new JsonArray([.. chats.In(place.Id).Select(post => post.For(person))]),
        })]),
    };

    public static JsonObject Clock(TravellingClock clock) => new()
    {
        ["now"] = clock.GetUtcNow(),
        ["skippedSeconds"] = (long)clock.Skipped.TotalSeconds,
        ["nextMorning"] = clock.NextWeekdayMorning(),
    };

    private static JsonObject Json(Text text) => new() { ["sv"] = text.Swedish, ["en"] = text.English };
}
