using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class ShowStatusTests
{
    [Theory]
    [InlineData("status NORD-1")]
    [InlineData("Status nord-1?")]
    [InlineData("NORD-1")]
    [InlineData("nOrD - 1")]
    [InlineData("hur går det")]
    [InlineData("Hur går det med mejlen? Kommer nån svara före helgen?")]
    [InlineData("har ni tittat")]
    public async Task However_it_is_asked_the_answer_comes_first_and_is_stamped_with_its_time(string asked)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");
        await app.AdvanceToAsync("2026-11-27 16:30");

        await app.SayAsync(Cast.Maria, asked);

        var (answer, card) = (app.ChatOf(Cast.Maria)[^2], app.LastTo(Cast.Maria));
        Assert.Equal("Anna Berg har NORD-1 men har inte svarat än. Du får svar senast måndag 30 november 09:09. Vi stänger 17:00, så det kan bli först på måndag.", answer.Words);
        Assert.Contains(
            "\nAnna Berg jobbar med det\nSvar senast måndag 30 november 09:09 · I tid\nFredag 16:30: 6 h 21 min av 8 h har gått. Klockan står stilla när vi har stängt.\n"
            + "Har det blivit värre? Skriv det här, så ser Anna det direkt. Eller ring 042-4003999 före 17:00.\n",
            card.Words,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-27 14:00", "Du får svar senast måndag 30 november 09:09.")]
    [InlineData("2026-11-27 19:00", "Du får svar senast måndag 30 november 09:09.")]
    public async Task Closing_time_is_only_mentioned_when_it_is_near(string at, string end)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync(at);

        await app.SayAsync(Cast.Maria, "NORD-1");

        Assert.EndsWith(end, app.ChatOf(Cast.Maria)[^2].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_after_the_answer_goes_to_the_ticket()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");
        await app.SayAsync(Cast.Anna, "hej");
        await app.AdvanceToAsync("2026-11-27 16:30");
        await app.SayAsync(Cast.Maria, "hur går det");

        await app.SayAsync(Cast.Maria, "ja leverantörerna ringer oss. kan hon ringa mig");

        Assert.Equal("Maria Ek skriver på NORD-1: \"ja leverantörerna ringer oss. kan hon ringa mig\"", app.LastTo(Cast.Anna).Summary);
        Assert.StartsWith("Skickat till Anna på NORD-1.", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_to_write_does_not_hold_for_ever()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.SayAsync(Cast.Maria, "hur går det");
        await app.AdvanceToAsync("2026-11-27 12:30");

        await app.SayAsync(Cast.Maria, "leverantörerna ringer oss");

        Assert.StartsWith("Ska jag skicka det till supporten på NORD-1?", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missed_promise_is_admitted_and_the_whole_support_is_told_once()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-30 11:00");

        for (var i = 0; i < 2; i++) await app.SayAsync(Cast.Maria, "NORD-1");

        var told = Assert.Single(app.Channel, message => message.Summary.Contains("frågar", StringComparison.Ordinal));
        const string admitted = "NORD-1 väntar på en tekniker. Svaret skulle ha kommit i dag 09:09. Det har vi missat.";
        Assert.Equal(
            [admitted + " Jag har sagt till hela supporten nu.", admitted + " Hela supporten vet om det."],
            app.ChatOf(Cast.Maria).Where(message => message.Card is null && message.Words.StartsWith("NORD-1", StringComparison.Ordinal)).Select(message => message.Words));
        Assert.Equal("Maria Ek frågar hur det går med NORD-1 (SILVER), som skulle ha fått svar i dag 09:09. Ingen har tagit det. Kan någon svara?", told.Summary);
        Assert.Equal(app.DeskCard("NORD-1").ConversationId, told.ConversationId);
        Assert.Equal(["Ta", "Svara"], told.Card!.Buttons);
        Assert.True(told.Alerts);
    }

    [Fact]
    public async Task At_night_the_support_is_told_when_it_opens()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Johan);
        await app.AdvanceToAsync("2026-11-27 22:00");

        await app.SayAsync(Cast.Johan, "FJM-1");
        var before = app.Channel.Count(message => message.Summary.Contains("frågar", StringComparison.Ordinal));
        await app.AdvanceToAsync("2026-11-30 08:00");

        Assert.EndsWith("Det har vi missat. Jag säger till hela supporten när vi öppnar måndag 30 november 08:00.", app.ChatOf(Cast.Johan)[^2].Words, StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Single(app.Channel, message => message.Summary.Contains("frågar", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mina ärenden")]
    [InlineData("hur går det")]
    public async Task Several_tickets_are_listed_newest_first_and_a_row_opens_its_ticket(string asked)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "det första");
        await app.TicketAsync(Cast.Maria, "det andra");
        await app.TicketAsync(Cast.Edward, "somebody else's");

        await app.SayAsync(Cast.Maria, asked);
        var list = app.LastTo(Cast.Maria);
        await app.PressAsync(Cast.Maria, list, "NORD-1");

        Assert.Equal(["NORD-2", "NORD-1", "Nytt ärende", "Stängda"], list.Card!.Buttons);
        Assert.DoesNotContain("somebody", list.Words, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("NORD-1 · Det första", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Johan Falk", "Jag hittar inget sådant ärende.")]
    [InlineData("Edward Hill", "I can't find that ticket.")]
    [InlineData("Sara Björk", "Jag hittar inget sådant ärende.")]
    public async Task Somebody_else_s_ticket_is_answered_exactly_like_one_that_does_not_exist(string name, string notFound)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var person = Cast.Everybody.Single(somebody => somebody.Name == name);

        foreach (var asked in new[] { "NORD-1", "status NORD-1", "NORD-77", "status NORD-77" }) await app.SayAsync(person, asked);

        Assert.Equal(Enumerable.Repeat(notFound, 4), app.ChatOf(person).Select(message => message.Words));
    }

    [Fact]
    public async Task A_contact_sees_the_tickets_of_the_whole_organisation()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.SayAsync(Cast.Lena, "nord-1");

        Assert.StartsWith("NORD-1 · Automationen på Inköp", app.LastTo(Cast.Lena).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tickets_it_says_so()
    {
        await using var app = await BotApp.StartAsync();

        await app.SayAsync(Cast.Maria, "mina ärenden");

        Assert.Equal("Du har inga ärenden än. Skriv vad du undrar, så hjälper jag till.", app.LastTo(Cast.Maria).Words);
    }
}
