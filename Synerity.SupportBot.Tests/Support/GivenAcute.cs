using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>Alarms that have been raised before a test's own story begins.</summary>
internal static class GivenAcute
{
    /// <summary>A customer has cried for help and raised the alarm.</summary>
    public static async Task AlarmAsync(this BotApp app, Actor person, string words, string phone = "")
    {
        if (app.ChatOf(person).Count == 0) await app.InstallAsync(person);
        await app.SayAsync(person, words);
        var offer = app.LastTo(person);
        var dialog = await app.PressAsync(person, offer, offer.Card!.Buttons[0]);
        await app.SubmitAsync(person, dialog, dialog.Card!.Buttons[0], ("phone", phone));
    }

    /// <summary>A customer has raised the alarm on a ticket.</summary>
    public static Task<Answered> AlarmOnAsync(this BotApp app, Actor person, string ticket) =>
        app.SettledAsync(app.Pressing(person, ticket, "tickets.alarm", ("what", "nu står allt still"), ("phone", "")));

    /// <summary>The press of a button that may not be on any card.</summary>
    public static JsonObject Pressing(this BotApp app, Actor who, string ticket, string verb, params (string Id, string Value)[] typed)
    {
        var data = new JsonObject
        {
            ["verb"] = verb,
            ["d"] = new JsonObject { ["ticket"] = ticket, ["nonce"] = Guid.NewGuid().ToString("N"), ["day"] = app.Clock.GetUtcNow().ToString("yyyyMMdd", null) },
        };
        foreach (var (id, value) in typed) data[id] = value;
        return app.Teams.Invoke(
            who, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" }, who.ChatId);
    }

    /// <summary>The card of an acute ticket in the channel, as it stands now.</summary>
    public static Message AcuteDeskCard(this BotApp app, string ticket) => app.Channel.First(message => message.Words.StartsWith($"AKUT\n{ticket} ·", StringComparison.Ordinal));

    /// <summary>Somebody's own card of an acute ticket.</summary>
    public static Message AcuteCard(this BotApp app, Actor person, string ticket) =>
        app.ChatOf(person).First(message => message.Words.StartsWith($"AKUT\n{ticket} ·", StringComparison.Ordinal));

    /// <summary>The administrator has put people on the on-call list, in order.</summary>
    public static async Task OnCallAsync(this BotApp app, IReadOnlyList<Actor> order, bool rotates = false, string button = "Ändra ordningen")
    {
        await app.SayAsync(Cast.Administrator, "jour");
        var dialog = await app.PressAsync(Cast.Administrator, app.LastTo(Cast.Administrator), button);
        var typed = new List<(string, string)> { ("rotates", rotates ? "true" : "false") };
        for (var at = 1; at <= 2; at++) typed.Add(($"p{at}", order.Count >= at ? Choice(dialog, order[at - 1]) : "-"));
        await app.SubmitAsync(Cast.Administrator, dialog, "Spara", [.. typed]);
    }

    /// <summary>How the form of the on-call list names a technician.</summary>
    public static async Task<string> IdOnListAsync(this BotApp app, Actor person)
    {
        await app.SayAsync(Cast.Administrator, "jour");
        return Choice(await app.PressAsync(Cast.Administrator, app.LastTo(Cast.Administrator), "Ändra ordningen"), person);
    }

    private static string Choice(Answered dialog, Actor person) => dialog.Card!.Json.GetProperty("body").EnumerateArray()
        .First(part => part.TryGetProperty("choices", out _)).GetProperty("choices").EnumerateArray()
        .Single(one => one.GetProperty("title").GetString() == person.Name).GetProperty("value").GetString()!;
}
