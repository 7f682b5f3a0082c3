using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Desk;

public sealed class QueueTests
{
    [Fact]
    public async Task The_queue_is_ordered_by_due_time_and_what_waits_for_others_comes_last()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Sara, "Björkby undrar"); // FREE: nothing is promised
        await app.TicketAsync(Cast.Maria, "Nordhem först");
        await app.TicketAsync(Cast.Lena, "Nordhem väntar");
        await app.TicketAsync(Cast.Johan, "Fjällmat snabbt"); // GULD: 2 h
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-2"), "Vilken tavla?", waiting: true);

        var queue = await ShownAsync(app, Cast.Anna, "kö");

        Assert.Equal(["FJM-1", "NORD-1", "BJORK-1", "NORD-2"], Keys(queue));
        Assert.Contains("FJM-1 · Fjällmat · GULD\nFjällmat snabbt\nSvar senast i dag 12:09\nIngen har tagit det", queue.Words, StringComparison.Ordinal);
        Assert.Contains("Väntar på Lena Dahl", queue.Words, StringComparison.Ordinal);
        Assert.Equal(["Mina", "Otagna"], queue.Card!.Buttons.Where(title => !title.Contains('-', StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_parts_are_buttons_words_and_customers()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.TicketAsync(Cast.Johan);
        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Ta");

        Assert.Equal(["FJM-1"], Keys(await ShownAsync(app, Cast.Anna, "min kö")));
        Assert.Equal(["FJM-1"], Keys(await ShownAsync(app, Cast.Anna, "mina ärenden")));
        Assert.Contains("Du har inga öppna ärenden.", (await ShownAsync(app, Cast.Kalle, "mina")).Words, StringComparison.Ordinal);
        Assert.Equal(["NORD-1"], Keys(await ShownAsync(app, Cast.Anna, "otagna")));
        Assert.Equal(["NORD-1"], Keys(await ShownAsync(app, Cast.Anna, "kö nord")));
        var named = await ShownAsync(app, Cast.Anna, "kö fjäll");
        Assert.Equal(["FJM-1"], Keys(named));
        Assert.StartsWith("Kön för Fjällmat", named.Words, StringComparison.Ordinal);
        await app.SayAsync(Cast.Anna, "kö ingenstans");
        Assert.StartsWith("Jag hittar ingen kund som heter ingenstans.", app.LastTo(Cast.Anna).Words, StringComparison.Ordinal);

        var everything = await ShownAsync(app, Cast.Anna, "kö");
        Assert.Contains("Din kö", (await app.PressAsync(Cast.Anna, everything, "Mina")).Words, StringComparison.Ordinal);
        Assert.Contains("Ingen har tagit", (await app.PressAsync(Cast.Anna, everything, "Otagna")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_solved_leaves_the_queue_and_what_comes_back_returns()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.ResolveAsync(Cast.Anna, "NORD-1");
        Assert.Contains("Kön är tom.", (await ShownAsync(app, Cast.Anna, "kö")).Words, StringComparison.Ordinal);

        var form = await app.PressAsync(Cast.Maria, app.SolvedCard(Cast.Maria, "NORD-1"), "Nej, inte löst");
        await app.SubmitAsync(Cast.Maria, form, "Skicka till supporten", ("words", "Det kom igen"));

        Assert.Equal(["NORD-1"], Keys(await ShownAsync(app, Cast.Anna, "kö")));
    }

    [Fact]
    public async Task A_paused_one_goes_back_in_the_queue_and_forward_again()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Johan);
        await app.TicketAsync(Cast.Maria);
        await app.PauseAsync(Cast.Anna, "FJM-1", "customerAsked");
        Assert.Equal(["NORD-1", "FJM-1"], Keys(await ShownAsync(app, Cast.Anna, "kö")));

        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Starta klockan igen");
        Assert.Equal(["FJM-1", "NORD-1"], Keys(await ShownAsync(app, Cast.Anna, "kö")));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended()
    {
        await using var app = await BotApp.StartAsync();
        for (var i = 0; i < 8; i++) await app.TicketAsync(Cast.Maria, $"Fråga {i}");

        var first = await ShownAsync(app, Cast.Anna, "kö");
        Assert.Equal(["NORD-1", "NORD-2", "NORD-3", "NORD-4", "NORD-5", "NORD-6"], Keys(first));
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-6"), "Ta"); // where the page ended moves: nothing is skipped
        var second = await app.PressAsync(Cast.Anna, first, "Visa fler");

        Assert.Equal(["NORD-7", "NORD-8"], Keys(second.Words));
        Assert.Contains("Från början", second.Card!.Buttons);
        Assert.DoesNotContain("Visa fler", second.Card.Buttons);
    }

    [Fact]
    public async Task Customers_have_no_queue()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var queue = await ShownAsync(app, Cast.Anna, "kö");
        var refused = await app.PressAsync(Cast.Maria, queue, "Otagna");

        Assert.Null(refused.Card);
        Assert.Contains("Jag hittar inget sådant ärende.", refused.Raw, StringComparison.Ordinal);
        await app.SayAsync(Cast.Maria, "kö");
        Assert.DoesNotContain("Kön", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    private static async Task<Message> ShownAsync(BotApp app, Actor person, string command)
    {
        await app.SayAsync(person, command);
        return app.LastTo(person);
    }

    private static IEnumerable<string> Keys(Message list) => Keys(list.Words);

    private static IEnumerable<string> Keys(string words) =>
        words.Split('\n').Where(line => line.Contains(" · ", StringComparison.Ordinal)).Select(line => line.Split(" · ")[0]).Where(key => key.Contains('-', StringComparison.Ordinal));
}
