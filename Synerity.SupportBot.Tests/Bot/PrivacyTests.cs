using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Desk;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Bot;

/// <summary>
/// Whatever somebody presses or writes, whatever the data of their button says: nothing of another customer's, or another person's, is shown,
/// and nothing of theirs changes (design §3).
/// </summary>
public sealed class PrivacyTests
{
    /// <summary>In every ticket, timeline and name that must stay where it is.</summary>
    private const string Secret = "hemlighet";

    private static readonly string[] Tickets = ["NORD-1", "nord-2", "FJM-1", "NORD-99", "VAST-1", "", "c|NORD", "../NORD-1", "NORD-1\u0000"];

    /// <summary>Everybody who has no right to NORD-1, NORD-2 and FJM-1.</summary>
    private static readonly Actor[] Outsiders = [Cast.Sara, Cast.Edward, Cast.Olle, Cast.Karin, Cast.Ulf, Cast.Unlisted];

    private static readonly Gen<JsonObject> Data =
        Gen.Select(Of(Tickets), Gen.Int[-1, 4], Of("NORD", "FJM", "BJORK", "nord"), Gen.Bool, Of<string?>(null, "20261127", "x"))
            .Select((ticket, entry, customer, injected, day) =>
            {
                var data = new JsonObject
                {
                    ["ticket"] = ticket, ["entry"] = entry, ["customer"] = customer, ["nonce"] = new string('a', 32), ["day"] = day ?? "20261127", ["what"] = "ja",
                };
                if (!injected) return data;
                foreach (var claim in new[] { "tenantId", "objectId", "person", "role", "isContact" }) data[claim] = Cast.Lena.ObjectId;
                return data;
            });

    [Fact]
    public async Task No_button_and_no_words_lead_to_what_belongs_to_somebody_else()
    {
        await using var app = await WorldAsync();
        var verbs = app.Services.GetRequiredService<ActionRouter>().Verbs.Order(StringComparer.Ordinal).ToArray();
        var commands = app.Services.GetServices<CommandEntry>().SelectMany(entry => entry.Words.Swedish.Concat(entry.Words.English)).ToArray();
        var before = await OthersAsync(app);
        var press = Gen.Select(Of(verbs), Data, Gen.Int[0, 3]).Select((verb, data, surface) => (Func<Actor, JsonObject>)(who => Pressed(app, who, verb, data, surface)));
        var write = Gen.Select(Of(commands), Of(Tickets), Gen.Bool).Select((words, ticket, alone) => (Func<Actor, JsonObject>)(who =>
            app.Teams.Message(who, alone ? ticket : $"{words} {ticket}".Trim())));

        await Gen.Select(Of(Outsiders), Gen.OneOf(press, write)).SampleAsync(
            async (who, act) =>
            {
                var seen = app.Connector.Calls.Count;
                var answer = await app.SettledAsync(act(who));

                Assert.InRange(answer.Status, 200, 200);
                Assert.DoesNotContain(Secret, answer.Raw, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(app.Connector.Calls.Skip(seen), call =>
                    call.Body?.GetRawText().Contains(Secret, StringComparison.OrdinalIgnoreCase) == true && call.ConversationId != null && call.ConversationId == who.ChatId);
                Assert.DoesNotContain("gick fel", answer.Raw, StringComparison.Ordinal);
            },
            iter: 400,
            threads: 1);

        Assert.Equal(before, await OthersAsync(app));
        Assert.DoesNotContain(Outsiders.SelectMany(app.ChatOf), message =>
            message.Body.GetRawText().Contains(Secret, StringComparison.OrdinalIgnoreCase) || message.Words.Contains("gick fel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_button_is_closed_to_everybody_who_may_not_press_it()
    {
        await using var app = await WorldAsync();
        var before = await OthersAsync(app);

        foreach (var verb in app.Services.GetRequiredService<ActionRouter>().Verbs)
        {
            // The queue shows administrators what they may see anyway (design §3).
            foreach (var who in verb == ShowQueue.Verb ? Outsiders : [.. Outsiders, Cast.Administrator])
            {
                var data = new JsonObject
                {
                    ["ticket"] = "NORD-1", ["entry"] = 2, ["customer"] = "NORD", ["nonce"] = Guid.NewGuid().ToString("N"), ["day"] = "20261127",
                };
                for (var surface = 0; surface < 4; surface++)
                {
                    var answer = await app.PostAsync(Pressed(app, who, verb, data, surface));
                    Assert.Equal(200, answer.Status);
                    Assert.DoesNotContain(Secret, answer.Raw, StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        await app.SettleAsync();
        Assert.Equal(before, await OthersAsync(app));
    }

    /// <summary>The words that somebody was asked about (<em>Ska jag skicka det…?</em>) are kept under a nonce; a real one opens nothing for others.</summary>
    [Fact]
    public async Task A_draft_of_somebody_else_can_be_neither_read_nor_sent()
    {
        await using var app = await WorldAsync();
        await app.TicketAsync(Cast.Edward, "mine");
        await app.SayAsync(Cast.Maria, $"utkast med {Secret}");
        var draft = JsonNode.Parse(app.LastTo(Cast.Maria).Card!.Button("Ja, skicka").GetProperty("data").GetProperty("d").GetRawText())!.AsObject();
        var before = await OthersAsync(app);
        var answers = new List<Answered>();

        foreach (var verb in app.Services.GetRequiredService<ActionRouter>().Verbs)
        {
            foreach (var who in Outsiders)
            {
                foreach (var ticket in (string[])["NORD-1", "NORD-3"])
                {
                    var data = new JsonObject { ["ticket"] = ticket, ["nonce"] = (string?)draft["nonce"], ["day"] = (string?)draft["day"], ["customer"] = "NORD", ["entry"] = 2 };
                    for (var surface = 0; surface < 4; surface++) answers.Add(await app.SettledAsync(Pressed(app, who, verb, data, surface)));
                }
            }
        }

        Assert.Equal(32, ((string?)draft["nonce"])!.Length);
        Assert.All(answers, answer => Assert.DoesNotContain(Secret, answer.Raw, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Outsiders.SelectMany(app.ChatOf), message => message.Body.GetRawText().Contains(Secret, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(before, await OthersAsync(app));
        await app.PressAsync(Cast.Maria, app.ChatOf(Cast.Maria).Last(message => message.Card?.Buttons.Contains("Ja, skicka") == true), "Ja, skicka");
        Assert.Contains($"utkast med {Secret}", app.LastTo(Cast.Anna).Words, StringComparison.Ordinal);
    }

    private static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    /// <summary>Tickets that each have been answered, wait for their customer, and were written on.</summary>
    private static async Task<BotApp> WorldAsync()
    {
        var app = await BotApp.StartAsync();
        foreach (var (owner, ticket) in new[] { (Cast.Maria, "NORD-1"), (Cast.Lena, "NORD-2"), (Cast.Johan, "FJM-1") })
        {
            await app.TicketAsync(owner, $"{Secret} {ticket}");
            await app.AnswerAsync(Cast.Anna, app.DeskCard(ticket), $"svar med {Secret}", waiting: true);
            await app.SayAsync(owner, $"mer {Secret}");
        }

        foreach (var who in Outsiders) await app.InstallAsync(who);
        return app;
    }

    private static JsonObject Pressed(BotApp app, Actor who, string verb, JsonObject data, int surface)
    {
        var value = new JsonObject { ["verb"] = verb, ["d"] = data.DeepClone(), ["words"] = "mina ord", ["what"] = "mina ord", ["company"] = "Nordhem" };
        return surface switch
        {
            0 => app.Teams.Invoke(who, "adaptiveCard/action", new JsonObject { ["action"] = new JsonObject { ["verb"] = verb, ["data"] = value }, ["trigger"] = "manual" }, who.ChatId),
            1 => app.Teams.Invoke(who, "task/fetch", new JsonObject { ["data"] = value }, who.ChatId),
            2 => app.Teams.Invoke(who, "task/submit", new JsonObject { ["data"] = value }, who.ChatId),
            _ => app.Teams.Submitted(who, value, app.ChatOf(Cast.Maria)[0]),
        };
    }

    /// <summary>Every row of the tickets that are not the outsiders', as it is.</summary>
    private static async Task<IReadOnlyList<string>> OthersAsync(BotApp app)
    {
        var rows = new List<string>();
        foreach (var (partition, number) in new[] { ("c|NORD", 1), ("c|NORD", 2), ("c|FJM", 1) })
        {
            foreach (var kind in new[] { "t", "l", "fact" })
            {
                var prefix = $"{kind}|{number:D10}";
                rows.AddRange((await app.Rows.RangeAsync(partition, prefix, prefix + "~", 1000, CancellationToken.None)).Select(row => $"{partition} {row.Key} {row.Tag}"));
            }
        }

        return rows;
    }
}
