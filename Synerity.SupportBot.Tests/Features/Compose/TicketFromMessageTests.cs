using System.Text.Json.Nodes;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Compose;

public sealed class TicketFromMessageTests
{
    private const string Html = "<p>Skrivaren p&aring; plan 3 &auml;r trasig</p><p>Den <b>blinkar</b> r&ouml;tt</p>";

    [Fact]
    public async Task A_customers_user_opens_a_ticket_of_somebody_elses_message()
    {
        await using var app = await BotApp.StartAsync();
        await app.InstallAsync(Cast.Maria);

        var dialog = await app.FromMessageAsync(Cast.Maria, Extension.Payload(Html), Extension.GroupChat);
        Assert.Equal("Nytt ärende", dialog.DialogTitle);
        Assert.Equal("Skrivaren på plan 3 är trasig\nDen blinkar rött\n\nSkrivet av Mikael Lindström i Teams", dialog.Card!["what"]);
        Assert.Contains("Svaret kommer i din chatt med mig.", dialog.Words, StringComparison.Ordinal);
        var sent = await app.SettledAsync(app.Pressed(Cast.Maria, dialog, "Skicka till supporten"));

        Assert.Equal("Klart! NORD-1 ligger hos supporten. En tekniker svarar dig senast måndag 30 november 09:09.", sent.DialogSays());
        Assert.StartsWith("NORD-1 · Skrivaren på plan 3 är trasig\nVäntar på tekniker", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
        var desk = app.DeskCard("NORD-1").Words;
        Assert.Contains("Skrivet av Mikael Lindström i Teams", desk, StringComparison.Ordinal);
        Assert.Contains("https://teams.microsoft.com/l/message/19:84b1@thread.tacv2/1792675200123", desk, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Connector.Calls, call => call.ConversationId == Extension.GroupChat);
    }

    [Fact]
    public async Task What_is_delivered_or_pressed_twice_opens_one_ticket()
    {
        await using var app = await BotApp.StartAsync();
        var dialog = await app.FromMessageAsync(Cast.Maria, Extension.Payload(Html), Extension.ChatOfTwo);
        var press = app.Pressed(Cast.Maria, dialog, "Skicka till supporten");
        var first = await app.SettledAsync(JsonNode.Parse(press.ToJsonString())!.AsObject());

        var again = await app.SettledAsync(press);
        var pressed = await app.SettledAsync(app.Pressed(Cast.Maria, dialog, "Skicka till supporten"));

        Assert.Equal(first.DialogSays(), again.DialogSays());
        Assert.Contains("NORD-1", pressed.DialogSays(), StringComparison.Ordinal);
        Assert.Single((await app.SearchAsync(Cast.Maria, "öppna")).Titles());
    }

    [Fact]
    public async Task The_form_stays_in_the_dialog_until_it_is_right()
    {
        await using var app = await BotApp.StartAsync();
        var dialog = await app.FromMessageAsync(Cast.Maria, message: null, Extension.OtherChannel);
        Assert.Null(dialog.Card!["what"]);

        var wrong = await app.SettledAsync(app.Pressed(Cast.Maria, dialog, "Skicka till supporten", ("link", "tavlan")));

        Assert.Equal("⚠ Skriv vad som händer, gärna med ett exempel.", wrong.Card!.ErrorBeside("what"));
        Assert.Equal("⚠ Länken ska börja med https://.", wrong.Card.ErrorBeside("link"));
        var right = await app.SettledAsync(app.Pressed(Cast.Maria, wrong, "Skicka till supporten", ("what", "Tavlan är tom"), ("link", "")));
        Assert.StartsWith("Klart! NORD-1", right.DialogSays(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script><style>p{}</style>hej", "hej")]
    [InlineData("<img src=x onerror=alert(1)>hej<iframe src='https://evil.example'></iframe>", "hej")]
    [InlineData("<a href=\"javascript:alert(1)\">klicka</a>", "klicka")]
    [InlineData("&lt;b&gt;inte fet&lt;/b&gt; **heller**", "<b>inte fet</b> **heller**")]
    [InlineData("<p>1 < 2</p>", "1 < 2")]
    [InlineData("hej <unclosed", "hej")]
    [InlineData("<!-- dold <b> -->synlig", "synlig")]
    [InlineData("<at id=\"0\">Anna</at>&nbsp;kan du titta?<br>Tack", "Anna kan du titta?\nTack")]
    [InlineData("<ul><li>ett</li><li>två</li></ul>", "• ett\n• två")]
    public async Task Html_becomes_the_words_that_people_read(string html, string words)
    {
        await using var app = await BotApp.StartAsync();

        var dialog = await app.FromMessageAsync(Cast.Maria, Extension.Payload(html, author: ""));

        Assert.Equal(words, dialog.Card!["what"]);
    }

    [Theory]
    [InlineData("http://teams.microsoft.com/l/message/1")]
    [InlineData("https://evil.example/teams.microsoft.com")]
    [InlineData("https://teams.microsoft.com.evil.example/l/message/1")]
    [InlineData("https://evilteams.microsoft.com.example/")]
    [InlineData("https://teams.microsoft.com@evil.example/")]
    [InlineData("https://teams.microsoft.com:8443/l/message/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Only_links_into_Teams_are_kept(string link)
    {
        await using var app = await BotApp.StartAsync();

        var dialog = await app.FromMessageAsync(Cast.Maria, Extension.Payload(Html, link: link));

        Assert.Equal("", dialog.Card!["link"]);
    }

    [Fact]
    public async Task Huge_and_odd_payloads_make_a_form_that_can_be_sent()
    {
        await using var app = await BotApp.StartAsync();
        var huge = Extension.Payload("<p>" + string.Concat(Enumerable.Repeat("😀&amp;", 5_000)), author: new string('Å', 5000), link: "https://teams.microsoft.com/" + new string('a', 600));

        var dialog = await app.FromMessageAsync(Cast.Maria, huge);
        Assert.InRange(dialog.Card!["what"]!.Length, 3000, 4000);
        Assert.StartsWith("Klart! NORD-1", (await app.SettledAsync(app.Pressed(Cast.Maria, dialog, "Skicka till supporten"))).DialogSays(), StringComparison.Ordinal);

        foreach (var odd in (string[])["""{"body":7,"from":[],"linkToMessage":{}}""", """{"body":{"content":null},"from":{"user":null}}""", """{"from":{"application":{"displayName":"Vädret"}},"body":{"contentType":"text","content":"a <b> c"}}"""])
        {
            Assert.Equal("Nytt ärende", (await app.FromMessageAsync(Cast.Maria, JsonNode.Parse(odd)!.AsObject())).DialogTitle);
        }
    }

    [Fact]
    public async Task A_technician_opens_it_for_somebody_at_the_customer()
    {
        await using var app = await BotApp.StartAsync();
        await app.InstallAsync(Cast.Maria);
        await app.SayAsync(Cast.Maria, "hej");
        var dialog = await app.FromMessageAsync(Cast.Anna, Extension.Payload(Html), Extension.OtherChannel);

        var wrong = await app.SettledAsync(app.Pressed(Cast.Anna, dialog, "Skapa ärendet", ("customer", "Okänd AB"), ("person", "Maria")));
        Assert.Equal("⚠ Jag hittar ingen sådan kund. Prova med förkortningen.", wrong.Card!.ErrorBeside("customer"));
        wrong = await app.SettledAsync(app.Pressed(Cast.Anna, wrong, "Skapa ärendet", ("customer", "nordhem"), ("person", "Johan")));
        Assert.StartsWith("⚠ Jag har inte träffat någon med det namnet där.", wrong.Card!.ErrorBeside("person"), StringComparison.Ordinal);
        var press = app.Pressed(Cast.Anna, wrong, "Skapa ärendet", ("customer", "nord"), ("person", "maria ek"));
        var done = await app.SettledAsync(JsonNode.Parse(press.ToJsonString())!.AsObject());

        Assert.Equal("Klart! NORD-1 ligger i kön. Maria Ek får svaret.", done.DialogSays());
        Assert.Equal("Det är redan skickat, som NORD-1.", (await app.SettledAsync(press)).DialogSays());
        Assert.Equal("Det är redan skickat, som NORD-1.", (await app.SettledAsync(app.Pressed(Cast.Anna, wrong, "Skapa ärendet", ("customer", "nord"), ("person", "maria ek")))).DialogSays());
        Assert.StartsWith("NORD-1 · Skrivaren på plan 3 är trasig\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("Skrivet av Mikael Lindström i Teams", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Single((await app.SearchAsync(Cast.Anna, "nordhem")).Titles());
    }

    [Fact]
    public async Task Who_may_not_open_tickets_is_told_why()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 10:00");

        Assert.StartsWith("Ert avtal gäller inte just nu", (await app.FromMessageAsync(Cast.Olle, Extension.Payload(Html))).DialogSays(), StringComparison.Ordinal);
        Assert.StartsWith("Skriv något till mig i chatten först", (await app.FromMessageAsync(Cast.Ulf, Extension.Payload(Html))).DialogSays(), StringComparison.Ordinal);
        Assert.StartsWith("Det kan bara en tekniker göra.", (await app.FromMessageAsync(Cast.Administrator, Extension.Payload(Html))).DialogSays(), StringComparison.Ordinal);
        var dialog = await app.FromMessageAsync(Cast.Anna, Extension.Payload(Html));
        foreach (var other in (Actor[])[Cast.Maria, Cast.Ulf, Cast.Administrator])
        {
            Assert.DoesNotContain("Klart", (await app.SettledAsync(app.Pressed(other, dialog, "Skapa ärendet", ("customer", "NORD"), ("person", "Maria")))).DialogSays(), StringComparison.Ordinal);
        }
    }
}
