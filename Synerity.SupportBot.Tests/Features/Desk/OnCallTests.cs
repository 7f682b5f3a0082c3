using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Desk;

/// <summary>An administrator keeps the on-call list in Teams.</summary>
public sealed class OnCallTests
{
    [Fact]
    public async Task An_administrator_makes_the_list_and_everybody_on_the_staff_reads_it()
    {
        await using var app = await StartAsync();
        await app.SayAsync(Cast.Administrator, "jour");
        Assert.Contains("Ingen står på jourlistan. Larm går till kanalen och till administratörerna.", app.LastTo(Cast.Administrator).Words, StringComparison.Ordinal);

        await app.OnCallAsync([Cast.Kalle, Cast.Anna], rotates: true);

        await app.SayAsync(Cast.Anna, "on call");
        var card = app.LastTo(Cast.Anna);
        Assert.Contains("Den här veckan, 30 nov–6 dec\n1. Kalle Holm  2. Anna Berg\nNästa vecka, 7 dec–13 dec\n1. Anna Berg  2. Kalle Holm\n", card.Words, StringComparison.Ordinal);
        Assert.Contains("Nästa larmas efter 10 minuter. Utanför öppettid väntar larmet tills vi öppnar.", card.Words, StringComparison.Ordinal);
        Assert.Contains("Ändrad av Britta Chef i dag 09:00", card.Words, StringComparison.Ordinal);
        Assert.Empty(card.Card!.Buttons);
    }

    [Fact]
    public async Task A_week_may_have_an_order_of_its_own()
    {
        await using var app = await StartAsync();
        await app.OnCallAsync([Cast.Kalle, Cast.Anna]);

        await app.OnCallAsync([Cast.Anna], button: "Ändra nästa vecka");

        var words = app.LastTo(Cast.Administrator).Words;
        Assert.Contains("Den här veckan, 30 nov–6 dec\n1. Kalle Holm  2. Anna Berg\nNästa vecka, 7 dec–13 dec (egen ordning)\n1. Anna Berg\n14 dec–20 dec\n1. Kalle Holm  2. Anna Berg", words, StringComparison.Ordinal);
        var dialog = await app.PressAsync(Cast.Administrator, app.LastTo(Cast.Administrator), "Ändra nästa vecka");
        Assert.NotEqual("-", dialog.Card!["p1"]);
        await app.OnCallAsync([], button: "Ändra nästa vecka");
        Assert.DoesNotContain("egen ordning", app.LastTo(Cast.Administrator).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_saves_an_old_form_reads_how_the_list_is_now()
    {
        await using var app = await StartAsync();
        await app.SayAsync(Cast.Administrator, "jour");
        var old = await app.PressAsync(Cast.Administrator, app.LastTo(Cast.Administrator), "Ändra ordningen");
        await app.OnCallAsync([Cast.Kalle]);

        var answer = await app.SubmitAsync(Cast.Administrator, old, "Spara", ("p1", await app.IdOnListAsync(Cast.Anna)));

        Assert.Contains("⚠ Någon annan ändrade listan under tiden. Så här ser den ut nu.", answer.Words, StringComparison.Ordinal);
        Assert.Equal(await app.IdOnListAsync(Cast.Kalle), answer.Card!["p1"]);
        Assert.Contains("1. Kalle Holm", (await ListAsync(app)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_stands_twice_and_only_administrators_change_it()
    {
        await using var app = await StartAsync();
        await app.SayAsync(Cast.Administrator, "jour");
        var dialog = await app.PressAsync(Cast.Administrator, app.LastTo(Cast.Administrator), "Ändra ordningen");
        var anna = await app.IdOnListAsync(Cast.Anna);

        Assert.Contains("⚠ Samma person står två gånger.", (await app.SubmitAsync(Cast.Administrator, dialog, "Spara", ("p1", anna), ("p2", anna))).Words, StringComparison.Ordinal);
        foreach (var who in new[] { Cast.Anna, Cast.Johan, Cast.Unlisted, Cast.Ulf })
        {
            var refused = await app.SubmitAsync(who, dialog with { Conversation = who.ChatId }, "Spara", ("p1", anna));
            Assert.Contains("Det kan bara en administratör göra.", refused.Words, StringComparison.Ordinal);
        }

        Assert.Contains("Ingen står på jourlistan.", (await ListAsync(app)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_on_call_who_cannot_be_reached_is_shown()
    {
        await using var app = await StartAsync();
        await app.OnCallAsync([Cast.Kalle, Cast.Anna]);
        await app.SettledAsync(app.Teams.Installation(Cast.Kalle, "remove"));

        Assert.Contains("⚠ Jag når inte Kalle Holm i chatten", (await ListAsync(app)).Words, StringComparison.Ordinal);
    }

    private static async Task<Message> ListAsync(BotApp app)
    {
        await app.SayAsync(Cast.Administrator, "jour");
        return app.LastTo(Cast.Administrator);
    }

    private static async Task<BotApp> StartAsync()
    {
        var app = await BotApp.StartAsync("2026-12-01 09:00");
        foreach (var who in new[] { Cast.Anna, Cast.Kalle }) await app.SayAsync(who, "hej");
        return app;
    }
}
