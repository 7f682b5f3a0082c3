using System.Text.Json.Nodes;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Compose;

public sealed class FindTicketsTests
{
    [Fact]
    public async Task A_ticket_is_found_the_moment_it_is_there_and_as_it_is_then()
    {
        await using var app = await BotApp.StartAsync();
        Assert.Equal("Här finns inget att visa än. Skriv vad du letar efter.", (await app.SearchAsync(Cast.Maria, null)).Said());

        await app.TicketAsync(Cast.Maria, "Automationen på Inköp mejlar två gånger");
        foreach (var words in (string?[])[null, "NORD-1", "nord - 1", "inköp", "mejlar automationen", "öppna", "öppna inköp", "mina", "open"])
        {
            Assert.Equal("NORD-1 · Automationen på Inköp mejlar två gånger", Assert.Single((await app.SearchAsync(Cast.Maria, words)).Titles()));
        }

        Assert.Equal("Väntar på tekniker · Svar senast måndag 30 november 09:09", (await app.SearchAsync(Cast.Maria, "inköp")).Found()[0].Preview("text"));
        Assert.Equal("Inget träffar \"stängda\". Prova färre eller andra ord.", (await app.SearchAsync(Cast.Maria, "stängda")).Said());

        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");
        Assert.Equal("Stängt · Tillbakadraget i dag 10:09", Assert.Single((await app.SearchAsync(Cast.Maria, "stängda inköp")).Found()).Preview("text"));
        Assert.Equal("Inget träffar \"öppna\". Prova färre eller andra ord.", (await app.SearchAsync(Cast.Maria, "öppna")).Said());
    }

    [Fact]
    public async Task Staff_find_everybodys_and_begin_with_their_own()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Mejlen går två gånger");
        await app.TicketAsync(Cast.Johan, "Tavlan är tom");
        Assert.Equal(2, (await app.SearchAsync(Cast.Anna, null)).Titles().Count);
        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Ta");

        Assert.Equal(["FJM-1 · Tavlan är tom"], (await app.SearchAsync(Cast.Anna, null)).Titles());
        Assert.Equal(["FJM-1 · Tavlan är tom"], (await app.SearchAsync(Cast.Kalle, "fjällmat")).Titles());
        Assert.Equal(["NORD-1 · Mejlen går två gånger"], (await app.SearchAsync(Cast.Kalle, "otagna")).Titles());
        Assert.Equal(["NORD-1 · Mejlen går två gånger"], (await app.SearchAsync(Cast.Kalle, "nordhem mejlen öppna")).Titles());
        var found = Assert.Single((await app.SearchAsync(Cast.Kalle, "fjm-1")).Found());
        Assert.Equal("Fjällmat · Anna Berg har det · Svar senast i dag 12:09", found.Preview("text"));
    }

    [Fact]
    public async Task A_list_is_read_page_by_page()
    {
        await using var app = await BotApp.StartAsync();
        for (var i = 1; i <= 3; i++) await app.TicketAsync(Cast.Maria, $"Fråga {i}");

        Assert.Equal(["NORD-3 · Fråga 3", "NORD-2 · Fråga 2"], (await app.SearchAsync(Cast.Maria, "fråga", count: 2)).Titles());
        Assert.Equal(["NORD-1 · Fråga 1"], (await app.SearchAsync(Cast.Maria, "fråga", skip: 2, count: 2)).Titles());
        Assert.Empty((await app.SearchAsync(Cast.Maria, "fråga", skip: 4, count: 2)).Found());
        Assert.Equal(["NORD-1 · Fråga 1"], (await app.SearchAsync(Cast.Maria, null, skip: 2, count: 2)).Titles());
        Assert.Empty((await app.SearchAsync(Cast.Maria, null, skip: int.MaxValue, count: int.MaxValue)).Found());
        Assert.Single((await app.SearchAsync(Cast.Maria, null, skip: -5, count: -5)).Found());
    }

    [Fact]
    public async Task What_is_inserted_tells_others_nothing_but_the_key()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Uppsägningen av Nils");
        const string neutral = "NORD-1\nÄrende hos Synerity Support. Bara den som får se det kan öppna det.\nÖppna hos Synerity Support";

        foreach (var person in (Actor[])[Cast.Maria, Cast.Lena, Cast.Anna])
        {
            foreach (var where in (string[])[Extension.GroupChat, Extension.ChatOfTwo, Extension.OtherChannel, person == Cast.Anna ? Extension.GroupChat : Extension.TicketsChannel])
            {
                var found = Assert.Single((await app.SearchAsync(person, "NORD-1", where: where)).Found());
                Assert.Equal("NORD-1 · Uppsägningen av Nils", found.Preview("title"));
                Assert.Equal(neutral, found.Inserted().Words);
                Assert.Equal(neutral, Assert.Single((await app.PickAsync(person, found, where)).Found()).Inserted().Words);
            }
        }
    }

    [Fact]
    public async Task The_title_stands_where_everybody_present_may_read_it_anyway()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Tavlan är tom");

        foreach (var (person, where) in ((Actor, string?)[])[(Cast.Maria, null), (Cast.Anna, null), (Cast.Anna, Extension.TicketsChannel)])
        {
            var card = Assert.Single((await app.SearchAsync(person, "NORD-1", where: where)).Found()).Inserted();
            Assert.StartsWith("NORD-1 · Tavlan är tom\n", card.Words, StringComparison.Ordinal);
            Assert.Equal($"https://teams.microsoft.com/l/chat/0/0?users=28:{TestTokens.AppId}&message=NORD-1", card.Button("Öppna hos Synerity Support").GetProperty("url").GetString());
        }
    }

    [Fact]
    public async Task Nobody_finds_what_is_not_theirs_however_they_ask()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Hemlignord om löner");
        await app.TicketAsync(Cast.Johan, "Hemligfjm om löner");
        await app.TicketAsync(Cast.Sara, "Hemligbjork om löner");
        string?[] asked = [null, "", "NORD-1", "FJM-1", "BJORK-1", "hemlignord", "hemligfjm", "hemligbjork", "löner", "öppna", "stängda", "mina", "otagna", "öppna löner", "nordhem", "fjällmat", "björkby löner", "nord", "c|NORD", "*", "%", "\" OR 1=1", "löner NOT x"];

        foreach (var person in Cast.Everybody.Except([Cast.Anna, Cast.Kalle, Cast.Administrator]))
        {
            foreach (var where in (string?[])[null, Extension.GroupChat])
            {
                foreach (var words in asked) AssertNothingOfOthers(person, await app.SearchAsync(person, words, where: where));
                foreach (var key in (string[])["NORD-1", "FJM-1", "BJORK-1"])
                {
                    AssertNothingOfOthers(person, await app.SettledAsync(app.Composed(person, "composeExtension/selectItem", new JsonObject { ["command"] = "findTickets", ["item"] = key }, where)));
                    AssertNothingOfOthers(person, await app.PasteAsync(person, $"https://support.synerity.se/{key}", where));
                }
            }
        }

        Assert.Equal(["NORD-1 · Hemlignord om löner"], (await app.SearchAsync(Cast.Maria, "löner")).Titles());
    }

    [Fact]
    public async Task Strangers_are_told_where_to_begin()
    {
        await using var app = await BotApp.StartAsync();
        foreach (var person in (Actor[])[Cast.Ulf, Cast.Unlisted, Cast.Karin])
        {
            Assert.Equal("Skriv något till mig i chatten först, så reder vi ut vilken organisation du hör till.", (await app.SearchAsync(person, "mejl", where: Extension.GroupChat)).Said());
        }
    }

    /// <summary>The chat of two people is called personal, but the bot is not in it: what is meant for one of them must not go there.</summary>
    [Fact]
    public async Task A_search_elsewhere_does_not_move_where_somebody_is_reached()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.SearchAsync(Cast.Maria, "NORD-1", where: Extension.ChatOfTwo);

        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Finns det två automationer?");

        Assert.Contains("Finns det två automationer?", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Connector.Calls, call => call.ConversationId == Extension.ChatOfTwo);
    }

    [Fact]
    public async Task What_nobody_sends_is_answered_politely()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        string[] odd =
        [
            """{}""", """{"commandId":"findTickets"}""", """{"commandId":7,"parameters":{}}""", """{"commandId":"findTickets","parameters":[7,{"name":1},{"name":"words","value":{}}],"queryOptions":[]}""",
            """{"commandId":"findTickets","parameters":[],"queryOptions":{"skip":"x","count":1.5}}""", """{"command":"findTickets"}""", """{"command":"findTickets","item":""}""", """{"command":"nothing","item":"NORD-1"}""",
        ];
        foreach (var value in odd)
        {
            var answer = await app.SettledAsync(app.Composed(Cast.Maria, "composeExtension/query", JsonNode.Parse(value)!.AsObject(), null));
            Assert.Equal(200, answer.Status);
            Assert.True(answer.Body!.Value.TryGetProperty("composeExtension", out _), answer.Raw);
            Assert.DoesNotContain("gick fel", answer.Words, StringComparison.Ordinal);
        }

        var huge = await app.SearchAsync(Cast.Maria, new string('å', 20_000));
        Assert.InRange(huge.Said().Length, 1, 400);
    }

    /// <summary>A thumbnail reads a little HTML.</summary>
    [Fact]
    public async Task What_people_wrote_is_no_markup_in_the_list()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "<b>fet</b> <img src=x onerror=alert(1)>");

        var found = Assert.Single((await app.SearchAsync(Cast.Anna, "NORD-1")).Found());

        Assert.Equal("NORD-1 · ‹b›fet‹/b› ‹img src=x onerror=alert(1)›", found.Preview("title"));
    }

    [Fact]
    public async Task A_card_that_somebody_sends_the_bot_is_not_taken_for_a_picture()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var card = JsonNode.Parse(Assert.Single((await app.SearchAsync(Cast.Maria, "NORD-1")).Found()).GetProperty("content").GetRawText());
        var before = app.ChatOf(Cast.Maria).Count;
        var sent = app.Teams.Message(Cast.Maria, "");
        sent["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card });

        await app.SettledAsync(sent);

        Assert.Equal(before, app.ChatOf(Cast.Maria).Count);
    }

    private static void AssertNothingOfOthers(Actor person, Answered answer)
    {
        var own = person == Cast.Maria || person == Cast.Lena ? "NORD" : person == Cast.Johan ? "FJM" : person == Cast.Sara ? "BJORK" : "-";
        if (own == "-") Assert.DoesNotContain("AdaptiveCard", answer.Raw, StringComparison.Ordinal);
        foreach (var other in (string[])["NORD", "FJM", "BJORK"])
        {
            if (other == own) continue;
            Assert.DoesNotContain("hemlig" + other + " om", answer.Raw, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain($"\"item\":\"{other}-1\"", answer.Raw, StringComparison.Ordinal);
        }
    }
}
