using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Compose;

/// <summary>Articles from the compose box, and links to tickets.</summary>
public sealed class SharingKnowledgeTests
{
    [Fact]
    public async Task An_article_is_found_and_inserted_in_the_readers_language()
    {
        await using var app = await BotApp.StartAsync();

        var swedish = (await app.SearchAsync(Cast.Maria, "automationen mejlar två gånger", "findArticles", Extension.GroupChat)).Found();
        var english = (await app.SearchAsync(Cast.Edward, "the automation sends two emails", "findArticles", Extension.GroupChat)).Found();

        Assert.InRange(swedish.Count, 1, 5);
        var picked = Assert.Single((await app.PickAsync(Cast.Maria, swedish[0], Extension.GroupChat)).Found()).Inserted();
        Assert.Equal([swedish[0].Preview("title"), swedish[0].Preview("text"), "Hjälpartikel från Synerity Support", "Läs mer hos Synerity Support"], picked.Words.Split('\n'));
        Assert.Contains("Read more at Synerity Support", english[0].Inserted().Words, StringComparison.Ordinal);
        Assert.StartsWith("https://teams.microsoft.com/l/chat/0/0?users=28:", picked.Button("Läs mer hos Synerity Support").GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_guessed_before_anything_is_typed()
    {
        await using var app = await BotApp.StartAsync();

        Assert.Equal("There is nothing to show yet. Type what you are looking for.", (await app.SearchAsync(Cast.Edward, null, "findArticles")).Said());
        Assert.Empty((await app.SearchAsync(Cast.Maria, "automation", "findArticles", skip: 25)).Found());
    }

    [Theory]
    [InlineData("https://support.synerity.se/NORD-1")]
    [InlineData("https://support.synerity.se/ticket/nord-1/")]
    [InlineData("https://SUPPORT.synerity.se/tickets/NORD-1?view=log#last")]
    public async Task A_link_to_a_ticket_shows_its_key_and_nothing_more(string link)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Uppsägningen av Nils");

        foreach (var person in (Actor[])[Cast.Maria, Cast.Lena, Cast.Anna])
        {
            // Teams keeps the answer and shows it in the next conversation: it is the same everywhere.
            foreach (var where in (string?[])[null, Extension.GroupChat, Extension.TicketsChannel])
            {
                var answer = await app.PasteAsync(person, link, where);
                Assert.Equal("NORD-1\nÄrende hos Synerity Support. Bara den som får se det kan öppna det.\nÖppna hos Synerity Support", Assert.Single(answer.Found()).Inserted().Words);
                Assert.DoesNotContain("Nils", answer.Raw, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("http://support.synerity.se/NORD-1")]
    [InlineData("https://support.synerity.se:8443/NORD-1")]
    [InlineData("https://anna@support.synerity.se/NORD-1")]
    [InlineData("https://support.synerity.se.evil.example/NORD-1")]
    [InlineData("https://synerity.se/NORD-1")]
    [InlineData("https://support.synerity.se/a/b/NORD-1")]
    [InlineData("https://support.synerity.se/admin/NORD-1")]
    [InlineData("https://support.synerity.se/NORD-2")]
    [InlineData("https://support.synerity.se/FJM-1")]
    [InlineData("https://169.254.169.254/NORD-1")]
    [InlineData("file:///NORD-1")]
    [InlineData("NORD-1")]
    [InlineData("")]
    public async Task Any_other_link_stays_a_link(string link)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.TicketAsync(Cast.Johan);

        var answer = await app.PasteAsync(Cast.Maria, link);

        Assert.Equal((200, ""), (answer.Status, answer.Raw));
    }

    [Fact]
    public async Task The_portals_host_is_a_setting()
    {
        await using var app = await BotApp.StartAsync(settings: new() { ["Compose:PortalHosts:0"] = "portal.example.com" });
        await app.TicketAsync(Cast.Maria);

        Assert.Single((await app.PasteAsync(Cast.Maria, "https://portal.example.com/NORD-1")).Found());
        Assert.Equal("", (await app.PasteAsync(Cast.Maria, "https://support.synerity.se/NORD-1")).Raw);
        Assert.Equal("", (await app.PasteAsync(Cast.Ulf, "https://portal.example.com/NORD-1")).Raw);
    }

    [Fact]
    public void A_host_that_is_none_is_named()
    {
        var options = new SupportBot.Features.Compose.ComposeOptions { PortalHosts = { "https://portal.example.com" } };

        Assert.Contains("Compose:PortalHosts", Assert.Single(options.Validate(new(options))).ErrorMessage, StringComparison.Ordinal);
    }
}
