using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class ResolveTicketTests
{
    private static readonly string[] Fields = ["cause", "action", "advice"];

    [Fact]
    public async Task The_customer_reads_how_it_was_solved_and_is_asked_whether_it_works()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.AdvanceToAsync("2026-12-01 13:40");

        await app.ResolveAsync(Cast.Kalle, "FJM-1");

        var asked = app.LastTo(Cast.Johan);
        Assert.Equal("Kalle har löst FJM-1. Fungerar det hos dig?", asked.Summary);
        Assert.True(asked.Alerts);
        Assert.Equal(
            "Kalle har löst FJM-1. Fungerar det hos dig?\nAutomationen på Inköp mejlar två gånger\nOrsak\nTvå automationer startade varandra.\n"
            + "Åtgärd\nDen ena är avslagen.\nRåd\nLåt bara en automation mejla vid varje statusbyte.\nHör jag inget stänger jag ärendet tisdag 8 december.\n"
            + "Ja, det fungerar\nNej, inte löst",
            asked.Words);
        Assert.Contains("\nLöst\nOrsak\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nFörsta svar i dag 13:40, i tid\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nLöst, väntar på Johan Falk\nStängs tisdag 8 december om ingen hör av sig\nBesvarat i dag 13:40, i tid\n", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
        Assert.Equal(["Svara", "Intern anteckning", "Rätta ärendet", "Slå ihop"], app.DeskCard("FJM-1").Card!.Buttons);
    }

    [Fact]
    public async Task Somebody_who_reads_English_is_asked_in_English()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Edward, "the board is empty");

        await app.ResolveAsync(Cast.Kalle, "NORD-1");
        await app.SayAsync(Cast.Edward, "Yes, it works!");

        Assert.Equal("Kalle has solved NORD-1. Does it work for you?", app.SolvedCard(Cast.Edward, "NORD-1").Summary);
        Assert.Contains("\nSolved and closed today 13:05.", app.SolvedCard(Cast.Edward, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cause", "Skriv orsaken.")]
    [InlineData("action", "Skriv vad som är gjort.")]
    [InlineData("advice", "Skriv ett råd till kunden.")]
    public async Task Each_text_is_required_and_the_others_are_kept(string empty, string complaint)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Markera löst");
        var sent = app.ChatOf(Cast.Maria).Count;
        var typed = Fields.Select(id => (id, id == empty ? "  " : $"min text om {id}")).ToArray();

        var again = await app.SubmitAsync(Cast.Anna, dialog, "Markera löst", typed);

        Assert.Equal("⚠ " + complaint, again.Card!.ErrorBeside(empty));
        Assert.All(typed.Where(field => field.id != empty), field => Assert.Equal(field.Item2, again.Card[field.id]));
        Assert.Equal(sent, app.ChatOf(Cast.Maria).Count);
        await app.SubmitAsync(Cast.Anna, again, "Markera löst", (empty, "nu så"));
        Assert.Equal("Anna har löst NORD-1. Fungerar det hos dig?", app.LastTo(Cast.Maria).Summary);
    }

    [Fact]
    public async Task Only_whoever_has_it_solves_it()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Kalle, "hej");
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Markera löst");
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        var refused = await app.SubmitAsync(Cast.Kalle, dialog, "Markera löst", ("cause", "a"), ("action", "b"), ("advice", "c"));

        Assert.Contains("Anna Berg har NORD-1. Låt det lämnas över till dig först.", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Anna Berg har det", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("Ja, det fungerar!")]
    [InlineData(null)]
    public async Task Yes_closes_it_and_the_technician_hears_it(string? written)
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        var asked = app.SolvedCard(Cast.Johan, "FJM-1");

        if (written is null) await app.PressAsync(Cast.Johan, asked, "Ja, det fungerar");
        else await app.SayAsync(Cast.Johan, written);

        Assert.Contains("\nLöst och stängt i dag 13:05.", app.SolvedCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        Assert.Equal(["Öppna igen"], app.SolvedCard(Cast.Johan, "FJM-1").Card!.Buttons);
        Assert.Contains("\nStängt\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nStängt\nLöst och stängt i dag 13:05\n", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
        Assert.Equal("Johan Falk säger att lösningen på FJM-1 fungerar. Ärendet är stängt.", app.LastTo(Cast.Kalle).Words);
        Assert.Equal("Skönt! Hur nöjd är du med hjälpen?", app.LastTo(Cast.Johan).Summary);
    }

    [Theory]
    [InlineData("nej")]
    [InlineData("Nej, inte löst")]
    [InlineData(null)]
    public async Task No_asks_why_and_gives_the_ball_back_with_the_answer(string? written)
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");

        if (written is null)
        {
            var dialog = await app.PressAsync(Cast.Johan, app.SolvedCard(Cast.Johan, "FJM-1"), "Nej, inte löst");
            var empty = await app.SubmitAsync(Cast.Johan, dialog, "Skicka till supporten");
            Assert.Equal("⚠ Skriv en rad om vad som inte fungerar.", empty.Card!.ErrorBeside("words"));
            await app.SubmitAsync(Cast.Johan, empty, "Skicka till supporten", ("words", "det mejlar fortfarande"));
        }
        else
        {
            await app.SayAsync(Cast.Johan, written);
            await app.PressAsync(Cast.Johan, app.LastTo(Cast.Johan), "Skicka till supporten", ("words", "det mejlar fortfarande"));
        }

        Assert.Equal("Johan Falk skriver att FJM-1 inte är löst:\ndet mejlar fortfarande\nSvara", app.LastTo(Cast.Kalle).Words);
        Assert.Equal("Skickat till Kalle på FJM-1.\nFel ärende", app.LastTo(Cast.Johan).Words);
        Assert.Contains("\nDet här löste det inte.", app.SolvedCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nKalle Holm jobbar med det\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nKalle Holm har det\n", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains("Johan Falk: det mejlar fortfarande", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Solved_anew_it_asks_anew_and_the_old_card_counts_no_more()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        var press = app.Press(Cast.Johan, app.SolvedCard(Cast.Johan, "FJM-1"), "Ja, det fungerar");
        await app.SayAsync(Cast.Johan, "nej");
        await app.PressAsync(Cast.Johan, app.LastTo(Cast.Johan), "Skicka till supporten", ("words", "det mejlar fortfarande"));
        await app.AdvanceToAsync("2026-12-02 09:00");
        await app.ResolveAsync(Cast.Kalle, "FJM-1", "Nytt råd.");

        var refused = await app.SettledAsync(press);

        Assert.StartsWith("FJM-1 väntar inte på någon lösning att svara på just nu.", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Hör jag inget stänger jag ärendet onsdag 9 december.", app.SolvedCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        await app.SayAsync(Cast.Johan, "ja");
        Assert.Contains("\nStängt\n", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_word_it_closes_by_itself_on_the_day_that_was_told()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        var said = app.ChatOf(Cast.Johan).Count;

        await app.AdvanceToAsync("2026-12-08 16:59");
        Assert.Contains("\nLöst\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        await app.AdvanceToAsync("2026-12-08 17:00");

        Assert.Contains("\nStängt i dag 17:00, då ingen hade hört av sig på fem arbetsdagar", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        Assert.Equal(["Öppna igen"], app.SolvedCard(Cast.Johan, "FJM-1").Card!.Buttons);
        Assert.Contains("\nStängt\n", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
        Assert.Equal(said, app.ChatOf(Cast.Johan).Count);
    }

    [Fact]
    public async Task An_old_wake_up_does_not_close_what_was_solved_anew()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        await app.SayAsync(Cast.Johan, "nej");
        await app.PressAsync(Cast.Johan, app.LastTo(Cast.Johan), "Skicka till supporten", ("words", "det mejlar fortfarande"));
        await app.AdvanceToAsync("2026-12-04 10:00");
        await app.ResolveAsync(Cast.Kalle, "FJM-1");

        await app.AdvanceToAsync("2026-12-08 17:00");
        Assert.Contains("\nLöst\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        await app.AdvanceToAsync("2026-12-11 17:00");

        Assert.Contains("\nStängt\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_sent_to_the_wrong_ticket_leave_it_solved_and_it_still_closes()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        await app.SayAsync(Cast.Johan, "rapporten saknar rader", quoting: app.SolvedCard(Cast.Johan, "FJM-1"));
        Assert.Contains("\nKalle Holm jobbar med det\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);

        await app.PressAsync(Cast.Johan, app.LastTo(Cast.Johan), "Fel ärende");

        Assert.Contains("\nLöst\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        Assert.Equal(["Ja, det fungerar", "Nej, inte löst"], app.SolvedCard(Cast.Johan, "FJM-1").Card!.Buttons);
        await app.AdvanceToAsync("2026-12-08 17:00");
        Assert.Contains("\nStängt\n", app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_it_is_closed_nobody_answers_takes_or_solves_it()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        var untaken = app.DeskCard("FJM-1");
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        await app.SayAsync(Cast.Johan, "ja");

        foreach (var button in new[] { "Ta", "Svara", "Markera löst" })
        {
            var refused = await app.PressAsync(Cast.Anna, untaken, button);
            Assert.Contains("FJM-1 är stängt.", refused.Words, StringComparison.Ordinal);
        }
    }
}
