using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class MyTicketsTests
{
    [Fact]
    public async Task Open_ones_come_first_and_closed_ones_are_a_press_away()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Första");
        await app.TicketAsync(Cast.Maria, "Andra");
        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Dra tillbaka");

        await app.SayAsync(Cast.Maria, "mina ärenden");
        var open = app.LastTo(Cast.Maria);
        Assert.StartsWith("Mina öppna ärenden\nNORD-2 · Andra\nVäntar på tekniker · Svar senast måndag 30 november 09:09", open.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("NORD-1", open.Words, StringComparison.Ordinal);
        Assert.Equal(["NORD-2", "Nytt ärende", "Stängda"], open.Card!.Buttons);

        var closed = await app.PressAsync(Cast.Maria, open, "Stängda");
        Assert.StartsWith("Mina stängda ärenden\nNORD-1 · Första\nStängt · Tillbakadraget i dag 10:09", closed.Words, StringComparison.Ordinal);
        await app.SayAsync(Cast.Maria, "stängda ärenden");
        Assert.Equal(closed.Words, app.LastTo(Cast.Maria).Words);
    }

    [Fact]
    public async Task Somebody_without_tickets_reads_so()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Edward, "my tickets");
        Assert.Equal("My open tickets\nYou have no open tickets right now.\nNew ticket\nClosed", app.LastTo(Cast.Edward).Words);
    }

    [Fact]
    public async Task Pages_are_turned_in_the_same_card()
    {
        await using var app = await BotApp.StartAsync();
        for (var i = 1; i <= 8; i++) await app.TicketAsync(Cast.Maria, $"Fråga {i}");

        await app.SayAsync(Cast.Maria, "mina ärenden");
        var first = app.LastTo(Cast.Maria);
        Assert.Equal(["NORD-8", "NORD-7", "NORD-6", "NORD-5", "NORD-4", "NORD-3", "Visa fler", "Stängda"], first.Card!.Buttons);
        var second = await app.PressAsync(Cast.Maria, first, "Visa fler");
        Assert.Equal(["NORD-2", "NORD-1", "Nytt ärende", "Stängda", "Från början"], second.Card!.Buttons);
    }

    [Fact]
    public async Task A_contact_sees_the_organisations_and_whose_they_are_and_others_do_not()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Marias");
        await app.TicketAsync(Cast.Lena, "Lenas");
        await app.TicketAsync(Cast.Johan, "Johans");

        await app.SayAsync(Cast.Lena, "mina ärenden");
        var mine = app.LastTo(Cast.Lena);
        Assert.DoesNotContain("Marias", mine.Words, StringComparison.Ordinal);
        var all = await app.PressAsync(Cast.Lena, mine, "Hela organisationens");
        Assert.StartsWith("Organisationens öppna ärenden\nNORD-2 · Lenas", all.Words, StringComparison.Ordinal);
        Assert.Contains("NORD-1 · Marias", all.Words, StringComparison.Ordinal);
        Assert.Contains("Från Maria Ek", all.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Johans", all.Words, StringComparison.Ordinal);
        await app.SayAsync(Cast.Lena, "våra ärenden");
        Assert.Equal(all.Words, app.LastTo(Cast.Lena).Words);

        // The same button, pressed by somebody who is no contact: their own.
        var others = await app.PressAsync(Cast.Maria, mine, "Hela organisationens");
        Assert.StartsWith("Mina öppna ärenden\nNORD-1 · Marias", others.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Lenas", others.Words, StringComparison.Ordinal);
    }
}
