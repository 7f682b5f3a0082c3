using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class SlaWatchTests
{
    [Fact]
    public async Task While_nobody_has_it_the_channel_is_warned_once_at_each_level()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.AdvanceToAsync("2026-11-27 16:08");
        Assert.Empty(Warnings(app));
        foreach (var moment in new[] { "2026-11-27 16:09:02.9", "2026-11-27 16:40", "2026-11-30 09:08" })
        {
            await app.AdvanceToAsync(moment);
            Assert.Equal(["NORD-1 (SILVER) ska ha svar senast måndag 30 november 09:09. Ingen har tagit det."], Warnings(app));
        }

        foreach (var moment in new[] { "2026-11-30 09:09:00.4", "2026-11-30 13:00", "2026-12-01 09:00" })
        {
            await app.AdvanceToAsync(moment);
            Assert.Equal("NORD-1 (SILVER) skulle ha fått svar i dag 09:09. Ingen har tagit det.", Warnings(app)[^1]);
            Assert.Equal(2, Warnings(app).Count);
        }

        Assert.All(app.Channel.Where(message => message.Card is not null && message.Words.Contains("Ingen har tagit det.", StringComparison.Ordinal)), warning =>
        {
            Assert.True(warning.Alerts);
            Assert.Equal(app.DeskCard("NORD-1").ConversationId, warning.ConversationId);
            Assert.Equal(["Ta", "Svara"], warning.Card!.Buttons);
        });
    }

    [Fact]
    public async Task Whoever_has_it_is_warned_in_person()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Johan);
        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Ta");

        await app.AdvanceToAsync("2026-11-27 11:39:02.7");
        await app.AdvanceToAsync("2026-11-27 12:09:01.2");

        Assert.Equal(
            ["FJM-1 ska ha svar senast i dag 12:09. Du har det.", "FJM-1 skulle ha fått svar i dag 12:09. Du har det. Svara så snart du kan."],
            app.ChatOf(Cast.Anna).Select(message => message.Summary));
        Assert.Equal("FJM-1 (GULD) ska ha svar senast i dag 12:09. Anna Berg har det. Kan någon hjälpa till?", app.Channel[2].Summary);
        Assert.Equal(3, app.Channel.Count);
    }

    [Fact]
    public async Task After_the_answer_nobody_is_warned()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Jag tittar.");
        var channel = app.Channel.Count;

        await app.AdvanceToAsync("2026-11-27 16:09");
        await app.AdvanceToAsync("2026-11-30 12:00");

        Assert.Empty(app.ChatOf(Cast.Anna));
        Assert.Equal(channel, app.Channel.Count);
    }

    [Fact]
    public async Task What_was_missed_while_nothing_ran_is_caught_up_as_one_warning()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.AdvanceToAsync("2026-11-30 12:00");
        await app.AdvanceToAsync("2026-11-30 15:00");

        Assert.Equal(["NORD-1 (SILVER) skulle ha fått svar i dag 09:09. Ingen har tagit det."], Warnings(app));
    }

    [Fact]
    public async Task What_comes_to_light_at_night_is_told_in_the_morning()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await app.AdvanceToAsync("2026-11-27 22:00");
        await app.AdvanceToAsync("2026-11-30 07:59");
        var early = Warnings(app);
        await app.AdvanceToAsync("2026-11-30 08:00");

        Assert.Empty(early);
        Assert.Equal(["NORD-1 (SILVER) ska ha svar senast i dag 09:09. Ingen har tagit det."], Warnings(app));
    }

    [Theory]
    [InlineData("2026-11-27 17:00:00.000")]
    [InlineData("2026-11-27 17:00:02.900")]
    [InlineData("2026-11-27 17:00:59.000")]
    public async Task A_promise_that_ends_at_closing_time_is_warned_about_then_however_late_the_timer_is(string fired)
    {
        await using var app = await BotApp.StartAsync("2026-11-27 09:00");
        await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-27 15:00:01.5");

        await app.AdvanceToAsync(fired);

        Assert.Equal("NORD-1 (SILVER) skulle ha fått svar i dag 17:00. Ingen har tagit det.", Warnings(app)[^1]);
    }

    [Fact]
    public async Task An_agreement_without_a_guarantee_warns_nobody()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Sara);

        await app.AdvanceToAsync("2026-12-11 12:00");

        Assert.Empty(Warnings(app));
    }

    private static List<string> Warnings(BotApp app) =>
        [.. app.Channel.Where(message => message.Summary.Contains(" svar ", StringComparison.Ordinal) && message.Summary.EndsWith("Ingen har tagit det.", StringComparison.Ordinal)).Select(message => message.Summary)];
}
