using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class AnswerTicketTests
{
    [Fact]
    public async Task The_answer_reaches_the_customer_and_both_cards_say_that_it_came_in_time()
    {
        await using var app = await BotApp.StartAsync();
        var card = await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-30 08:14");

        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Hej Maria! Jag ringer dig *strax*.");

        var told = app.LastTo(Cast.Maria);
        Assert.Equal("Anna Berg svarar på NORD-1: \"Hej Maria! Jag ringer dig *strax*.\"", told.Summary);
        Assert.Equal("Anna Berg svarar på NORD-1:\nHej Maria! Jag ringer dig *strax*.\nSvara Anna\nDet löste sig", told.Words);
        Assert.True(told.Alerts);
        Assert.Contains("\nAnna Berg jobbar med det\nFörsta svar i dag 08:14, i tid\n", app.ChatOf(Cast.Maria).Single(message => message.Id == card.Id).Words, StringComparison.Ordinal);
        Assert.Contains("\nAnna Berg har det\nBesvarat i dag 08:14, i tid\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_reads_English_is_told_in_English_and_the_words_stay_as_they_were_written()
    {
        await using var app = await BotApp.StartAsync();
        var card = await app.TicketAsync(Cast.Edward, "the board is empty");
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");

        await app.SubmitAsync(Cast.Anna, dialog, "Skicka till Edward Hill", ("words", "Hej! Jag tittar."));

        Assert.Contains("Svar senast måndag 30 november 09:09 · läser engelska", dialog.Words, StringComparison.Ordinal);
        Assert.Equal("Anna Berg on NORD-1:\nHej! Jag tittar.\nAnswer Anna\nIt's solved", app.LastTo(Cast.Edward).Words);
        Assert.Contains("\nAnna Berg is working on it\nFirst answer today 10:09, on time\n", app.ChatOf(Cast.Edward).Single(message => message.Id == card.Id).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_answer_is_called_late_on_both_sides()
    {
        await using var app = await BotApp.StartAsync();
        var card = await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-30 09:10");

        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Förlåt att du fick vänta.");

        Assert.Contains("Första svar i dag 09:10, senare än utlovat", app.ChatOf(Cast.Maria).Single(message => message.Id == card.Id).Words, StringComparison.Ordinal);
        Assert.Contains("Besvarat i dag 09:10, senare än utlovat", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task An_empty_answer_is_asked_for_again(string words)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");
        var sent = app.ChatOf(Cast.Maria).Count;

        var again = await app.SubmitAsync(Cast.Anna, dialog, "Skicka till Maria Ek", ("words", words), ("waiting", "true"));

        Assert.Equal("⚠ Skriv något först.", again.Card!.ErrorBeside("words"));
        Assert.Equal("true", again.Card["waiting"]);
        Assert.Equal(sent, app.ChatOf(Cast.Maria).Count);
    }

    [Fact]
    public async Task While_it_waits_for_the_customer_whatever_she_writes_goes_to_the_technician()
    {
        await using var app = await BotApp.StartAsync();
        var card = await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vad heter automationen?", waiting: true);
        var waiting = app.ChatOf(Cast.Maria).Single(message => message.Id == card.Id).Words;

        await app.SayAsync(Cast.Maria, "Orderbekräftelse");

        Assert.Contains("\nVäntar på dig\n", waiting, StringComparison.Ordinal);
        Assert.Equal("Skickat till Anna på NORD-1.\nFel ärende", app.LastTo(Cast.Maria).Words);
        Assert.Equal("Maria Ek skriver på NORD-1:\nOrderbekräftelse\nSvara", app.LastTo(Cast.Anna).Words);
        Assert.Contains("\nAnna Berg jobbar med det\n", app.ChatOf(Cast.Maria).Single(message => message.Id == card.Id).Words, StringComparison.Ordinal);
        Assert.Contains("Maria Ek: Orderbekräftelse", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_ticket_takes_the_words_back_and_offers_them_as_a_new_one()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vad heter automationen?", waiting: true);
        await app.SayAsync(Cast.Maria, "rapporten saknar rader");

        var answer = await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Fel ärende");

        Assert.Contains("Okej, jag tog bort det från NORD-1. Gäller det något nytt kan du skicka det här.", answer.Words, StringComparison.Ordinal);
        Assert.Equal("rapporten saknar rader", answer.Card!["what"]);
        Assert.Equal("Maria Ek tog tillbaka sitt senaste meddelande på NORD-1. Det gällde något annat.", app.LastTo(Cast.Anna).Words);
        Assert.DoesNotContain("rapporten saknar rader", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_a_message_of_a_ticket_goes_to_that_ticket_without_the_quote()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "det första");
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Jag tittar.");
        var answer = app.LastTo(Cast.Maria);
        await app.TicketAsync(Cast.Maria, "det andra");

        await app.SayAsync(Cast.Maria, "tack, det brådskar", quoting: answer);

        Assert.Equal("Skickat till Anna på NORD-1.\nFel ärende", app.LastTo(Cast.Maria).Words);
        Assert.Equal("Maria Ek skriver på NORD-1:\ntack, det brådskar\nSvara", app.LastTo(Cast.Anna).Words);
    }

    [Theory]
    [InlineData("ja", "NORD-1")]
    [InlineData("Ja!", "NORD-1")]
    [InlineData("nej", null)]
    [InlineData("ny fråga", null)]
    public async Task In_doubt_it_asks_and_a_written_answer_counts_as_pressing(string written, string? ticket)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        await app.SayAsync(Cast.Maria, "nu är det ännu värre");
        var question = app.LastTo(Cast.Maria).Words;
        await app.SayAsync(Cast.Maria, written);

        Assert.Equal("Ska jag skicka det till Anna på NORD-1?\nJa, skicka\nNy fråga", question);
        if (ticket is null)
        {
            Assert.Equal("nu är det ännu värre", app.LastTo(Cast.Maria).Card!["what"]);
            Assert.Empty(app.ChatOf(Cast.Anna));
        }
        else
        {
            Assert.Equal("Skickat till Anna på NORD-1.\nFel ärende", app.LastTo(Cast.Maria).Words);
            Assert.Equal("Maria Ek skriver på NORD-1:\nnu är det ännu värre\nSvara", app.LastTo(Cast.Anna).Words);
        }
    }

    [Fact]
    public async Task With_several_open_tickets_it_asks_which()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "det första");
        await app.TicketAsync(Cast.Maria, "det andra");

        await app.SayAsync(Cast.Maria, "nu är det värre");
        var question = app.LastTo(Cast.Maria);
        await app.PressAsync(Cast.Maria, question, "NORD-1 · Det första");

        Assert.Equal(["NORD-2 · Det andra", "NORD-1 · Det första", "Ny fråga"], question.Card!.Buttons);
        Assert.Contains(app.Channel, message => message.Words == "Maria Ek skriver på NORD-1:\nnu är det värre\nSvara");
        Assert.Contains(app.ChatOf(Cast.Maria), message => message.Words == "Skickat till supporten på NORD-1.\nFel ärende");
    }
}
