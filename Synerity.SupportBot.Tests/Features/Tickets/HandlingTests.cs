using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>What technicians do among themselves: notes, handing over, giving back.</summary>
public sealed class HandlingTests
{
    private const string Secret = "hemlighet";

    [Fact]
    public async Task A_note_stands_on_the_technicians_card_and_reaches_whoever_has_the_ticket()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        await NoteAsync(app, Cast.Kalle, "NORD-1", "Fråga *mig* först.");

        Assert.Contains("\nIntern anteckning, Kalle Holm\nFråga *mig* först.\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal("Kalle Holm har gjort en intern anteckning på NORD-1:\nFråga *mig* först.\nSvara", app.LastTo(Cast.Anna).Words);
    }

    [Fact]
    public async Task What_was_written_as_an_answer_can_be_kept_as_a_note_and_answers_nobody()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var sent = app.ChatOf(Cast.Maria).Count;
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");

        await app.SubmitAsync(Cast.Anna, dialog, "Spara som intern anteckning", ("words", "Kunden låter arg."));

        Assert.Contains("\nIntern anteckning, Anna Berg\nKunden låter arg.\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nIngen har tagit det\nSvar senast", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal(sent, app.ChatOf(Cast.Maria).Count);
    }

    [Fact]
    public async Task An_empty_note_is_asked_for_again()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Intern anteckning");

        var again = await app.SubmitAsync(Cast.Anna, dialog, "Spara som intern anteckning");

        Assert.Equal("⚠ Skriv något först.", again.Card!.ErrorBeside("words"));
    }

    /// <summary>Searches everything that was ever sent to a customer, and every answer they get, for what technicians wrote among themselves.</summary>
    [Fact]
    public async Task Nothing_internal_ever_reaches_a_customer()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 08:30");
        await app.SayAsync(Cast.Kalle, "hej");
        await app.TicketAsync(Cast.Maria);
        await NoteAsync(app, Cast.Anna, "NORD-1", Secret);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vad heter automationen?", waiting: true);
        await HandOverAsync(app, Cast.Anna, "NORD-1", "Kalle Holm", Secret);
        await app.SayAsync(Cast.Maria, "Orderbekräftelse");
        await NoteAsync(app, Cast.Anna, "NORD-1", Secret);
        var answers = new List<Answered>();
        foreach (var who in new[] { Cast.Maria, Cast.Lena })
        {
            foreach (var words in new[] { "mina ärenden", "NORD-1", "hur går det", "status NORD-1", "hjälp" }) answers.Add(await app.SayAsync(who, words));
            answers.Add(await app.PressAsync(who, app.TicketCard(who, "NORD-1"), "Skriv till Kalle"));
        }

        await app.ResolveAsync(Cast.Kalle, "NORD-1");
        answers.Add(await app.PressAsync(Cast.Maria, app.SolvedCard(Cast.Maria, "NORD-1"), "Nej, inte löst"));
        await NoteAsync(app, Cast.Anna, "NORD-1", Secret);
        await app.SayAsync(Cast.Maria, "ja");
        await NoteAsync(app, Cast.Anna, "NORD-1", Secret);
        answers.Add(await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Öppna igen"));

        var customers = new[] { Cast.Maria, Cast.Lena }.Select(who => who.ChatId).ToHashSet();
        Assert.Contains(app.Connector.Calls, call => call.Body?.GetRawText().Contains(Secret, StringComparison.Ordinal) == true);
        Assert.DoesNotContain(app.Connector.Calls, call => call.ConversationId is { } place && customers.Contains(place) && call.Body?.GetRawText().Contains(Secret, StringComparison.Ordinal) == true);
        Assert.DoesNotContain(answers, answer => answer.Raw.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_new_one_is_told_with_the_words_and_the_customer_s_card_changes_silently()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Kalle, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");
        var sent = app.ChatOf(Cast.Maria).Count;

        await HandOverAsync(app, Cast.Anna, "NORD-1", "Kalle Holm", "Hon vill bli uppringd.");

        Assert.Equal("Anna Berg lämnar över NORD-1 till dig.\nHon vill bli uppringd.\nSvara\nLämna över", app.LastTo(Cast.Kalle).Words);
        Assert.True(app.LastTo(Cast.Kalle).Alerts);
        Assert.Contains("\nKalle Holm har det\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nKalle Holm jobbar med det\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal(sent, app.ChatOf(Cast.Maria).Count);
    }

    [Fact]
    public async Task A_colleague_may_take_it_over_and_whoever_had_it_hears_that()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        await HandOverAsync(app, Cast.Kalle, "NORD-1", "Kalle Holm");

        Assert.Equal("Kalle Holm har tagit över NORD-1 från dig.", app.LastTo(Cast.Anna).Words);
        Assert.Contains("\nKalle Holm har det\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Empty(app.ChatOf(Cast.Kalle));
    }

    [Fact]
    public async Task Only_listed_technicians_can_be_chosen_whatever_is_sent()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Kalle, "hej");
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Lämna över");
        var names = dialog.Card!.Words.Split('\n');

        var again = await app.SubmitAsync(Cast.Anna, dialog, "Lämna över", ("to", "0123456789abcdef0123456789abcdef"), ("words", "mina ord"));

        Assert.Contains("Anna Berg", names);
        Assert.Contains("Kalle Holm", names);
        Assert.DoesNotContain("Britta Chef", names);
        Assert.Equal("⚠ Välj en tekniker.", again.Card!.ErrorBeside("to"));
        Assert.Equal("mina ord", again.Card["words"]);
        Assert.Contains("Ingen har tagit det", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_bot_knows_nobody_else_it_says_so()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        var refused = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Lämna över");

        Assert.Equal("message\nJag känner ingen annan tekniker än. Be din kollega skriva hej till mig först.", refused.Words);
    }

    [Fact]
    public async Task What_is_given_back_waits_for_a_technician_again_and_the_thread_hears_it()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Släpp");

        Assert.Contains("\nIngen har tagit det\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nVäntar på tekniker\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal("Anna Berg har släppt NORD-1. Ingen har det nu.\nAutomationen på Inköp mejlar två gånger\nTa\nSvara", app.Channel[^1].Words);
        Assert.Equal(app.DeskCard("NORD-1").ConversationId, app.Channel[^1].ConversationId);
    }

    [Fact]
    public async Task What_waits_for_the_customer_goes_on_waiting_whoever_has_it()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vad heter automationen?", waiting: true);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Släpp");
        await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Ta");
        Assert.Contains("\nVäntar på dig\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);

        await app.SayAsync(Cast.Maria, "Orderbekräftelse", quoting: app.TicketCard(Cast.Maria, "NORD-1"));

        Assert.Contains("\nKalle Holm jobbar med det\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_else_s_is_not_given_back_and_a_private_look_shows_only_what_one_may_do()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        var refused = await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Släpp");
        await app.SayAsync(Cast.Kalle, "NORD-1");
        await app.SayAsync(Cast.Administrator, "NORD-1");

        Assert.StartsWith("Anna Berg har NORD-1. Låt det lämnas över till dig först.", refused.Words, StringComparison.Ordinal);
        Assert.Equal(["Svara", "Lämna över", "Intern anteckning", "Pausa klockan", "Nästa besked", "Vänta på monday.com", "Rätta ärendet", "Slå ihop"], app.LastTo(Cast.Kalle).Card!.Buttons);
        Assert.Empty(app.LastTo(Cast.Administrator).Card!.Buttons);
    }

    private static async Task NoteAsync(BotApp app, Actor technician, string ticket, string words)
    {
        var dialog = await app.PressAsync(technician, app.DeskCard(ticket), "Intern anteckning");
        await app.SubmitAsync(technician, dialog, "Spara som intern anteckning", ("words", words));
    }

    private static async Task HandOverAsync(BotApp app, Actor technician, string ticket, string to, string words = "")
    {
        var dialog = await app.PressAsync(technician, app.DeskCard(ticket), "Lämna över");
        var choice = dialog.Card!.Json.GetProperty("body").EnumerateArray().Single(part => part.GetProperty("type").GetString() == "Input.ChoiceSet");
        var id = choice.GetProperty("choices").EnumerateArray().Single(one => one.GetProperty("title").GetString() == to).GetProperty("value").GetString()!;
        await app.SubmitAsync(technician, dialog, "Lämna över", ("to", id), ("words", words));
    }
}
