using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class RemindSupportTests
{
    [Fact]
    public async Task The_channel_hears_it_while_nobody_has_the_ticket()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-27 14:00");

        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Påminn supporten");

        Assert.Equal("Maria Ek påminner om NORD-1 och har väntat sedan i dag 10:09.\nAutomationen på Inköp mejlar två gånger\nTa\nSvara", app.Channel[^1].Words);
        Assert.True(app.Channel[^1].Alerts);
        Assert.Contains(app.ChatOf(Cast.Maria), message => message.Words == "Jag har påmint supporten om NORD-1.");
    }

    [Fact]
    public async Task Whoever_has_it_hears_it_with_when_we_last_answered()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Jag återkommer.");
        await app.AdvanceToAsync("2026-11-30 09:00");

        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Påminn supporten");

        Assert.Equal("Maria Ek påminner om NORD-1. Vårt senaste svar kom fredag 27 november 10:09.\nAutomationen på Inköp mejlar två gånger\nSvara", app.LastTo(Cast.Anna).Words);
    }

    [Fact]
    public async Task Once_a_business_day_and_the_second_time_says_what_is_promised()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Påminn supporten");
        var told = app.Channel.Count;
        await app.AdvanceToAsync("2026-11-27 16:00");

        var refused = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Påminn supporten");

        Assert.StartsWith("Jag påminde redan i dag 10:09. NORD-1 väntar på en tekniker. Du får svar senast måndag 30 november 09:09.", refused.Words, StringComparison.Ordinal);
        Assert.Equal(told, app.Channel.Count);
    }

    [Fact]
    public async Task At_night_it_waits_for_the_opening_and_counts_for_that_day()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-28 20:00");
        var told = app.Channel.Count;

        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Påminn supporten");

        Assert.Contains(app.ChatOf(Cast.Maria), message => message.Words == "Vi har stängt nu. Jag påminner supporten om NORD-1 när vi öppnar måndag 30 november 08:00.");
        Assert.Equal(told, app.Channel.Count);
        await app.AdvanceToAsync("2026-11-30 08:00");
        Assert.Contains(app.Channel, message => message.Words.StartsWith("Maria Ek påminner om NORD-1 och har väntat sedan fredag 27 november 10:09.", StringComparison.Ordinal));
        var refused = await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Påminn supporten");
        Assert.StartsWith("Jag påminde redan lördag 28 november 20:00.", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_came_too_late_is_not_told()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-27 20:00");
        await app.PressAsync(Cast.Maria, app.TicketCard(Cast.Maria, "NORD-1"), "Påminn supporten");
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vad heter den?", waiting: true);

        await app.AdvanceToAsync("2026-11-30 08:00");

        Assert.DoesNotContain(app.Channel, message => message.Words.Contains("påminner", StringComparison.Ordinal));
    }
}
