using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Tier and kind are put right, for a reason that stays among colleagues.</summary>
public sealed class CorrectTicketTests
{
    private const string Reason = "Avtalet skrevs i förra veckan.";

    [Fact]
    public async Task Another_tier_counts_the_promise_from_when_the_ticket_came_in_and_the_customer_s_card_follows_silently()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var sent = app.ChatOf(Cast.Maria).Count;
        await app.AdvanceToAsync("2026-11-27 11:00");

        await CorrectAsync(app, Cast.Anna, tier: "gold", kind: "fault");

        Assert.Contains("\nSvar senast i dag 12:09\n2 timmar öppettid från i dag 10:09.\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.StartsWith("NORD-1 · Nordhem · GULD\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains($"\nIntern anteckning, Anna Berg\n{Reason}\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal(sent, app.ChatOf(Cast.Maria).Count);
        Assert.Equal(BotApp.InStockholm("2026-11-27 12:09"), (await TicketAsync(app)).DueAt);
        Assert.DoesNotContain(app.Connector.Calls, call => call.ConversationId == Cast.Maria.ChatId && call.Body?.GetRawText().Contains(Reason, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task The_new_due_is_watched()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await CorrectAsync(app, Cast.Anna, tier: "gold", kind: "fault");

        await app.AdvanceToAsync("2026-11-27 11:39:01");
        await app.AdvanceToAsync("2026-11-27 12:09:01");

        Assert.Equal(
            ["NORD-1 (GULD) ska ha svar senast i dag 12:09. Ingen har tagit det.", "NORD-1 (GULD) skulle ha fått svar i dag 12:09. Ingen har tagit det."],
            app.Channel.Select(message => message.Summary).Where(said => said.EndsWith("Ingen har tagit det.", StringComparison.Ordinal) && said.StartsWith("NORD-1 (", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_guarantee_nobody_is_warned_any_more()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);

        await CorrectAsync(app, Cast.Anna, tier: "free", kind: "fault");
        var channel = app.Channel.Count;
        await app.AdvanceToAsync("2026-12-01 12:00");

        Assert.Contains("Ert avtal har ingen garanterad svarstid.", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Null((await TicketAsync(app)).DueAt);
        Assert.Equal(channel, app.Channel.Count);
    }

    [Fact]
    public async Task What_has_been_answered_is_judged_anew()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-27 15:00");
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Jag tittar.");

        await CorrectAsync(app, Cast.Anna, tier: "gold", kind: "fault");

        Assert.Contains("Besvarat i dag 15:00, senare än utlovat", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Null((await TicketAsync(app)).DueAt);
    }

    [Fact]
    public async Task A_finer_kind_stands_on_the_technicians_card_and_whoever_has_the_ticket_hears_why()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        await CorrectAsync(app, Cast.Kalle, tier: "silver", kind: "accessFault");

        Assert.Contains("\nGäller  \nFel: inloggning eller behörighet\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nSvar senast måndag 30 november 09:09\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal($"Kalle Holm har rättat NORD-1:\n{Reason}\nSvara", app.LastTo(Cast.Anna).Words);
    }

    [Theory]
    [InlineData("silver", "fault", "mina ord", "kind", "⚠ Ändra nivå eller typ först.")]
    [InlineData("platinum", "fault", "mina ord", "tier", "⚠ Välj ett av alternativen.")]
    [InlineData("gold", "nonsense", "mina ord", "kind", "⚠ Välj ett av alternativen.")]
    [InlineData("gold", "fault", "", "words", "⚠ Skriv varför.")]
    public async Task What_is_wrong_is_said_beside_it_and_nothing_changes(string tier, string kind, string why, string field, string says)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Rätta ärendet");

        var again = await app.SubmitAsync(Cast.Anna, dialog, "Spara", ("tier", tier), ("kind", kind), ("words", why));

        Assert.Equal(("silver", "fault"), (dialog.Card!["tier"], dialog.Card["kind"]));
        Assert.Equal(says, again.Card!.ErrorBeside(field));
        Assert.StartsWith("NORD-1 · Nordhem · SILVER\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_choose_among_three_kinds_whatever_is_sent()
    {
        await using var app = await BotApp.StartAsync();
        await app.InstallAsync(Cast.Maria);
        await app.SayAsync(Cast.Maria, "nytt ärende");
        var form = app.LastTo(Cast.Maria);

        var again = await app.PressAsync(Cast.Maria, form, "Skicka till supporten", ("what", "det"), ("kind", "vendorFault"));

        Assert.Equal("⚠ Välj ett av alternativen.", again.Card!.ErrorBeside("kind"));
        Assert.DoesNotContain("konfiguration", form.Words, StringComparison.Ordinal);
    }

    private static async Task CorrectAsync(BotApp app, Actor technician, string tier, string kind)
    {
        var dialog = await app.PressAsync(technician, app.DeskCard("NORD-1"), "Rätta ärendet");
        await app.SubmitAsync(technician, dialog, "Spara", ("tier", tier), ("kind", kind), ("words", Reason));
    }

    private static async Task<Ticket> TicketAsync(BotApp app) => (await new TicketStore(app.Rows).ReadAsync(TicketKey.Parse("NORD-1"), default))!.Value;
}
