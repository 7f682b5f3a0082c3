using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>
/// Ten thousand actions by people of four tenants, whatever comes to their minds, allowed or not, some of it delivered twice, while time goes on.
/// Everything anybody writes carries a mark that says on which ticket, so that it shows where it must not be.
/// </summary>
public sealed partial class ManyActionsTests
{
    private static readonly int Actions = int.Parse(Environment.GetEnvironmentVariable("MANY_ACTIONS") ?? "10000", null);
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("MANY_SEED") ?? "20261125", null);
    private static readonly (Actor Who, string Customer)[] Customers =
        [(Cast.Maria, "NORD"), (Cast.Edward, "NORD"), (Cast.Petra, "NORD"), (Cast.Lena, "NORD"), (Cast.Johan, "FJM"), (Cast.Sara, "BJORK")];

    private static readonly Actor[] Provider = [Cast.Anna, Cast.Kalle, Cast.Administrator];
    private static readonly string[] Asked = ["mina ärenden", "hur går det", "våra ärenden", "stängda ärenden", "kö", "otagna", "min kö", "hjälp", "tack"];

    private readonly Random _random = new(Seed);
    private readonly List<(string Ticket, Actor By)> _tickets = [];

    /// <summary>Of each mark: the ticket it was written on, and whether only colleagues may read it.</summary>
    private readonly Dictionary<int, (string Ticket, bool Internal)> _marks = [];

    [Fact]
    public async Task Whatever_people_do_what_must_hold_holds()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 09:00");
        foreach (var who in Customers.Select(customer => customer.Who).Concat(Provider)) await app.SayAsync(who, "hej");
        var ids = await PeopleAsync(app);
        for (var i = 0; i < Actions; i++)
        {
            await ActAsync(app, ids, i);
            if (i % 50 == 0) await app.SettleAsync();
        }

        await app.AdvanceToAsync("2027-06-01 10:00");
        var followed = await TicketsHoldAsync(app);
        await ListsHoldAsync(app);
        NobodyReadsWhatIsNotTheirs(app, followed);
        EachNoticeHasOneCause(app);
    }

    private async Task ActAsync(BotApp app, IReadOnlyDictionary<string, string> ids, int i)
    {
        var dice = _random.Next(100);
        if (dice < 3)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(_random.Next(1, _random.Next(10) == 0 ? 3000 : 120)));
            return;
        }

        var (who, customer) = _random.Next(5) < 2 ? (Pick(Provider), null) : ((Actor, string?))Pick(Customers);
        if (dice < 12 || _tickets.Count == 0)
        {
            if (customer is not null) await OpenAsync(app, who, customer, i);
            return;
        }

        var ticket = _random.Next(30) == 0 ? "NORD-99999" : Near(customer);
        if (dice < 20)
        {
            await PostAsync(app, who, app.Teams.Message(who, _random.Next(3) == 0 ? ticket : Pick(Asked)));
            return;
        }

        var act = Pick(Enum.GetValues<Act>());
        if (act == Act.Merge && _random.Next(8) > 0) act = Act.Answer; // or nearly everything would end as a duplicate
        _marks[i] = (ticket, act is Act.Note or Act.HandOver);
        var press = Press(app, who, ticket, act, Mark(i, ticket), ids);
        await PostAsync(app, who, press);
        if (_random.Next(20) == 0) await PostAsync(app, who, press);
    }

    /// <summary>Mostly a recent one, mostly one of the person's own organisation.</summary>
    private string Near(string? customer)
    {
        var recent = _tickets.Count > 40 && _random.Next(4) > 0 ? _tickets[^40..] : _tickets;
        var own = recent.Where(ticket => ticket.Ticket.StartsWith($"{customer}-", StringComparison.Ordinal)).ToList();
        return Pick(own.Count > 0 && _random.Next(6) > 0 ? own : recent).Ticket;
    }

    private async Task OpenAsync(BotApp app, Actor who, string customer, int i)
    {
        var key = $"{customer}-{await CountAsync(app, customer) + 1}";
        _marks[i] = (key, false);
        var data = new JsonObject
        {
            ["verb"] = "tickets.open", ["d"] = Stamp(app), ["what"] = $"fråga {Mark(i, key)}", ["kind"] = "fault", ["impact"] = "canWork",
        };
        var opening = Execute(app, who, "tickets.open", data);
        await PostAsync(app, who, opening);
        if (_random.Next(10) == 0) await PostAsync(app, who, opening);
        if (await CountAsync(app, customer) == int.Parse(key.Split('-')[1], null)) _tickets.Add((key, who));
    }

    private async Task PostAsync(BotApp app, Actor who, JsonObject activity)
    {
        var answer = await app.PostAsync((JsonObject)activity.DeepClone());
        Assert.True(answer.Status == 200 && answer.StatusCode is null or 200, $"{who.Name}: {answer.Status} {answer.Raw} to {activity}");
        if (Customers.Any(customer => customer.Who == who)) Harmless(who, answer.Raw, followed: null);
    }

    /// <summary>What a customer's person reads: nothing internal, nothing of other customers, and of their own organisation what they may see.</summary>
    private void Harmless(Actor who, string read, IReadOnlyDictionary<string, HashSet<string>>? followed)
    {
        var customer = Customers.Single(one => one.Who == who).Customer;
        foreach (Match mark in Marks().Matches(read))
        {
            var (ticket, isInternal) = _marks[int.Parse(mark.Groups[1].Value, null)];
            Assert.False(isInternal, $"{who.Name} reads {mark.Value}, which is internal: {read}");
            Assert.StartsWith($"{customer}-", ticket, StringComparison.Ordinal);
            if (followed is null || who == Cast.Lena || who == Cast.Johan) continue;
            Assert.True(_tickets.Any(one => one == (ticket, who)) || followed[ticket].Contains(who.Name), $"{who.Name} reads {mark.Value} of {ticket}");
        }
    }

    private void NobodyReadsWhatIsNotTheirs(BotApp app, IReadOnlyDictionary<string, HashSet<string>> followed)
    {
        foreach (var (who, _) in Customers)
        {
            foreach (var (call, _, place) in app.Connector.Answered.Where(answered => answered.Conversation == who.ChatId))
            {
                Assert.Equal(who.ChatId, place);
                Harmless(who, call.Body?.GetRawText() ?? "", followed);
            }
        }
    }

    /// <summary>An answer is told once to each who hears it, and a customer's words once to support.</summary>
    private static void EachNoticeHasOneCause(BotApp app)
    {
        var told = app.Connector.Answered
            .Where(answered => answered.Call.Method == "POST")
            .Select(answered => (answered.Conversation, Message: new Message(answered.Id, answered.Conversation, answered.Call.Segments.Count == 0 ? answered.Call.Body!.Value.GetProperty("activity") : answered.Call.Body!.Value)))
            .Where(one => News().IsMatch(one.Message.Summary))
            .SelectMany(one => Marks().Matches(one.Message.Summary).Select(mark => (one.Conversation.Split(';')[0], mark.Value)))
            .ToList();
        Assert.NotEmpty(told);
        Assert.Empty(told.GroupBy(one => one).Where(same => same.Count() > 1).Select(same => $"{same.Key} told {same.Count()} times"));
    }

    /// <returns>Who has ever followed each ticket, by name.</returns>
    private async Task<Dictionary<string, HashSet<string>>> TicketsHoldAsync(BotApp app)
    {
        var (store, people) = (app.Services.GetRequiredService<TicketStore>(), app.Services.GetRequiredService<AddressBook>());
        var followed = new Dictionary<string, HashSet<string>>();
        Assert.True(_tickets.Count > Actions / 50, $"only {_tickets.Count} tickets");
        foreach (var (name, _) in _tickets)
        {
            var key = TicketKey.Parse(name);
            var (ticket, timeline) = ((await store.ReadAsync(key, default))!.Value, await store.TimelineAsync(key, default));
            Assert.Equal(Enumerable.Range(1, ticket.Entries), timeline.Select(entry => entry.Number));
            var replayed = Replay.Of(timeline);
            Assert.True(replayed == Replay.From(ticket, timeline), $"{name} replays to {replayed}, but is {Replay.From(ticket, timeline)}: {string.Join(", ", timeline.Select(entry => entry.Kind))}");
            followed[name] = [];
            foreach (var person in Replay.EverFollowed(timeline).Concat(ticket.Followers)) followed[name].Add((await people.FindAsync(person, default))!.Name);
        }

        return followed;
    }

    private async Task ListsHoldAsync(BotApp app)
    {
        var store = app.Services.GetRequiredService<TicketStore>();
        var expected = new List<string>();
        foreach (var (name, _) in _tickets)
        {
            var ticket = (await store.ReadAsync(TicketKey.Parse(name), default))!.Value;
            expected.AddRange(TicketListing.Places(ticket).Select(place => place.Queue ? place.Key : $"{ticket.Key.Partition} {place.Key}"));
        }

        var listed = (await AllAsync(app, RowWrite.Listed.PartitionOf(TicketListing.Queue), "")).ToList();
        foreach (var customer in Customers.Select(one => one.Customer).Distinct()) listed.AddRange((await AllAsync(app, $"c|{customer}", "x|")).Select(key => $"c|{customer} {key}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> AllAsync(BotApp app, string partition, string prefix)
    {
        var keys = new List<string>();
        while (true)
        {
            var page = await app.Rows.RangeAsync(partition, keys.Count == 0 ? prefix : RowKey.After(keys[^1]), RowKey.EndOf(prefix), 1000, default);
            keys.AddRange(page.Select(row => row.Key));
            if (page.Count < 1000) return keys;
        }
    }

    private static async Task<int> CountAsync(BotApp app, string customer) =>
        await app.Rows.ReadAsync(CustomerStore.Partition(CustomerKey.Parse(customer)), TicketStore.Counter, default) is { } row ? int.Parse(row.Data.Trim('"'), null) : 0;

    private static async Task<IReadOnlyDictionary<string, string>> PeopleAsync(BotApp app)
    {
        var people = app.Services.GetRequiredService<AddressBook>();
        var ids = new Dictionary<string, string>();
        foreach (var who in new[] { Cast.Kalle, Cast.Edward, Cast.Petra }) ids[who.Name] = (await people.FindAsync(who.TenantId, who.ObjectId, default))!.Value.Ref.Id;
        return ids;
    }

    private static JsonObject Press(BotApp app, Actor who, string ticket, Act act, string mark, IReadOnlyDictionary<string, string> ids)
    {
        var (verb, typed) = LifeTable.Press(act, ids[Cast.Kalle.Name], ids[Cast.Edward.Name], ids[Cast.Petra.Name]);
        var stamp = Stamp(app);
        stamp["ticket"] = ticket;
        var data = new JsonObject { ["verb"] = verb, ["d"] = stamp };
        foreach (var (id, value) in typed)
        {
            data[id] = value == LifeTable.Tomorrow ? app.Clock.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", null) : id is "words" or "cause" or "comment" ? $"{value} {mark}" : value;
        }

        return Execute(app, who, verb, data);
    }

    private static JsonObject Execute(BotApp app, Actor who, string verb, JsonObject data) => app.Teams.Invoke(
        who, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" }, who.ChatId);

    private static JsonObject Stamp(BotApp app) => new() { ["nonce"] = Guid.NewGuid().ToString("N"), ["day"] = app.Clock.GetUtcNow().ToString("yyyyMMdd", null) };

    private T Pick<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];

    private static string Mark(int i, string ticket) => $"märke{i}på{ticket.Replace('-', 'x')}";

    [GeneratedRegex("märke([0-9]+)på[A-Z]+x[0-9]+")]
    private static partial Regex Marks();

    /// <summary>Messages that tell what somebody wrote; cards that show it again are another matter.</summary>
    [GeneratedRegex("^[^\"]+ (svarar på|skriver på|on|writes on) [A-Z]+-[0-9]+: ")]
    private static partial Regex News();
}
