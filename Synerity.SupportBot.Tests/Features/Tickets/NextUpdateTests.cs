using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Nästa besked: the customer sees when, the technician is reminded, and what was not kept is said.</summary>
public sealed class NextUpdateTests
{
    [Fact]
    public async Task What_is_promised_with_an_answer_stands_on_both_cards_and_in_status_answers()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await AnswerAsync(app, "Jag återkommer.", "2026-11-30", "14:30");
        await app.SayAsync(Cast.Maria, "hur går det");

        Assert.Contains("\nFörsta svar i dag 10:09, i tid\nNästa besked måndag 30 november 14:30\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nAnna Berg har det\nNästa besked måndag 30 november 14:30\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal("Anna Berg jobbar med NORD-1 och har svarat dig. Du får nästa besked måndag 30 november 14:30.", app.ChatOf(Cast.Maria)[^2].Words);
        Assert.Contains("\nNästa besked måndag 30 november 14:30\n", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_set_on_its_own_without_a_word_to_the_customer_and_a_day_alone_means_closing_time()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var sent = app.ChatOf(Cast.Maria).Count;

        await PromiseAsync(app, Cast.Kalle, "2026-11-30");

        Assert.Contains("\nVäntar på tekniker\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nNästa besked måndag 30 november 17:00\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal(sent, app.ChatOf(Cast.Maria).Count);
    }

    [Fact]
    public async Task The_technician_is_reminded_once_when_it_comes_and_the_card_says_that_it_was_due()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await AnswerAsync(app, "Jag återkommer.", "2026-11-30", "14:30");

        await app.AdvanceToAsync("2026-11-30 14:29:59");
        var before = Told(app).Count;
        foreach (var moment in new[] { "2026-11-30 14:30:01", "2026-11-30 16:00" }) await app.AdvanceToAsync(moment);
        await app.SayAsync(Cast.Maria, "NORD-1");

        Assert.Equal(0, before);
        Assert.Equal("Maria Ek ska ha besked om NORD-1 i dag 14:30.\nAutomationen på Inköp mejlar två gånger\nSvara\nNästa besked", Assert.Single(Told(app)).Words);
        Assert.Contains("\nNästa besked skulle ha kommit i dag 14:30\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.EndsWith(" Du skulle ha fått nästa besked i dag 14:30.", app.ChatOf(Cast.Maria)[^2].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_at_night_reminds_in_the_morning()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await AnswerAsync(app, "Jag återkommer.", "2026-11-30", "19:00");

        await app.AdvanceToAsync("2026-11-30 19:00:01");
        Assert.Contains("skulle ha kommit i dag 19:00", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Empty(Told(app));
        await app.AdvanceToAsync("2026-12-01 08:00");

        Assert.Single(Told(app));
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("resolve")]
    [InlineData("withdraw")]
    [InlineData("another")]
    public async Task The_next_answer_the_end_or_another_time_takes_its_place(string happens)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await AnswerAsync(app, "Jag återkommer.", "2026-11-30", "14:30");

        if (happens == "answer") await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Nu är det klart.");
        else if (happens == "resolve") await app.ResolveAsync(Cast.Anna, "NORD-1");
        else if (happens == "withdraw") await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");
        else await PromiseAsync(app, Cast.Anna, "2026-12-02", "09:00");
        await app.AdvanceToAsync("2026-11-30 15:00");

        Assert.Empty(Told(app));
        Assert.Equal(happens == "another", app.TicketCard(Cast.Maria, "NORD-1").Words.Contains("\nNästa besked onsdag 2 december 09:00\n", StringComparison.Ordinal));
        Assert.DoesNotContain("14:30", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "updateDay", "⚠ Välj vilken dag.")]
    [InlineData("", "14:00", "updateDay", "⚠ Välj vilken dag.")]
    [InlineData("2026-11-26", "14:00", "updateDay", "⚠ Välj en dag från i dag till tre månader fram.")]
    [InlineData("2027-03-01", "", "updateDay", "⚠ Välj en dag från i dag till tre månader fram.")]
    [InlineData("2026-11-28", "", "updateDay", "⚠ Vi har stängt den dagen. Välj en annan, eller skriv ett klockslag.")]
    [InlineData("2026-11-27", "10:00", "updateTime", "⚠ Den tiden har redan varit.")]
    [InlineData("2026-11-27", "halv tre", "updateTime", "⚠ Skriv klockslaget som 14:30.")]
    public async Task What_is_wrong_is_said_beside_it(string day, string time, string field, string says)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Nästa besked");

        var again = await app.SubmitAsync(Cast.Anna, dialog, "Spara", ("updateDay", day), ("updateTime", time));

        Assert.Equal(says, again.Card!.ErrorBeside(field));
        Assert.DoesNotContain("Nästa besked", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_time_beside_an_answer_keeps_the_answer()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var sent = app.ChatOf(Cast.Maria).Count;
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");

        var again = await app.SubmitAsync(Cast.Anna, dialog, "Skicka till Maria Ek", ("words", "Jag återkommer."), ("updateDay", "2026-11-27"), ("updateTime", "09:00"));

        Assert.Equal("⚠ Den tiden har redan varit.", again.Card!.ErrorBeside("updateTime"));
        Assert.Equal("Jag återkommer.", again.Card["words"]);
        Assert.Equal(sent, app.ChatOf(Cast.Maria).Count);
    }

    private static async Task AnswerAsync(BotApp app, string words, string day, string time)
    {
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");
        await app.SubmitAsync(Cast.Anna, dialog, "Skicka till Maria Ek", ("words", words), ("updateDay", day), ("updateTime", time));
    }

    private static async Task PromiseAsync(BotApp app, Actor technician, string day, string time = "")
    {
        var dialog = await app.PressAsync(technician, app.DeskCard("NORD-1"), "Nästa besked");
        await app.SubmitAsync(technician, dialog, "Spara", ("updateDay", day), ("updateTime", time));
    }

    private static List<Message> Told(BotApp app) => [.. app.ChatOf(Cast.Anna).Where(message => message.Words.Contains("ska ha besked om NORD-1", StringComparison.Ordinal))];
}
