using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>A technician who opens the dialog sees that a colleague is writing already; nobody is held back.</summary>
public sealed class AnsweringNowTests
{
    private const string Busy = "Kalle håller på att svara sedan 10:09.";

    [Fact]
    public async Task Whoever_comes_second_is_told_who_began_and_when_and_may_answer_all_the_same()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var first = await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Svara");
        await app.AdvanceToAsync("2026-11-27 10:12");

        var second = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");
        await app.SubmitAsync(Cast.Anna, second, "Skicka till Maria Ek", ("words", "Jag ringer."));

        Assert.DoesNotContain("håller på", first.Words, StringComparison.Ordinal);
        Assert.Contains(Busy, second.Words, StringComparison.Ordinal);
        Assert.Contains("Jag ringer.", app.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Skicka till Maria Ek")]
    [InlineData("Spara som intern anteckning")]
    public async Task It_ends_when_the_colleague_is_done(string button)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var first = await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Svara");
        await app.SubmitAsync(Cast.Kalle, first, button, ("words", "klart"));

        Assert.DoesNotContain("håller på", (await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara")).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-27 10:18", true)]
    [InlineData("2026-11-27 10:20", false)]
    public async Task An_abandoned_dialog_counts_for_ten_minutes(string later, bool told)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Svara");
        await app.AdvanceToAsync(later);

        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara");

        Assert.Equal(told, dialog.Words.Contains(Busy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_ticket_is_another_matter_and_a_second_look_counts_from_the_first()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.TicketAsync(Cast.Maria, "något annat");
        await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Svara");
        await app.AdvanceToAsync("2026-11-27 10:17");
        await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "Svara");
        await app.AdvanceToAsync("2026-11-27 10:24");

        Assert.DoesNotContain("håller på", (await app.PressAsync(Cast.Anna, app.DeskCard("NORD-2"), "Svara")).Words, StringComparison.Ordinal);
        Assert.Contains(Busy, (await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Svara")).Words, StringComparison.Ordinal);
    }
}
