using Synerity.SupportBot.Features.Recordings;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Recordings;

public sealed class RecordingTests
{
    private const string Link = "https://www.loom.com/share/0123456789abcdef";

    private static readonly Dictionary<string, string?> Settings = new()
    {
        ["Recordings:AllowedHosts:0"] = "www.loom.com", ["Recordings:RecorderUrl"] = "https://record.example/?ticket={ticket}&key={token}",
    };

    [Fact]
    public async Task A_technician_asks_and_the_pasted_link_stands_on_the_ticket_the_thread_and_the_timeline()
    {
        await using var app = await BotApp.StartAsync(settings: Settings);
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Be om inspelning");
        var asked = app.LastTo(Cast.Maria);
        Assert.Equal("Anna Berg vill se hur det ser ut hos dig på NORD-1.\nTryck på Spela in och visa vad som händer. Klistra sedan in länken här i chatten.\nSpela in", asked.Words);
        Assert.Matches("^https://record\\.example/\\?ticket=NORD-1&key=[0-9a-f]{32}$", asked.Card!.Button("Spela in").GetProperty("url").GetString()!);

        await app.SayAsync(Cast.Maria, $"så här blir det: {Link}");

        Assert.Equal("Tack, inspelningen ligger på NORD-1.\nTa bort", app.LastTo(Cast.Maria).Words);
        Assert.Equal($"Maria Ek har lagt till en inspelning på NORD-1 (www.loom.com).\nså här blir det: {Link}\nÖppna inspelningen\nSvara\nTa bort", app.Channel[^1].Words);
        Assert.Equal(Link, app.Channel[^1].Card!.Button("Öppna inspelningen").GetProperty("url").GetString());
        foreach (var card in new[] { app.TicketCard(Cast.Maria, "NORD-1"), app.DeskCard("NORD-1") })
        {
            Assert.Contains("\nInspelning  \nwww.loom.com · Maria Ek, i dag 10:09\n", card.Words, StringComparison.Ordinal);
        }

        Assert.Empty(app.Connector.Fetched);
    }

    [Fact]
    public async Task It_is_taken_away_again_by_whoever_added_it_and_the_thread_hears_it()
    {
        await using var app = await BotApp.StartAsync(settings: Settings);
        await app.TicketAsync(Cast.Maria);
        await app.SayAsync(Cast.Maria, Link);

        await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Ta bort");

        Assert.Equal("Maria Ek tog bort en inspelning från NORD-1.", app.Channel[^1].Words);
        Assert.DoesNotContain("Inspelning ", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.DoesNotContain("loom", (await app.Rows.ReadAsync("c|NORD", "t|0000000001", default))!.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_technician_takes_it_away_too_and_another_customer_finds_nothing()
    {
        await using var app = await BotApp.StartAsync(settings: Settings);
        await app.TicketAsync(Cast.Maria);
        await app.SayAsync(Cast.Maria, Link);
        var thread = app.Channel[^1];
        var receipt = app.LastTo(Cast.Maria) with { ConversationId = Cast.Johan.ChatId };

        var refused = await app.PressAsync(Cast.Johan, receipt, "Ta bort");
        await app.PressAsync(Cast.Anna, thread, "Ta bort");

        Assert.Contains("Jag hittar inget sådant ärende.", refused.Words, StringComparison.Ordinal);
        Assert.Equal("Anna Berg tog bort en inspelning från NORD-1.", app.Channel[^1].Words);
    }

    [Theory]
    [InlineData("http://www.loom.com/share/1", "Länken måste börja med https://.")]
    [InlineData("https://www.loom.com.evil.example/share/1", "Länken kommer inte från ett inspelningsprogram som vi litar på.")]
    [InlineData("https://www.loom.com@evil.example/1", "Länken har ett användarnamn i sig.")]
    public async Task A_refused_link_is_answered_with_why_and_what_is_taken(string link, string why)
    {
        await using var app = await BotApp.StartAsync(settings: Settings);
        await app.TicketAsync(Cast.Maria);
        var before = app.DeskCard("NORD-1").Words;

        await app.SayAsync(Cast.Maria, link);

        Assert.Equal($"{why} Jag tar emot länkar från www.loom.com.", app.LastTo(Cast.Maria).Words);
        Assert.Equal(before, app.DeskCard("NORD-1").Words);
    }

    [Fact]
    public async Task Any_other_link_is_just_part_of_what_was_written_unless_a_recording_was_asked_for()
    {
        await using var app = await BotApp.StartAsync(settings: Settings);
        await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vilken tavla?", waiting: true);
        await app.SayAsync(Cast.Maria, "den här: https://nordhem.monday.com/boards/1");
        Assert.StartsWith("Skickat till Anna på NORD-1.", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);

        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Be om inspelning");
        await app.SayAsync(Cast.Maria, "https://drive.example/film");

        Assert.StartsWith("Länken kommer inte från ett inspelningsprogram som vi litar på.", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ticket_s_dialog_takes_a_link_and_says_beside_it_what_is_wrong()
    {
        await using var app = await BotApp.StartAsync(settings: Settings);
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Lägg till inspelning");

        var again = await app.SubmitAsync(Cast.Maria, dialog, "Lägg till inspelning", ("words", "https://evil.example/1"));
        await app.SubmitAsync(Cast.Maria, again, "Lägg till inspelning", ("words", Link));

        Assert.StartsWith("⚠ Länken kommer inte från ett inspelningsprogram", again.Card!.ErrorBeside("words"), StringComparison.Ordinal);
        Assert.StartsWith("Tack, inspelningen ligger på NORD-1.", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spela_in_gives_the_link_for_the_ticket_in_hand()
    {
        await using var app = await BotApp.StartAsync(settings: Settings);
        await app.SayAsync(Cast.Maria, "spela in");
        Assert.Equal("Skriv först vad det gäller, så att jag vet vart inspelningen ska.", app.LastTo(Cast.Maria).Words);
        await app.TicketAsync(Cast.Maria);

        await app.SayAsync(Cast.Maria, "spela in");

        Assert.StartsWith("Spela in skärmen till NORD-1.", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FREE_is_told_what_it_has_instead_and_is_never_asked()
    {
        await using var app = await BotApp.StartAsync(settings: Settings);
        await app.TicketAsync(Cast.Sara, "menyn blinkar när jag klickar");
        const string instead = "Felsökning med skärminspelning ingår i silver- och guldavtalet. Skicka bilder och beskriv med ord, så hjälper vi dig.";

        await app.SayAsync(Cast.Sara, "spela in");
        Assert.Equal(instead, app.LastTo(Cast.Sara).Words);
        await app.SayAsync(Cast.Sara, Link);
        Assert.Equal(instead, app.LastTo(Cast.Sara).Words);
        Assert.DoesNotContain("Be om inspelning", app.DeskCard("BJORK-1").Card!.Buttons);
        Assert.DoesNotContain("Lägg till inspelning", app.TicketCard(Cast.Sara, "BJORK-1").Card!.Buttons);
        Assert.DoesNotContain(app.ChatOf(Cast.Sara), message => message.Words.Contains("lättare att visa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_bot_asks_by_itself_once_where_a_picture_would_not_do()
    {
        await using var app = await BotApp.StartAsync(settings: Settings);

        await app.TicketAsync(Cast.Maria, "menyn blinkar när jag klickar på den");
        await app.TicketAsync(Cast.Maria, "kan inte bjuda in en gäst");

        Assert.Equal(
            "Det här är lättare att visa än att beskriva. Vill du spela in skärmen till NORD-1?\nTryck på Spela in och visa vad som händer. Klistra sedan in länken här i chatten.\nSpela in",
            Assert.Single(app.ChatOf(Cast.Maria), message => message.Words.Contains("lättare att visa", StringComparison.Ordinal)).Words);
    }

    [Fact]
    public async Task Without_settings_nothing_is_offered_or_taken()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.SayAsync(Cast.Maria, "spela in");

        Assert.Equal("Vi tar inte emot inspelningar än. Skicka bilder och beskriv med ord.", app.LastTo(Cast.Maria).Words);
        Assert.DoesNotContain("Be om inspelning", app.DeskCard("NORD-1").Card!.Buttons);
    }

    [Theory]
    [InlineData("loom", null, "Recordings:AllowedHosts has \"loom\"")]
    [InlineData("127.0.0.1", null, "Recordings:AllowedHosts has")]
    [InlineData("*.com.", null, "Recordings:AllowedHosts has")]
    [InlineData("https://www.loom.com", null, "Recordings:AllowedHosts has")]
    [InlineData("www.loom.com", "http://record.example/{ticket}", "Recordings:RecorderUrl must be an https link")]
    [InlineData("www.loom.com", "https://record.example/{key}", "Recordings:RecorderUrl must be an https link")]
    [InlineData(null, "https://record.example/{ticket}/{token}", "without Recordings:AllowedHosts")]
    public void Settings_that_nobody_meant_stop_the_host(string? host, string? recorder, string says)
    {
        var options = new RecordingsOptions { RecorderUrl = recorder };
        if (host is not null) options.AllowedHosts.Add(host);

        var result = new RecordingsOptionsRules().Validate(null, options);

        Assert.True(result.Failed);
        Assert.Contains(says, result.FailureMessage, StringComparison.Ordinal);
    }
}
