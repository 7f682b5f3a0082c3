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
        Assert.Equal("Anna Berg har NORD-1 men har inte svarat än. Du får svar senast måndag 30 november 09:09.", answer.Words);
        Assert.Contains(
            "\nAnna Berg jobbar med det\nSvar senast måndag 30 november 09:09 · I tid\nFredag 16:30: 6 h 21 min av 8 h har gått. Klockan står stilla när vi har stängt.\n",
            card.Words,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missed_promise_is_admitted()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-30 11:00");

        await app.SayAsync(Cast.Maria, "NORD-1");

        Assert.Equal("NORD-1 väntar på en tekniker. Svaret skulle ha kommit i dag 09:09. Det har vi missat.", app.ChatOf(Cast.Maria)[^2].Words);
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

        Assert.Equal(["NORD-2", "NORD-1", "Nytt ärende"], list.Card!.Buttons);
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
