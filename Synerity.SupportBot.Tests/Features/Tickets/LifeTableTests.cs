using System.Text.Json.Nodes;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>
/// Every state × action × role through <c>POST /api/messages</c>, each on the buttons' own data whatever the cards show: what is allowed changes the
/// ticket by one entry of its timeline, what is refused changes nothing and says why.
/// </summary>
public sealed class LifeTableTests
{
    public static TheoryData<Life> Lives => [.. Enum.GetValues<Life>()];

    [Theory]
    [MemberData(nameof(Lives))]
    public async Task Each_action_is_done_by_whom_and_when_the_table_allows_it(Life life)
    {
        await using var app = await BotApp.StartAsync("2026-12-01 09:00");
        foreach (var who in new[] { Cast.Anna, Cast.Kalle, Cast.Lena, Cast.Edward, Cast.Petra, Cast.Johan }) await app.SayAsync(who, "hej");
        var ids = await IdsAsync(app);
        var wrong = new List<string>();
        var refusedOn = await MakeAsync(app, life);
        foreach (var act in Enum.GetValues<Act>())
        {
            foreach (var role in Enum.GetValues<Role>())
            {
                var allowed = LifeTable.Allows(life, act, role);
                if (allowed && act == Act.Rate) app.Clock.Advance(TimeSpan.FromDays(31)); // nobody is asked more often
                var ticket = allowed ? await MakeAsync(app, life) : refusedOn;
                if (await TryAsync(app, ticket, act, role, ids, allowed) is { } fault) wrong.Add($"{life} × {act} × {role} on {ticket}: {fault}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>Buttons and table agree: what is offered is allowed, and what is allowed is offered. Words on a solved ticket need no button.</summary>
    [Theory]
    [MemberData(nameof(Lives))]
    public async Task The_cards_offer_what_the_table_allows(Life life)
    {
        await using var app = await BotApp.StartAsync("2026-12-01 09:00");
        await app.SayAsync(Cast.Petra, "hej");
        var ticket = await MakeAsync(app, life);
        foreach (var role in new[] { Role.Holder, Role.OtherTechnician, Role.Administrator })
        {
            await app.SayAsync(LifeTable.ActorOf(role), ticket);
            Assert.Equal(LifeTable.Offered(life, role), ActsOn(app.LastTo(LifeTable.ActorOf(role))));
        }

        Assert.Equal(LifeTable.Offered(life, Role.Requester), ActsOn(app.TicketCard(Cast.Maria, ticket)));
        Assert.Equal(LifeTable.Offered(life, Role.Follower), ActsOn(app.TicketCard(Cast.Petra, ticket)));
        var anybody = ActsOn(app.DeskCard(ticket));
        Assert.Equal(LifeTable.Offered(life, Role.Holder).Union(LifeTable.Offered(life, Role.OtherTechnician)).Order(), anybody);
    }

    private static List<Act> ActsOn(Message message) =>
        [.. message.Card!.Buttons.Select(LifeTable.ActOf).OfType<Act>().Order()];

    /// <summary>Null: as it should be.</summary>
    private static async Task<string?> TryAsync(BotApp app, string ticket, Act act, Role role, Ids ids, bool allowed)
    {
        var (before, tickets) = (await RowsAsync(app, ticket), await CountAsync(app));
        var answer = await app.SettledAsync(Press(app, LifeTable.ActorOf(role), ticket, act, ids));
        var after = await RowsAsync(app, ticket);
        if (answer.Status != 200 || answer.StatusCode is not (null or 200)) return $"answered {answer.Status} {answer.Raw}";
        if (allowed) return after.Count == before.Count + 1 ? null : $"should be done, but: {answer.Words}";
        if (!after.SequenceEqual(before) || await CountAsync(app) != tickets) return "should be refused, but something changed";
        return Said(answer).Length > 0 ? null : "was refused without a word";
    }

    private static string Said(Answered answer) =>
        answer.Card?.Words ?? (answer.Body is { } body && body.TryGetProperty("value", out var words) ? words.GetString() : null) ?? "";

    private static JsonObject Press(BotApp app, Actor who, string ticket, Act act, Ids ids)
    {
        var (verb, typed) = LifeTable.Press(act, ids.Kalle, ids.Edward, ids.Petra);
        var data = new JsonObject
        {
            ["verb"] = verb,
            ["d"] = new JsonObject { ["ticket"] = ticket, ["nonce"] = Guid.NewGuid().ToString("N"), ["day"] = app.Clock.GetUtcNow().ToString("yyyyMMdd", null) },
        };
        foreach (var (id, value) in typed) data[id] = value;
        return app.Teams.Invoke(
            who, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" }, who.ChatId);
    }

    /// <summary>A new ticket of Maria's, brought to a state by what people do.</summary>
    private static async Task<string> MakeAsync(BotApp app, Life life)
    {
        await app.TicketAsync(Cast.Maria, $"det gäller {life}");
        var ticket = $"NORD-{await CountAsync(app)}";
        await app.ShareAsync(Cast.Maria, ticket, Cast.Petra);
        switch (life)
        {
            case Life.Untaken:
                break;
            case Life.Taken or Life.Paused:
                await DoAsync(app, Cast.Anna, ticket, Act.Take);
                if (life == Life.Paused) await DoAsync(app, Cast.Anna, ticket, Act.Pause);
                break;
            case Life.Waiting or Life.Released:
                await app.AnswerAsync(Cast.Anna, app.DeskCard(ticket), "Vad heter den?", waiting: true);
                if (life == Life.Released) await DoAsync(app, Cast.Anna, ticket, Act.Release);
                break;
            case Life.Withdrawn:
                await DoAsync(app, Cast.Maria, ticket, Act.Withdraw);
                break;
            default:
                await DoAsync(app, Cast.Anna, ticket, Act.Resolve);
                if (life is Life.Accepted or Life.ClosedLongAgo) await DoAsync(app, Cast.Maria, ticket, Act.Accept);
                if (life is Life.ClosedByItself or Life.ClosedLongAgo) app.Clock.Advance(TimeSpan.FromDays(14));
                await app.SettleAsync();
                break;
        }

        return ticket;
    }

    private static async Task DoAsync(BotApp app, Actor who, string ticket, Act act)
    {
        var before = (await RowsAsync(app, ticket)).Count;
        var answer = await app.SettledAsync(Press(app, who, ticket, act, new("", "", "")));
        Assert.True((await RowsAsync(app, ticket)).Count == before + 1, $"{act} on {ticket}: {answer.Words}");
    }

    /// <summary>The ticket and its timeline as they are stored.</summary>
    private static async Task<IReadOnlyList<string>> RowsAsync(BotApp app, string ticket)
    {
        var rows = new List<string>();
        foreach (var kind in new[] { "t", "l" })
        {
            var prefix = $"{kind}|{int.Parse(ticket.Split('-')[1], null):D10}";
            rows.AddRange((await app.Rows.RangeAsync("c|NORD", prefix, prefix + "~", 1000, CancellationToken.None)).Select(row => $"{row.Key} {row.Data}"));
        }

        return rows;
    }

    private static async Task<int> CountAsync(BotApp app) => (await app.Rows.RangeAsync("c|NORD", "t|", "t|~", 1000, CancellationToken.None)).Count;

    /// <summary>How dialogs name people.</summary>
    private static async Task<Ids> IdsAsync(BotApp app)
    {
        await app.TicketAsync(Cast.Maria, "det första");
        var handOver = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Lämna över");
        var share = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dela med kollega");
        return new(handOver.Card!.Choice(Cast.Kalle.Name), share.Card!.Choice(Cast.Edward.Name), share.Card!.Choice(Cast.Petra.Name));
    }

    private sealed record Ids(string Kalle, string Edward, string Petra);
}
