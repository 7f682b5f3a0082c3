using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Bot;

/// <summary>Teams delivers again what was answered too slowly: nothing may happen twice.</summary>
public sealed class RedeliveryTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_delivered_again_is_answered_and_counted_once(bool atOnce)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vad heter tavlan?", waiting: true);
        var before = app.ChatOf(Cast.Maria).Count;

        var answers = await DeliverAsync(app, app.Teams.Message(Cast.Maria, "Inköp"), atOnce);

        Assert.All(answers, answer => Assert.Equal((200, ""), (answer.Status, answer.Raw)));
        Assert.Equal(before + 1, app.ChatOf(Cast.Maria).Count);
        Assert.Single(app.ChatOf(Cast.Anna));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_question_delivered_again_is_answered_once(bool atOnce)
    {
        await using var app = await BotApp.StartAsync();

        await DeliverAsync(app, app.Teams.Message(Cast.Maria, "hej"), atOnce);

        Assert.Equal("Hej Maria! Vad kan jag hjälpa till med?", Assert.Single(app.ChatOf(Cast.Maria)).Words);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_press_delivered_again_gets_the_same_answer_and_opens_one_ticket(bool atOnce)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "nytt ärende");

        var answers = await DeliverAsync(app, app.Press(Cast.Maria, app.LastTo(Cast.Maria), "Skicka till supporten", ("what", "tavlan är tom")), atOnce);

        Assert.StartsWith("NORD-1 · Tavlan är tom", answers[0].Words, StringComparison.Ordinal);
        Assert.Single(answers.Select(answer => answer.Words).Distinct());
        Assert.Single(app.ChatOf(Cast.Maria), message => message.Words.StartsWith("Klart!", StringComparison.Ordinal));
        Assert.Equal(2, app.Channel.Count);
    }

    [Fact]
    public async Task A_submitted_dialog_delivered_again_closes_again_and_sends_one_answer()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");

        var answers = await DeliverAsync(app, app.Submit(Cast.Anna, dialog, "Skicka till Maria Ek", ("words", "Jag tittar.")), atOnce: false);

        Assert.Equal(["", "", ""], answers.Select(answer => answer.Raw));
        Assert.Single(app.ChatOf(Cast.Maria), message => message.Words.Contains("Jag tittar.", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<Answered>> DeliverAsync(BotApp app, System.Text.Json.Nodes.JsonObject activity, bool atOnce)
    {
        var answers = new List<Answered>();
        if (atOnce) answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.PostAsync(activity))));
        else for (var i = 0; i < 3; i++) answers.Add(await app.SettledAsync(activity));
        await app.SettleAsync();
        return answers;
    }
}
