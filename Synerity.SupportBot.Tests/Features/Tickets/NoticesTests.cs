using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>What staff are told, when, and what waits.</summary>
public sealed class NoticesTests
{
    private const string Helps = "FJM-1 (GULD) ska ha svar senast i dag 12:09. Anna Berg har det. Kan någon hjälpa till?";

    [Fact]
    public async Task Whoever_does_nothing_for_ten_minutes_after_a_warning_is_helped_by_the_channel_once()
    {
        await using var app = await WarnedAsync();

        await app.AdvanceToAsync("2026-11-27 11:49:05");
        Assert.DoesNotContain(Helps, Channel(app));
        await app.AdvanceToAsync("2026-11-27 11:49:20");
        Assert.Single(Channel(app), Helps);

        var wake = app.Services.GetServices<IWakeUp>().Single(one => one.Kind == "silent");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => wake.WakeAsync("c|FJM", "FJM-1|3", CancellationToken.None)));
        await app.AdvanceToAsync("2026-11-27 12:05");
        Assert.Single(Channel(app), Helps);
        await app.AdvanceToAsync("2026-11-27 12:09:10");
        await app.AdvanceToAsync("2026-11-27 12:19:40");
        Assert.Single(Channel(app), "FJM-1 (GULD) skulle ha fått svar i dag 12:09. Anna Berg har det. Kan någon hjälpa till?");
    }

    [Theory]
    [InlineData("tickets.answer", "words", "Jag tittar nu.")]
    [InlineData("tickets.note", "words", "Jag ringer dem.")]
    [InlineData("tickets.pause", "reason", "customerAsked")]
    [InlineData("tickets.release", "words", "")]
    public async Task Whoever_does_something_on_it_has_reacted(string verb, string field, string value)
    {
        await using var app = await WarnedAsync();
        await app.AdvanceToAsync("2026-11-27 11:45");

        await app.SettledAsync(app.Pressing(Cast.Anna, "FJM-1", verb, (field, value), ("words", field == "words" ? value : "")));
        await app.AdvanceToAsync("2026-11-27 12:00");

        Assert.DoesNotContain(Channel(app), words => words.EndsWith("Kan någon hjälpa till?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_customer_writes_at_night_reaches_the_technician_in_the_morning_in_order()
    {
        await using var app = await BotApp.StartAsync("2026-11-26 16:00");
        await app.TicketAsync(Cast.Johan);
        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Ta");

        await app.AdvanceToAsync("2026-11-26 21:00");
        foreach (var words in new[] { "först det här", "sedan det här" }) await app.SettledAsync(app.Pressing(Cast.Johan, "FJM-1", "tickets.write", ("words", words)));
        await app.AdvanceToAsync("2026-11-27 07:59:50");
        Assert.Empty(app.ChatOf(Cast.Anna));
        Assert.Contains("sedan det här", app.DeskCard("FJM-1").Words, StringComparison.Ordinal);
        await app.AdvanceToAsync("2026-11-27 08:00:01");

        Assert.Equal(
            ["Johan Falk skriver på FJM-1: \"först det här\"", "Johan Falk skriver på FJM-1: \"sedan det här\""],
            app.ChatOf(Cast.Anna).Select(message => message.Summary).Where(words => words.StartsWith("Johan", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_has_taken_an_alarm_hears_the_customer_at_any_hour()
    {
        await using var app = await BotApp.StartAsync("2026-11-26 16:50");
        await app.AlarmAsync(Cast.Johan, "HJÄLP!! alla kunder får samma mejl");
        await app.PressAsync(Cast.Kalle, app.AcuteDeskCard("FJM-1"), "Ta");

        await app.AdvanceToAsync("2026-11-26 17:30");
        await app.SettledAsync(app.Pressing(Cast.Johan, "FJM-1", "tickets.write", ("words", "nu kommer de igen")));

        Assert.Equal("Johan Falk skriver på FJM-1: \"nu kommer de igen\"", app.LastTo(Cast.Kalle).Summary);
    }

    [Fact]
    public async Task What_somebody_has_muted_is_not_sent_and_the_rest_is()
    {
        await using var app = await BotApp.StartAsync("2026-11-27 10:09");
        await app.TicketAsync(Cast.Johan);
        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Ta");

        await app.SayAsync(Cast.Anna, "aviseringar");
        await app.PressAsync(Cast.Anna, app.LastTo(Cast.Anna), "Spara", ("customers", "false"), ("warnings", "true"), ("colleagues", "true"), ("morning", "true"));
        Assert.Contains("Sparat.", app.ChatOf(Cast.Anna).Select(message => message.Words));
        await app.SettledAsync(app.Pressing(Cast.Johan, "FJM-1", "tickets.write", ("words", "hur går det")));
        await app.AdvanceToAsync("2026-11-27 11:39:10");

        Assert.DoesNotContain(app.ChatOf(Cast.Anna), message => message.Summary.StartsWith("Johan Falk skriver", StringComparison.Ordinal));
        Assert.Equal("FJM-1 ska ha svar senast i dag 12:09. Du har det.", app.LastTo(Cast.Anna).Summary);
        await app.SayAsync(Cast.Anna, "hej");
        await app.SayAsync(Cast.Anna, "notices");
        Assert.Equal("false", app.LastTo(Cast.Anna).Card!["customers"]);
    }

    [Fact]
    public async Task An_alarm_reaches_whoever_has_muted_everything()
    {
        await using var app = await BotApp.StartAsync("2026-11-27 10:09");
        await app.SayAsync(Cast.Kalle, "aviseringar");
        await app.PressAsync(Cast.Kalle, app.LastTo(Cast.Kalle), "Spara", ("customers", "false"), ("warnings", "false"), ("colleagues", "false"), ("morning", "false"));
        await app.OnCallAsync([Cast.Kalle]);

        await app.AlarmAsync(Cast.Johan, "HJÄLP!! alla kunder får samma mejl");

        Assert.Equal("AKUT · Larm! FJM-1 från Fjällmat är akut. Kan du ta det?", app.LastTo(Cast.Kalle).Summary);
    }

    [Fact]
    public async Task The_channel_hears_once_that_somebody_cannot_be_reached_and_again_only_after_they_were_back()
    {
        await using var app = await BotApp.StartAsync("2026-11-27 10:09");
        await app.TicketAsync(Cast.Johan);
        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Ta");
        await app.InstallAsync(Cast.Anna);

        for (var times = 1; times <= 2; times++)
        {
            await app.SettledAsync(app.Teams.Installation(Cast.Anna, "remove"));
            foreach (var words in new[] { "hallå", "hallå där" }) await app.SettledAsync(app.Pressing(Cast.Johan, "FJM-1", "tickets.write", ("words", words)));
            Assert.Equal(times, Channel(app).Count(words => words == "Jag når inte Anna Berg i chatten längre."));
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await app.InstallAsync(Cast.Anna);
        }

        await app.SettledAsync(app.Pressing(Cast.Johan, "FJM-1", "tickets.write", ("words", "är du där")));
        Assert.Equal("Johan Falk skriver på FJM-1: \"är du där\"", app.LastTo(Cast.Anna).Summary);
    }

    /// <summary>Anna has been warned of FJM-1 at 11:39.</summary>
    private static async Task<BotApp> WarnedAsync()
    {
        var app = await BotApp.StartAsync("2026-11-27 10:09");
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Johan);
        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Ta");
        await app.AdvanceToAsync("2026-11-27 11:39:10");
        Assert.Equal("FJM-1 ska ha svar senast i dag 12:09. Du har det.", app.LastTo(Cast.Anna).Summary);
        return app;
    }

    private static List<string> Channel(BotApp app) => [.. app.Channel.Select(message => message.Summary)];
}
