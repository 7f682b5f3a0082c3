using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>A technician who never opened the bot's chat, or threw it out: what they must hear comes to the ticket's thread instead.</summary>
public sealed class UnreachedTechnicianTests
{
    [Fact]
    public async Task Words_and_warnings_for_somebody_without_the_app_come_to_the_thread_and_none_is_lost()
    {
        await using var app = await BotApp.StartAsync();
        var card = await app.TicketAsync(Cast.Johan);
        await app.PressAsync(Cast.Kalle, app.DeskCard("FJM-1"), "Ta");
        Refuse(app);

        await WriteAsync(app, card, "det är värre nu");
        await app.AdvanceToAsync("2026-11-27 11:39");
        await app.AdvanceToAsync("2026-11-27 12:09");

        var thread = app.Channel.Where(message => message.ConversationId == app.DeskCard("FJM-1").ConversationId).Skip(1).ToList();
        Assert.Equal(
            [
                "Johan Falk skriver på FJM-1: \"det är värre nu\"",
                "FJM-1 (GULD) ska ha svar senast i dag 12:09. Kalle Holm har det. Kan någon hjälpa till?",
                "FJM-1 (GULD) skulle ha fått svar i dag 12:09. Kalle Holm har det. Kan någon hjälpa till?",
            ],
            thread.Select(message => message.Summary));
        Assert.All(thread, message => Assert.Contains("\nJag når inte Kalle Holm i chatten, så det kommer hit.\n", message.Words, StringComparison.Ordinal));
        Assert.All(thread, message => Assert.Equal(["Svara"], message.Card!.Buttons));
        Assert.Empty(app.ChatOf(Cast.Kalle));
        Assert.Empty(await app.Rows.RangeAsync("c|FJM", "dead|", "dead|~", 10, CancellationToken.None));
    }

    [Fact]
    public async Task Once_that_is_known_the_customer_is_not_told_that_it_went_to_the_technician()
    {
        await using var app = await BotApp.StartAsync();
        var card = await app.TicketAsync(Cast.Johan);
        await app.PressAsync(Cast.Kalle, app.DeskCard("FJM-1"), "Ta");
        Refuse(app);
        await WriteAsync(app, card, "det är värre nu");

        await WriteAsync(app, card, "och ännu värre");

        Assert.StartsWith("Skickat till supporten på FJM-1.", app.LastTo(Cast.Johan).Words, StringComparison.Ordinal);
        Assert.Single(app.Connector.Calls, call => IsNewChat(call));
    }

    [Fact]
    public async Task Whoever_opens_the_chat_again_is_told_there_again()
    {
        await using var app = await BotApp.StartAsync();
        var card = await app.TicketAsync(Cast.Johan);
        await app.PressAsync(Cast.Kalle, app.DeskCard("FJM-1"), "Ta");
        await app.SettledAsync(app.Teams.Installation(Cast.Kalle, "remove"));
        await app.InstallAsync(Cast.Kalle);

        await WriteAsync(app, card, "det är värre nu");

        Assert.Equal("Johan Falk skriver på FJM-1: \"det är värre nu\"", app.LastTo(Cast.Kalle).Summary);
        Assert.DoesNotContain("Jag når inte", app.LastTo(Cast.Kalle).Words, StringComparison.Ordinal);
        Assert.StartsWith("Skickat till Kalle på FJM-1.", app.LastTo(Cast.Johan).Words, StringComparison.Ordinal);
    }

    private static async Task WriteAsync(BotApp app, Message card, string words)
    {
        var now = app.ChatOf(Cast.Johan).Single(message => message.Id == card.Id);
        var dialog = await app.PressAsync(Cast.Johan, now, now.Card!.Buttons[0]);
        await app.SubmitAsync(Cast.Johan, dialog, "Skicka till supporten", ("words", words));
    }

    private static void Refuse(BotApp app) => app.Connector.Fail(403, "ForbiddenOperationException", "Bot is not installed in user's personal scope", when: IsNewChat);

    private static bool IsNewChat(ConnectorCall call) => call.Segments.Count == 0 && call.Body?.GetProperty("isGroup").GetBoolean() == false;
}
