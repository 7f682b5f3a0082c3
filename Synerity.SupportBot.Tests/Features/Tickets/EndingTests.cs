using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>How a ticket is withdrawn, answered after it was solved, and comes back.</summary>
public sealed class EndingTests
{
    [Fact]
    public async Task A_withdrawn_ticket_is_closed_on_both_sides_and_nobody_is_warned_about_it()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");
        var told = app.Channel[^1];
        await app.AdvanceToAsync("2026-11-30 12:00");

        Assert.Contains(app.ChatOf(Cast.Maria), message => message.Words == "NORD-1 är tillbakadraget. Ångrar du dig kan du öppna det igen.");
        Assert.Contains("\nStängt\nTillbakadraget i dag 10:09\nDu kan öppna det igen till och med fredag 11 december 10:09.\nÖppna igen", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nStängt\nTillbakadraget i dag 10:09\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal("Maria Ek har dragit tillbaka NORD-1.", told.Words);
        Assert.Equal(app.DeskCard("NORD-1").ConversationId, told.ConversationId);
        Assert.Equal(told.Id, app.Channel[^1].Id);
    }

    [Fact]
    public async Task Whoever_has_it_hears_that_it_was_withdrawn()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");

        Assert.Equal("Maria Ek har dragit tillbaka NORD-1.", app.LastTo(Cast.Anna).Words);
    }

    [Fact]
    public async Task A_contact_may_withdraw_a_colleague_s_ticket()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.SayAsync(Cast.Lena, "NORD-1");

        await app.PressAsync(Cast.Lena, app.LastTo(Cast.Lena), "Dra tillbaka");

        Assert.Contains("\nStängt\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("det mejlar fortfarande, nu tre gånger")]
    [InlineData("ja nu mejlar den tre gånger")]
    [InlineData("ok men rapporten då?")]
    public async Task Words_on_a_solved_ticket_go_to_support_as_not_solved(string words)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.ResolveAsync(Cast.Anna, "NORD-1");

        await app.SayAsync(Cast.Maria, words);

        Assert.Equal($"Maria Ek skriver att NORD-1 inte är löst:\n{words}\nSvara", app.LastTo(Cast.Anna).Words);
        Assert.Equal("Skickat till Anna på NORD-1.\nFel ärende", app.LastTo(Cast.Maria).Words);
    }

    [Theory]
    [InlineData("Tack, nu fungerar det!", false)]
    [InlineData("det funkar, tusen tack för snabb hjälp", false)]
    [InlineData("ja", true)]
    public async Task Words_that_can_only_mean_yes_close_it(string words, bool quoted)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.ResolveAsync(Cast.Anna, "NORD-1");

        await app.SayAsync(Cast.Maria, words, quoted ? app.SolvedCard(Cast.Maria, "NORD-1") : null);

        Assert.Contains("\nStängt\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thanks_alone_close_nothing_and_the_question_still_counts()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.ResolveAsync(Cast.Anna, "NORD-1");

        await app.SayAsync(Cast.Maria, "tack så mycket för hjälpen");
        var answer = app.LastTo(Cast.Maria).Words;
        var after = app.TicketCard(Cast.Maria, "NORD-1").Words;
        await app.SayAsync(Cast.Maria, "nej, det är inte löst");

        Assert.Equal("Varsågod! Fungerar NORD-1 nu? Svara ja eller nej.", answer);
        Assert.Contains("\nLöst\n", after, StringComparison.Ordinal);
        Assert.Contains("Vad fungerar inte?", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Within_two_weeks_it_is_reopened_from_its_card_and_no_new_clock_starts()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        await app.SayAsync(Cast.Johan, "ja");
        await app.AdvanceToAsync("2026-12-15 13:00");

        var dialog = await app.PressAsync(Cast.Johan, app.TicketCard(Cast.Johan, "FJM-1"), "Öppna igen");
        var empty = await app.SubmitAsync(Cast.Johan, dialog, "Öppna igen");
        await app.SubmitAsync(Cast.Johan, empty, "Öppna igen", ("words", "nu mejlar den igen"));
        var channel = app.Channel.Count;
        await app.AdvanceToAsync("2026-12-18 12:00");

        Assert.Equal("⚠ Skriv vad som händer, gärna med ett exempel.", empty.Card!.ErrorBeside("words"));
        Assert.Equal("Johan Falk har öppnat FJM-1 igen:\nnu mejlar den igen\nSvara", app.LastTo(Cast.Kalle).Words);
        Assert.Contains("\nKalle Holm jobbar med det\nFörsta svar i dag 13:05, i tid\n".Replace("i dag", "tisdag 1 december", StringComparison.Ordinal), app.TicketCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains("Kalle Holm har det", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains("Johan Falk: nu mejlar den igen", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
        Assert.Contains(app.ChatOf(Cast.Johan), message => message.Words == "FJM-1 är öppet igen. Jag har skickat det du skrev till Kalle.");
        Assert.Equal(channel, app.Channel.Count);
    }

    [Fact]
    public async Task What_was_withdrawn_untaken_waits_for_a_technician_again_on_its_old_clock()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");
        await app.AdvanceToAsync("2026-11-30 08:30");

        var dialog = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Öppna igen");
        await app.SubmitAsync(Cast.Maria, dialog, "Öppna igen", ("words", "nu mejlar den igen"));

        Assert.Contains("\nVäntar på tekniker\nSvar senast i dag 09:09\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains(app.Channel, message => message.Words == "Maria Ek har öppnat NORD-1 igen:\nnu mejlar den igen\nTa\nSvara");
        Assert.Contains(app.Channel, message => message.Summary == "NORD-1 (SILVER) ska ha svar senast i dag 09:09. Ingen har tagit det.");
        await app.AdvanceToAsync("2026-11-30 09:09");
        Assert.Contains(app.Channel, message => message.Summary == "NORD-1 (SILVER) skulle ha fått svar i dag 09:09. Ingen har tagit det.");
    }

    [Theory]
    [InlineData("ja, öppna igen")]
    [InlineData("ja")]
    [InlineData(null)]
    public async Task Words_on_a_closed_ticket_ask_whether_it_should_come_back(string? written)
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        await app.SayAsync(Cast.Johan, "ja");
        await app.AdvanceToAsync("2026-12-04 09:00");

        await app.SayAsync(Cast.Johan, "nu mejlar den igen", quoting: app.SolvedCard(Cast.Johan, "FJM-1"));
        var question = app.LastTo(Cast.Johan);
        if (written is null) await app.PressAsync(Cast.Johan, question, "Ja, öppna igen");
        else await app.SayAsync(Cast.Johan, written);

        Assert.Equal("FJM-1 är stängt. Ska jag öppna det igen med det du skrev?\nJa, öppna igen\nNy fråga", question.Words);
        Assert.Equal("Johan Falk har öppnat FJM-1 igen:\nnu mejlar den igen\nSvara", app.LastTo(Cast.Kalle).Words);
    }

    [Fact]
    public async Task Or_it_is_a_new_question()
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        await app.SayAsync(Cast.Johan, "ja");

        await app.SayAsync(Cast.Johan, "kaffemaskinen är trasig", quoting: app.SolvedCard(Cast.Johan, "FJM-1"));
        await app.SayAsync(Cast.Johan, "ny fråga");

        Assert.Equal("kaffemaskinen är trasig", app.LastTo(Cast.Johan).Card!["what"]);
        Assert.Contains("\nStängt\n", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Later_it_becomes_a_new_ticket_that_refers_to_the_old_one(bool pressed)
    {
        await using var app = await BotApp.StartAsync("2026-12-01 13:05");
        await app.TicketAsync(Cast.Johan);
        await app.ResolveAsync(Cast.Kalle, "FJM-1");
        await app.SayAsync(Cast.Johan, "ja");
        await app.AdvanceToAsync("2026-12-15 13:06");

        if (pressed)
        {
            var dialog = await app.PressAsync(Cast.Johan, app.TicketCard(Cast.Johan, "FJM-1"), "Öppna igen");
            Assert.StartsWith("FJM-1 stängdes för mer än två veckor sedan", dialog.Words, StringComparison.Ordinal);
            await app.SubmitAsync(Cast.Johan, dialog, "Skicka till supporten", ("what", "nu mejlar den igen"));
        }
        else
        {
            await app.SayAsync(Cast.Johan, "nu mejlar den igen", quoting: app.SolvedCard(Cast.Johan, "FJM-1"));
            await app.PressAsync(Cast.Johan, app.LastTo(Cast.Johan), "Skicka till supporten");
        }

        Assert.Contains("Fortsätter på  \nFJM-1", app.DeskCard("FJM-2").Words, StringComparison.Ordinal);
        Assert.Contains("\nFortsätter på FJM-1\n", app.TicketCard(Cast.Johan, "FJM-2").Words, StringComparison.Ordinal);
        Assert.Contains("\nStängt\n", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_tickets_are_no_place_for_new_words()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "det första");
        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");
        await app.SayAsync(Cast.Maria, "hjälp");

        await app.SayAsync(Cast.Maria, "kaffemaskinen är trasig");
        Assert.Equal("kaffemaskinen är trasig", app.LastTo(Cast.Maria).Card!["what"]);

        await app.SayAsync(Cast.Maria, "stängda ärenden");
        Assert.Contains("NORD-1 · Det första\nStängt · Tillbakadraget i dag 10:09", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
        await app.SayAsync(Cast.Maria, "hur går det");
        Assert.Equal("NORD-1 är stängt.", app.ChatOf(Cast.Maria)[^2].Words);
    }
}
