using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

/// <param name="As">Who acts, by key: <c>maria</c>.</param>
internal sealed record OpenRequest(string As);

/// <param name="Thread">The thread's first message; null begins a thread. Channels only.</param>
/// <param name="Quote">The message that is answered. Personal chats only.</param>
/// <param name="Card">Inserted by a message extension.</param>
internal sealed record SayRequest(string As, string Place, string Text, string? Thread = null, string? Quote = null, JsonElement? Card = null);

internal sealed record EditRequest(string As, string Place, string Message, string Text);

/// <param name="Action"><c>{type, id, verb, title, data}</c> with the inputs already merged into <c>data</c>.</param>
internal sealed record PressRequest(string As, string Place, string Message, JsonElement Action, string Trigger = "manual");

/// <param name="Message">The message whose card opened the dialog.</param>
internal sealed record DialogRequest(string As, string Place, string Message, JsonElement Data, string Theme = "default");

/// <param name="Name"><c>query</c>, <c>selectItem</c>, <c>queryLink</c>, <c>fetchTask</c> or <c>submitAction</c>.</param>
/// <param name="Message">The message that a command was chosen on.</param>
internal sealed record ExtensionRequest(string As, string Place, string Name, JsonElement Value, string? Message = null);

/// <summary>One of the three: a time span, a moment, or the next weekday 08:00.</summary>
internal sealed record ClockRequest(TimeSpan? By = null, DateTimeOffset? To = null, bool NextMorning = false);

/// <summary>What the page and the browser tests call.</summary>
internal static class PageRoutes
{
    public static void MapPageApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/sim/api");
        api.MapGet("/world", (Roster roster, TravellingClock clock) => SimulatorJson.Answer(WorldJson.World(roster, clock)));
        api.MapGet("/state", (string @as, Roster roster, Chats chats) =>
            For(@as, person => Task.FromResult(SimulatorJson.Answer(WorldJson.State(person, roster, chats)))));
        api.MapGet("/events", (string @as, Feed feed) => For(@as, person => Task.FromResult<IResult>(TypedResults.ServerSentEvents(feed.WatchAsync(person)))));
        api.MapPost("/open", (OpenRequest request, TeamsClient teams, Roster roster, CancellationToken cancellation) => For(request.As, async person =>
        {
            await teams.OpenAsync(person, roster.ChatOf(person), roster.PlaceOf(SampleWorld.Tickets.Id)!, cancellation);
            return SimulatorJson.Answer(new JsonObject());
        }));
        MapActs(api);
        MapClock(api);
    }

    private static void MapActs(RouteGroupBuilder api)
    {
        api.MapPost("/say", (SayRequest request, TeamsClient teams, Roster roster, Chats chats, CancellationToken cancellation) =>
            In(request.As, request.Place, roster, async (person, place) =>
            {
                if (request.Thread is { } thread && (!place.IsChannel || chats.Find(place, thread) is null)) return NotThere("thread");
                var quoted = request.Quote is { } quote ? chats.Find(place, quote) : null;
                var (post, delivery) = await teams.SayAsync(person, place with { Thread = request.Thread }, request.Text, quoted, request.Card, cancellation);
                return SimulatorJson.Answer(new JsonObject { ["id"] = post.Id, ["status"] = delivery.Status });
            }));
        api.MapPost("/edit", (EditRequest request, TeamsClient teams, Roster roster, Chats chats, CancellationToken cancellation) =>
            On(request.As, request.Place, request.Message, roster, chats, async (person, place, post) =>
                Answer(await teams.EditAsync(person, place, post, request.Text, cancellation))));
        api.MapPost("/press", (PressRequest request, TeamsClient teams, Roster roster, Chats chats, CancellationToken cancellation) =>
            On(request.As, request.Place, request.Message, roster, chats, async (person, place, post) => Answer(IsExecute(request.Action)
                ? await teams.ExecuteAsync(person, place, post.Id, request.Action, request.Trigger, cancellation)
                : await teams.SubmitAsync(person, place, post.Id, Data(request.Action), cancellation))));
        api.MapPost("/dialog/open", (DialogRequest request, TeamsClient teams, Roster roster, Chats chats, CancellationToken cancellation) =>
            On(request.As, request.Place, request.Message, roster, chats, async (person, place, post) =>
                Answer(await teams.DialogAsync(person, place, "task/fetch", post.Id, request.Data, request.Theme, cancellation))));
        api.MapPost("/dialog/submit", (DialogRequest request, TeamsClient teams, Roster roster, Chats chats, CancellationToken cancellation) =>
            On(request.As, request.Place, request.Message, roster, chats, async (person, place, _) =>
                Answer(await teams.DialogAsync(person, place, "task/submit", null, request.Data, request.Theme, cancellation))));
        api.MapPost("/extension", (ExtensionRequest request, ExtensionClient extension, Roster roster, Chats chats, CancellationToken cancellation) =>
            In(request.As, request.Place, roster, async (person, place) =>
            {
                var message = request.Message is { } id ? chats.Find(place, id) : null;
                if (!ExtensionClient.Knows(request.Name) || request.Value.ValueKind != JsonValueKind.Object) return NotThere("command");
                return Answer(await extension.InvokeAsync(person, place with { Thread = message?.Root }, request.Name, request.Value, message, cancellation));
            }));
        api.MapPost("/redeliver", (OpenRequest request, TeamsClient teams, CancellationToken cancellation) =>
            For(request.As, async person => Answer(await teams.RepeatAsync(person, cancellation))));
    }

    private static void MapClock(RouteGroupBuilder api)
    {
        api.MapGet("/clock", (TravellingClock clock) => SimulatorJson.Answer(WorldJson.Clock(clock)));
        api.MapPost("/clock", (ClockRequest request, TravellingClock clock, Feed feed) =>
        {
            var skip = request.By ?? ((request.NextMorning ? clock.NextWeekdayMorning() : request.To) - clock.GetUtcNow());
            if (skip is not { } by || by <= TimeSpan.Zero || by > TravellingClock.Longest)
            {
                return SimulatorJson.Answer(new JsonObject { ["error"] = "The clock only goes forward, at most 366 days at a time." }, StatusCodes.Status400BadRequest);
            }

            clock.Skip(by);
            feed.Tell(_ => true, "clock", _ => WorldJson.Clock(clock));
            return SimulatorJson.Answer(WorldJson.Clock(clock));
        });
    }

    private static Task<IResult> For(string key, Func<Person, Task<IResult>> act) =>
        SampleWorld.People.FirstOrDefault(person => person.Key == key) is { } person ? act(person) : Task.FromResult(NotThere("person"));

    private static Task<IResult> In(string key, string placeId, Roster roster, Func<Person, Place, Task<IResult>> act) => For(key, person =>
        roster.PlaceOf(placeId) is { Thread: null } place && place.IsSeenBy(person) ? act(person, place) : Task.FromResult(NotThere("place")));

    private static Task<IResult> On(string key, string placeId, string message, Roster roster, Chats chats, Func<Person, Place, Post, Task<IResult>> act) =>
        In(key, placeId, roster, (person, place) => chats.Find(place, message) is { } post
            ? act(person, place with { Thread = post.Root }, post)
            : Task.FromResult(NotThere("message")));

    private static IResult Answer(Delivery? delivery) => delivery is null ? NotThere("activity") : SimulatorJson.Answer(delivery.ToJson());

    private static IResult NotThere(string what) => SimulatorJson.Answer(new JsonObject { ["error"] = $"There is no such {what}." }, StatusCodes.Status404NotFound);

    private static bool IsExecute(JsonElement action) => action.TryGetProperty("type", out var type) && type.ValueEquals("Action.Execute");

    private static JsonElement? Data(JsonElement action) => action.TryGetProperty("data", out var data) ? data : null;
}
