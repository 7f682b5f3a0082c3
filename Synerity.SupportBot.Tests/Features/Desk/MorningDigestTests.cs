using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Desk;

/// <summary>A technician's morning (scene 5): one message.</summary>
public sealed class MorningDigestTests
{
    [Fact]
    public async Task Each_technician_reads_what_to_answer_what_nobody_has_and_what_waits()
    {
        await using var app = await BotApp.StartAsync("2026-11-20 09:00");
        foreach (var who in new[] { Cast.Anna, Cast.Kalle }) await app.SayAsync(who, "hej");
        await app.TicketAsync(Cast.Maria, "kan inte logga in");
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vad heter du i monday?", waiting: true);
        await app.AdvanceToAsync("2026-11-27 10:15");
        await app.TicketAsync(Cast.Maria, "vår automation mejlar leverantörerna två gånger");
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-2"), "Ta");
        await app.AdvanceToAsync("2026-11-27 16:40");
        await app.TicketAsync(Cast.Johan, "rapporten saknar rader");

        await app.AdvanceToAsync("2026-11-30 08:00:02");

        var morning = app.ChatOf(Cast.Anna).Single(message => message.Summary.StartsWith("God morgon", StringComparison.Ordinal));
        Assert.Equal("God morgon Anna! Börja med NORD-2, svar senast 09:15.", morning.Summary);
        Assert.Contains("Måndag 30 november\nSvara i dag\ni dag 09:15 · NORD-2 · Nordhem · SILVER\nVår automation mejlar leverantörerna två gånger", morning.Words, StringComparison.Ordinal);
        Assert.Contains("Ingen har tagit\ni dag 09:40 · FJM-1 · Fjällmat · GULD\nRapporten saknar rader", morning.Words, StringComparison.Ordinal);
        Assert.Contains("Har väntat länge\nNORD-1 väntar på kunden sedan fredag 20 november", morning.Words, StringComparison.Ordinal);
        Assert.Equal("Svara Maria Ek", (await app.PressAsync(Cast.Anna, morning, "Svara på NORD-2")).DialogTitle);
        Assert.Equal("God morgon Kalle! Ingen har tagit FJM-1, svar senast 09:40.", app.LastTo(Cast.Kalle).Summary);
    }

    [Fact]
    public async Task Nothing_to_do_is_said_in_one_line_on_each_business_day_once_in_the_readers_language()
    {
        await using var app = await BotApp.StartAsync("2026-12-03 09:00");
        var anna = Cast.Anna with { Locale = "en-GB" };
        await app.SayAsync(anna, "hi");

        foreach (var at in new[] { "2026-12-04 08:00:02", "2026-12-04 08:30", "2026-12-05 08:00:02", "2026-12-06 08:00:02", "2026-12-07 08:00:02" }) await app.AdvanceToAsync(at);

        Assert.Equal(
            ["Good morning Anna! Nothing is urgent today.", "Good morning Anna! Nothing is urgent today."],
            app.ChatOf(anna).Where(message => message.Summary.StartsWith("Good morning", StringComparison.Ordinal)).Select(message => message.Words));
    }

    [Fact]
    public async Task Nobody_gets_it_late_or_on_a_holiday_or_who_has_muted_it()
    {
        await using var app = await BotApp.StartAsync("2026-12-23 09:00");
        await app.SayAsync(Cast.Anna, "aviseringar");
        await app.PressAsync(Cast.Anna, app.LastTo(Cast.Anna), "Spara", ("customers", "true"), ("warnings", "true"), ("colleagues", "true"), ("morning", "false"));
        await app.SayAsync(Cast.Kalle, "hej");
        var kalle = app.ChatOf(Cast.Kalle).Count;

        foreach (var at in new[] { "2026-12-24 08:00:02", "2026-12-25 08:00:02", "2026-12-28 11:00" }) await app.AdvanceToAsync(at);
        Assert.Equal(kalle, app.ChatOf(Cast.Kalle).Count);
        await app.AdvanceToAsync("2026-12-29 08:00:02");

        Assert.Equal("God morgon Kalle! Inget brådskar i dag.", app.LastTo(Cast.Kalle).Words);
        Assert.DoesNotContain(app.ChatOf(Cast.Anna), message => message.Words.StartsWith("God morgon", StringComparison.Ordinal));
    }
}
