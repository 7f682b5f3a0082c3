using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Two tickets about the same thing become one: NORD-2 goes on as NORD-1.</summary>
public sealed class MergeTicketTests
{
    [Fact]
    public async Task It_is_closed_for_good_and_whoever_asked_is_told_once_where_it_goes_on()
    {
        await using var app = await TwoAsync();
        var sent = app.ChatOf(Cast.Edward).Count;

        await MergeAsync(app, Cast.Anna, "NORD-2", "nord-1");

        Assert.Equal(
            "NORD-2 is about the same thing as NORD-1, so we have merged them. The answer comes on NORD-1, and what you write ends up there.",
            app.ChatOf(Cast.Edward).Skip(sent).Single(message => message.Summary.StartsWith("NORD-2 is about", StringComparison.Ordinal)).Summary);
        Assert.Contains("\nClosed\nMerged with NORD-1 today 10:09\nShow NORD-1", app.TicketCard(Cast.Edward, "NORD-2").Words, StringComparison.Ordinal);
        Assert.Contains("\nStängt\nIhopslaget med NORD-1 i dag 10:09\n", app.DeskCard("NORD-2").Words, StringComparison.Ordinal);
        Assert.Contains("Edward Hill", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_ticket_s_answer_reaches_both_and_only_its_own_requester_decides()
    {
        await using var app = await TwoAsync();
        await MergeAsync(app, Cast.Anna, "NORD-2", "NORD-1");

        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Nu är den avslagen.");
        await app.SayAsync(Cast.Edward, "NORD-1");

        Assert.Contains(app.ChatOf(Cast.Edward), message => message.Words.StartsWith("Anna Berg on NORD-1:\nNu är den avslagen.", StringComparison.Ordinal));
        Assert.Contains(app.ChatOf(Cast.Maria), message => message.Words.StartsWith("Anna Berg svarar på NORD-1:\nNu är den avslagen.", StringComparison.Ordinal));
        Assert.DoesNotContain("Withdraw", app.LastTo(Cast.Edward).Card!.Buttons);
    }

    [Fact]
    public async Task Later_words_on_the_merged_ticket_go_to_the_one_that_goes_on_however_far_that_is()
    {
        await using var app = await TwoAsync();
        await app.TicketAsync(Cast.Maria, "det tredje");
        await MergeAsync(app, Cast.Anna, "NORD-2", "NORD-1");
        await MergeAsync(app, Cast.Anna, "NORD-1", "NORD-3");
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-3"), "Ta");

        await app.SayAsync(Cast.Edward, "it got worse", quoting: app.TicketCard(Cast.Edward, "NORD-2"));

        Assert.Equal("Edward Hill skriver på NORD-3:\nit got worse\nSvara", app.LastTo(Cast.Anna).Words);
        Assert.Contains("Sent to Anna on NORD-3.", app.LastTo(Cast.Edward).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_warned_about_it_or_asked_to_rate_it_and_it_cannot_be_reopened()
    {
        await using var app = await TwoAsync();
        await MergeAsync(app, Cast.Anna, "NORD-2", "NORD-1");
        var card = app.TicketCard(Cast.Edward, "NORD-2");

        await app.AdvanceToAsync("2026-12-11 12:00");
        await app.SayAsync(Cast.Edward, "status NORD-2");

        Assert.DoesNotContain("Reopen", card.Card!.Buttons);
        Assert.DoesNotContain(app.Channel, message => message.Summary.StartsWith("NORD-2 (", StringComparison.Ordinal));
        Assert.DoesNotContain(app.ChatOf(Cast.Edward), message => message.Words.Contains("How happy", StringComparison.Ordinal));
        Assert.Equal("NORD-2 is merged with NORD-1.", app.ChatOf(Cast.Edward)[^2].Words);
    }

    [Fact]
    public async Task Whoever_has_the_other_ticket_hears_of_it()
    {
        await using var app = await TwoAsync();
        await app.SayAsync(Cast.Kalle, "hej");
        await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Ta");

        await MergeAsync(app, Cast.Anna, "NORD-2", "NORD-1");

        Assert.Equal("Anna Berg har slagit ihop NORD-2 med NORD-1.", app.LastTo(Cast.Kalle).Words);
    }

    [Theory]
    [InlineData("", "⚠ Skriv ärendets nummer, till exempel NORD-17.")]
    [InlineData("det första", "⚠ Skriv ärendets nummer, till exempel NORD-17.")]
    [InlineData("NORD-77", "⚠ Jag hittar inget sådant ärende.")]
    [InlineData("NORD-2", "⚠ Det är samma ärende.")]
    [InlineData("FJM-1", "⚠ Det ärendet är en annan kunds.")]
    [InlineData("NORD-3", "⚠ Det ärendet är stängt. Slå ihop åt andra hållet, eller öppna det igen först.")]
    public async Task Only_another_open_ticket_of_the_same_customer_can_go_on(string into, string says)
    {
        await using var app = await TwoAsync();
        await app.TicketAsync(Cast.Maria, "det tredje");
        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-3"), "Dra tillbaka");
        await app.TicketAsync(Cast.Johan);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-2"), "Slå ihop");

        var again = await app.SubmitAsync(Cast.Anna, dialog, "Slå ihop", ("into", into));

        Assert.Equal(says, again.Card!.ErrorBeside("into"));
        Assert.DoesNotContain("Stängt", app.DeskCard("NORD-2").Words, StringComparison.Ordinal);
    }

    /// <summary>NORD-1 is Maria's, NORD-2 Edward's.</summary>
    private static async Task<BotApp> TwoAsync()
    {
        var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria, "det första");
        await app.TicketAsync(Cast.Edward, "the same thing");
        return app;
    }

    private static async Task MergeAsync(BotApp app, Actor technician, string ticket, string into)
    {
        var dialog = await app.PressAsync(technician, app.DeskCard(ticket), "Slå ihop");
        await app.SubmitAsync(technician, dialog, "Slå ihop", ("into", into));
    }
}
