using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class RateTicketTests
{
    [Fact]
    public async Task Whoever_says_that_it_works_is_asked_and_thanked_and_support_sees_it()
    {
        await using var app = await AcceptedAsync();
        var asked = app.LastTo(Cast.Maria);

        await app.PressAsync(Cast.Maria, asked, "Skicka", ("stars", "4"), ("comment", "Gick *fort*"));

        Assert.Equal("Skönt! Hur nöjd är du med hjälpen?", asked.Summary);
        Assert.Contains("NORD-1 · Automationen på Inköp mejlar två gånger", asked.Words, StringComparison.Ordinal);
        Assert.Equal(["Skicka", "Hoppa över"], asked.Card!.Buttons);
        Assert.Equal("Tack! Du gav 4 av 5.", app.ChatOf(Cast.Maria).Single(message => message.Id == asked.Id).Words);
        Assert.Contains("\nBetyg  \n4 av 5: Gick *fort*\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_can_be_written()
    {
        await using var app = await AcceptedAsync();
        var asked = app.LastTo(Cast.Maria);

        await app.SayAsync(Cast.Maria, "5!");

        Assert.Equal("Tack! Du gav 5 av 5.", app.LastTo(Cast.Maria).Words);
        Assert.Empty(app.ChatOf(Cast.Maria).Single(message => message.Id == asked.Id).Card!.Buttons);
        Assert.Contains("\nBetyg  \n5 av 5\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "mina ord", "⚠ Välj ett betyg mellan 1 och 5.")]
    [InlineData("6", "mina ord", "⚠ Välj ett betyg mellan 1 och 5.")]
    public async Task Without_stars_it_is_asked_again_and_the_words_are_kept(string stars, string comment, string complaint)
    {
        await using var app = await AcceptedAsync();

        var again = await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Skicka", ("stars", stars), ("comment", comment));

        Assert.Equal(complaint, again.Card!.ErrorBeside("stars"));
        Assert.Equal(comment, again.Card["comment"]);
        Assert.DoesNotContain("Betyg", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_words_are_said_beside_the_field()
    {
        await using var app = await AcceptedAsync();

        var again = await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Skicka", ("stars", "3"), ("comment", new string('x', 501)));

        Assert.Equal("⚠ Det blev för långt. Korta ner det till 500 tecken.", again.Card!.ErrorBeside("comment"));
        Assert.Equal("3", again.Card["stars"]);
    }

    [Fact]
    public async Task It_can_be_skipped()
    {
        await using var app = await AcceptedAsync();

        var answer = await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Hoppa över");

        Assert.Equal("Okej, då hoppar vi över det.", answer.Words);
    }

    [Fact]
    public async Task A_ticket_is_rated_once_also_when_it_comes_back()
    {
        await using var app = await AcceptedAsync();
        var press = app.Press(Cast.Maria, app.LastTo(Cast.Maria), "Skicka", ("stars", "2"));
        await app.SayAsync(Cast.Maria, "4");
        var refused = await app.SettledAsync(press);

        Assert.Contains("Du har redan satt betyg på NORD-1.", refused.Words, StringComparison.Ordinal);
        await app.AdvanceToAsync("2026-12-10 09:00");
        var dialog = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Öppna igen");
        await app.SubmitAsync(Cast.Maria, dialog, "Öppna igen", ("words", "igen"));
        await app.AdvanceToAsync("2027-01-11 09:00");
        await app.ResolveAsync(Cast.Anna, "NORD-1");
        await app.SayAsync(Cast.Maria, "ja");

        Assert.Equal("Skönt! Då stänger jag NORD-1.", app.LastTo(Cast.Maria).Words);
        Assert.Contains("\nBetyg  \n4 av 5\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-27 10:08", false)]
    [InlineData("2026-12-27 10:10", true)]
    public async Task Nobody_is_asked_more_than_once_in_thirty_days(string next, bool asked)
    {
        await using var app = await AcceptedAsync();
        await app.AdvanceToAsync(next);
        await app.TicketAsync(Cast.Maria, "något annat");
        await app.ResolveAsync(Cast.Anna, "NORD-2");

        await app.SayAsync(Cast.Maria, "ja");

        Assert.Equal(asked ? "Skönt! Hur nöjd är du med hjälpen?" : "Skönt! Då stänger jag NORD-2.", app.LastTo(Cast.Maria).Summary);
        Assert.Contains("\nStängt\n", app.DeskCard("NORD-2").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_colleague_is_asked_whatever_the_others_were()
    {
        await using var app = await AcceptedAsync();
        await app.TicketAsync(Cast.Edward, "the board is empty");
        await app.ResolveAsync(Cast.Anna, "NORD-2");

        await app.SayAsync(Cast.Edward, "yes");

        Assert.Equal("Good! How happy are you with the help?", app.LastTo(Cast.Edward).Summary);
    }

    [Fact]
    public async Task A_contact_who_answers_for_somebody_else_is_not_asked_and_neither_is_the_other()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.ResolveAsync(Cast.Anna, "NORD-1");
        await app.SayAsync(Cast.Lena, "NORD-1");

        await app.PressAsync(Cast.Lena, app.LastTo(Cast.Lena), "Ja, det fungerar");

        Assert.Contains("\nStängt\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.DoesNotContain(app.ChatOf(Cast.Lena).Concat(app.ChatOf(Cast.Maria)), message => message.Words.Contains("nöjd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_a_withdrawal_or_when_it_closed_by_itself_nobody_is_asked()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");
        await app.TicketAsync(Cast.Maria, "något annat");
        await app.ResolveAsync(Cast.Anna, "NORD-2");

        await app.AdvanceToAsync("2026-12-07 12:00");

        Assert.Contains("\nStängt\n", app.DeskCard("NORD-2").Words, StringComparison.Ordinal);
        Assert.DoesNotContain(app.ChatOf(Cast.Maria), message => message.Words.Contains("nöjd", StringComparison.Ordinal));
    }

    private static async Task<BotApp> AcceptedAsync()
    {
        var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.ResolveAsync(Cast.Anna, "NORD-1");
        await app.SayAsync(Cast.Maria, "ja");
        return app;
    }
}
