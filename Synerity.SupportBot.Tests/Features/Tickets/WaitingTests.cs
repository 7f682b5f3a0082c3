using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>The ball is the customer's: what the bot does while nothing comes back, and how it ends.</summary>
public sealed class WaitingTests
{
    private const string Question = "Vad heter automationen?";
    private const string Reminder = "Anna Berg väntar på ditt svar på NORD-1.";
    private const string Offer = "Anna Berg har inte hört något från dig om NORD-1. Har det löst sig?";

    [Fact]
    public async Task After_two_opening_days_the_customer_is_reminded_once()
    {
        await using var app = await AskedAsync("2026-11-27 10:09");

        await app.AdvanceToAsync("2026-12-01 10:08");
        Assert.Empty(Told(app));
        foreach (var moment in new[] { "2026-12-01 10:09:01", "2026-12-01 16:00", "2026-12-03 12:00" }) await app.AdvanceToAsync(moment);

        Assert.Equal([Reminder], Told(app));
        Assert.Equal($"{Reminder}\n{Question}\nSvara Anna\nDet löste sig", app.LastTo(Cast.Maria).Words);
        Assert.True(app.LastTo(Cast.Maria).Alerts);
        Assert.Contains("\nVäntar på Maria Ek\nSedan fredag 27 november 10:09, påmind\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_she_is_asked_whether_it_is_solved_and_nothing_closes_by_itself()
    {
        await using var app = await AskedAsync("2026-11-27 10:09");
        await app.AdvanceToAsync("2026-12-01 10:09:01");

        foreach (var moment in new[] { "2026-12-04 10:09:01", "2026-12-07 12:00", "2027-01-15 12:00" }) await app.AdvanceToAsync(moment);

        Assert.Equal([Reminder, Offer], Told(app));
        Assert.Equal(
            $"{Offer}\nAutomationen på Inköp mejlar två gånger\nAnnars ligger ärendet kvar tills du hör av dig.\nDet löste sig\nJag behöver hjälp än", app.LastTo(Cast.Maria).Words);
        Assert.Contains("\nVäntar på Maria Ek\nSedan fredag 27 november 10:09, tillfrågad om det har löst sig\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-27 18:30", "2026-12-02 08:00")]
    [InlineData("2026-11-28 12:00", "2026-12-02 08:00")]
    [InlineData("2026-12-22 16:30", "2026-12-28 16:30")]
    public async Task What_was_asked_while_closed_counts_from_the_opening_and_closed_days_do_not_count(string asked, string reminded)
    {
        await using var app = await AskedAsync(asked);
        var at = BotApp.InStockholm(reminded);

        app.Clock.SetUtcNow(at.AddSeconds(-1));
        await app.SettleAsync();
        Assert.Empty(Told(app));
        app.Clock.SetUtcNow(at.AddSeconds(1));
        await app.SettleAsync();

        Assert.Equal([Reminder], Told(app));
    }

    [Fact]
    public async Task What_was_missed_while_nothing_ran_is_one_question_and_comes_when_it_is_open()
    {
        await using var app = await AskedAsync("2026-11-27 10:09");

        await app.AdvanceToAsync("2026-12-04 20:00");
        Assert.Empty(Told(app));
        await app.AdvanceToAsync("2026-12-07 08:00");

        Assert.Equal([Offer], Told(app));
    }

    [Fact]
    public async Task What_she_answers_at_night_cancels_what_would_have_been_said_in_the_morning()
    {
        await using var app = await AskedAsync("2026-11-27 10:09");
        await app.AdvanceToAsync("2026-12-04 20:00");
        await app.SayAsync(Cast.Maria, "Orderbekräftelse", quoting: app.TicketCard(Cast.Maria, "NORD-1"));

        await app.AdvanceToAsync("2026-12-07 08:00");

        Assert.Empty(Told(app));
    }

    [Fact]
    public async Task Whatever_she_does_cancels_it_and_taking_it_back_begins_it_anew()
    {
        await using var app = await AskedAsync("2026-11-27 10:09");
        await app.AdvanceToAsync("2026-11-30 15:00");
        await app.SayAsync(Cast.Maria, "rapporten saknar rader");
        await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Fel ärende");

        await app.AdvanceToAsync("2026-12-02 14:59");
        Assert.Empty(Told(app));
        await app.AdvanceToAsync("2026-12-02 15:00:01");

        Assert.Equal([Reminder], Told(app));
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("write")]
    [InlineData("withdraw")]
    [InlineData("solve")]
    public async Task Nobody_is_reminded_of_what_no_longer_waits(string happens)
    {
        await using var app = await AskedAsync("2026-11-27 10:09");
        await app.AdvanceToAsync("2026-11-30 10:00");
        if (happens == "answer") await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Jag hittade den själv.");
        else if (happens == "write") await app.SayAsync(Cast.Maria, "Orderbekräftelse");
        else if (happens == "withdraw") await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");
        else await app.ResolveAsync(Cast.Anna, "NORD-1");

        foreach (var moment in new[] { "2026-12-01 12:00", "2026-12-04 12:00", "2026-12-07 12:00" }) await app.AdvanceToAsync(moment);

        Assert.Empty(Told(app));
    }

    [Fact]
    public async Task A_new_question_is_a_new_wait()
    {
        await using var app = await AskedAsync("2026-11-27 10:09");
        await app.AdvanceToAsync("2026-12-01 10:09:01");
        await app.AnswerAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Och vem äger den?", waiting: true);

        await app.AdvanceToAsync("2026-12-03 10:09:02");

        Assert.Equal([Reminder, Reminder], Told(app));
        Assert.Contains("Och vem äger den?", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja")]
    [InlineData("Det löste sig")]
    [InlineData("det har löst sig, tack!")]
    [InlineData(null)]
    public async Task She_may_say_that_it_is_solved_by_button_or_in_words(string? written)
    {
        await using var app = await AskedAsync("2026-11-27 10:09");
        await app.AdvanceToAsync("2026-12-04 10:09:01");

        if (written is null) await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Det löste sig");
        else await app.SayAsync(Cast.Maria, written);

        Assert.Contains("\nStängt\nDet löste sig, stängt i dag 10:09\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal("Maria Ek säger att NORD-1 har löst sig. Ärendet är stängt.", app.LastTo(Cast.Anna).Words);
        Assert.Equal("Skönt! Hur nöjd är du med hjälpen?", app.LastTo(Cast.Maria).Summary);
    }

    [Theory]
    [InlineData("nej")]
    [InlineData("jag behöver hjälp än")]
    [InlineData(null)]
    public async Task Or_that_she_still_needs_help(string? written)
    {
        await using var app = await AskedAsync("2026-11-27 10:09");
        await app.AdvanceToAsync("2026-12-04 10:09:01");

        if (written is null) await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Jag behöver hjälp än");
        else await app.SayAsync(Cast.Maria, written);

        Assert.Contains("\nAnna Berg jobbar med det\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal("Maria Ek skriver på NORD-1:\nJag behöver hjälp än\nSvara", app.LastTo(Cast.Anna).Words);
    }

    [Theory]
    [InlineData("Det löste sig!", true)]
    [InlineData("löst, tack", true)]
    [InlineData("ja", false)]
    [InlineData("ja det fungerar", false)]
    [InlineData("det är inte löst", false)]
    [InlineData("hur löste ni det?", false)]
    [InlineData("den heter Löst på Inköp", false)]
    public async Task In_answer_to_a_question_only_words_that_say_so_close_it(string written, bool closes)
    {
        await using var app = await AskedAsync("2026-11-27 10:09");

        await app.SayAsync(Cast.Maria, written);

        Assert.Equal(closes, app.TicketCard(Cast.Maria, "NORD-1").Words.Contains("\nStängt\n", StringComparison.Ordinal));
        Assert.Equal(closes, !app.LastTo(Cast.Anna).Words.StartsWith("Maria Ek skriver på NORD-1:\n" + written, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_answer_itself_has_the_button_and_what_is_closed_can_come_back_and_be_rated()
    {
        await using var app = await AskedAsync("2026-11-27 10:09");
        var answer = app.ChatOf(Cast.Maria).Single(message => message.Words.Contains(Question, StringComparison.Ordinal));

        await app.PressAsync(Cast.Maria, answer, "Det löste sig");
        await app.SayAsync(Cast.Maria, "5");
        var again = await app.PressAsync(Cast.Maria, answer, "Det löste sig");

        Assert.Contains("Betyg  \n5 av 5", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("NORD-1 är stängt.", again.Words, StringComparison.Ordinal);
        Assert.Contains("Öppna igen", app.TicketCard(Cast.Maria, "NORD-1").Card!.Buttons);
    }

    [Fact]
    public async Task An_English_reader_is_asked_in_English()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Edward, "the board is empty");
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");
        await app.SubmitAsync(Cast.Anna, dialog, "Skicka till Edward Hill", ("words", "Which board?"), ("waiting", "true"));
        await app.AdvanceToAsync("2026-12-04 10:09:01");
        Assert.Equal("Anna Berg hasn't heard from you about NORD-1. Has it been solved?", app.LastTo(Cast.Edward).Summary);

        await app.SayAsync(Cast.Edward, "it's solved, thanks");

        Assert.Contains("\nClosed\nSolved, closed today 10:09\n", app.TicketCard(Cast.Edward, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_are_settings()
    {
        await using var app = await AskedAsync("2026-11-27 10:09", new() { ["Waiting:RemindAfterDays"] = "1", ["Waiting:OfferToCloseAfterDays"] = "3" });

        await app.AdvanceToAsync("2026-11-30 10:09:01");
        await app.AdvanceToAsync("2026-12-02 10:09:01");

        Assert.Equal([Reminder, Offer], Told(app));
    }

    [Theory]
    [InlineData("5", "5", "Waiting:OfferToCloseAfterDays must be more than Waiting:RemindAfterDays")]
    [InlineData("0", "5", "Waiting:RemindAfterDays must be 1 to 60 opening days.")]
    [InlineData("2", "61", "Waiting:OfferToCloseAfterDays must be 1 to 60 opening days.")]
    public async Task Wrong_settings_stop_the_start(string remind, string offer, string says)
    {
        var fault = await Assert.ThrowsAnyAsync<Exception>(
            () => BotApp.StartAsync(settings: new() { ["Waiting:RemindAfterDays"] = remind, ["Waiting:OfferToCloseAfterDays"] = offer }));

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Anna has asked Maria something, at that time.</summary>
    private static async Task<BotApp> AskedAsync(string at, Dictionary<string, string?>? settings = null)
    {
        var app = await BotApp.StartAsync(at, settings: settings);
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), Question, waiting: true);
        return app;
    }

    private static List<string> Told(BotApp app) => [.. app.ChatOf(Cast.Maria).Select(message => message.Summary).Where(said => said is Reminder or Offer)];
}
