using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Desk;

/// <summary>An alarm goes from one to the next until somebody takes it (scene 4).</summary>
public sealed class AcuteLadderTests
{
    private const string Cry = "HJÄLP!! alla kunder får samma mejl om och om igen";
    private const string ToYou = "AKUT · Larm! FJM-1 från Fjällmat är akut. Kan du ta det?";
    private const string NextForYou = "Ingen har tagit larmet än, så jag har larmat nästa tekniker.";

    [Fact]
    public async Task The_first_is_alerted_at_once_and_the_next_ten_minutes_later_until_somebody_takes_it()
    {
        await using var app = await StartAsync("2026-12-01 13:05", Cast.Kalle, Cast.Anna);

        await app.AlarmAsync(Cast.Johan, Cry, "070-123 45 67");
        Assert.Equal(ToYou, app.LastTo(Cast.Kalle).Summary);
        Assert.True(app.LastTo(Cast.Kalle).Alerts);
        Assert.Equal(["Ta", "Svara"], app.LastTo(Cast.Kalle).Card!.Buttons);
        Assert.StartsWith("AKUT\n", app.LastTo(Cast.Kalle).Words, StringComparison.Ordinal);
        Assert.Contains("070-123 45 67", app.LastTo(Cast.Kalle).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(ToYou, Told(app, Cast.Anna));
        Assert.Contains("AKUT · FJM-1 från Fjällmat (GULD) är akut. Kalle Holm är larmad.", Thread(app));

        await app.AdvanceToAsync("2026-12-01 13:14:59");
        Assert.DoesNotContain(ToYou, Told(app, Cast.Anna));
        await app.AdvanceToAsync("2026-12-01 13:15:30");
        Assert.Single(Told(app, Cast.Anna), ToYou);
        Assert.Equal(NextForYou, app.LastTo(Cast.Johan).Summary);
        Assert.Contains("AKUT · Ingen har tagit larmet på FJM-1. Nu är Anna Berg larmad.", Thread(app));

        await app.PressAsync(Cast.Anna, app.LastTo(Cast.Anna), "Ta");
        Assert.Equal("Anna Berg har tagit FJM-1 och tittar på det nu.", app.LastTo(Cast.Johan).Summary);
        var told = app.Connector.Calls.Count;
        await app.AdvanceToAsync("2026-12-01 13:50");
        Assert.Equal(told, app.Connector.Calls.Count);
        await app.PressAsync(Cast.Kalle, app.LastTo(Cast.Kalle), "Ta");
        Assert.Contains(app.ChatOf(Cast.Johan), message => message.Summary == NextForYou);
    }

    [Fact]
    public async Task A_ticket_that_somebody_has_alerts_them_first_and_whoever_takes_the_alarm_has_it()
    {
        await using var app = await StartAsync("2026-12-01 13:05", Cast.Kalle);
        await app.TicketAsync(Cast.Johan, "rapporten saknar rader");
        await app.PressAsync(Cast.Anna, app.DeskCard("FJM-1"), "Ta");

        await app.AlarmOnAsync(Cast.Johan, "FJM-1");
        Assert.Equal(ToYou, app.LastTo(Cast.Anna).Summary);
        Assert.Contains("Anna Berg har det, men ingen har tagit larmet", app.AcuteDeskCard("FJM-1").Words, StringComparison.Ordinal);
        await app.AdvanceToAsync("2026-12-01 13:15:30");
        await app.PressAsync(Cast.Kalle, app.LastTo(Cast.Kalle), "Ta");

        Assert.Equal("Kalle Holm har tagit över FJM-1 från dig.", app.LastTo(Cast.Anna).Summary);
        Assert.Contains("Kalle Holm har det", app.AcuteDeskCard("FJM-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_end_of_the_list_channel_and_administrators_hear_it_and_it_begins_again()
    {
        await using var app = await StartAsync("2026-12-01 13:05", Cast.Kalle, Cast.Anna);
        await app.AlarmAsync(Cast.Johan, Cry);

        foreach (var at in new[] { "13:15:30", "13:25:40" }) await app.AdvanceToAsync($"2026-12-01 {at}");
        Assert.Equal("AKUT · Ingen har tagit larmet på FJM-1, och alla på jourlistan är larmade. Vem tar det?", Thread(app)[^1]);
        Assert.Single(Told(app, Cast.Administrator), "AKUT · Ingen har tagit larmet på FJM-1 från Fjällmat. Ring någon som kan ta det.");
        Assert.Equal("Ingen har tagit larmet än, så nu har jag larmat hela supporten. Du når oss också på 042-4003999.", app.LastTo(Cast.Johan).Summary);

        var customer = app.ChatOf(Cast.Johan).Count;
        await app.AdvanceToAsync("2026-12-01 13:36");
        Assert.Equal(2, Told(app, Cast.Kalle).Count(words => words == ToYou));
        for (var minute = 37; minute < 60 * 3; minute += 11) await app.AdvanceToAsync($"2026-12-01 {13 + (minute / 60)}:{minute % 60:00}");
        Assert.Equal((3, 3), (Told(app, Cast.Kalle).Count(words => words == ToYou), Told(app, Cast.Anna).Count(words => words == ToYou)));
        Assert.Single(Told(app, Cast.Administrator), words => words.StartsWith("AKUT", StringComparison.Ordinal));
        Assert.Equal(customer, app.ChatOf(Cast.Johan).Count);
        await app.AdvanceToAsync("2026-12-02 08:00:05");
        Assert.Equal(4, Told(app, Cast.Kalle).Count(words => words == ToYou));
    }

    [Fact]
    public async Task Whoever_has_thrown_the_bot_out_is_skipped_and_whoever_proves_out_of_reach_too_at_once()
    {
        await using var app = await StartAsync("2026-12-01 13:05", Cast.Kalle, Cast.Anna);
        app.Connector.Fail(403, "MessageWritesBlocked", "blocked by the user", when: call => call.Segments.Contains(Cast.Kalle.ChatId));

        await app.AlarmAsync(Cast.Johan, Cry);

        Assert.Single(Told(app, Cast.Anna), ToYou);
        Assert.Contains("AKUT · Jag når inte Kalle Holm i chatten, så nästa larmas.", Thread(app));
        Assert.DoesNotContain(NextForYou, Told(app, Cast.Johan));

        await app.SettledAsync(app.Pressing(Cast.Johan, "FJM-1", "tickets.withdraw"));
        await app.AlarmAsync(Cast.Johan, Cry);
        Assert.Single(Told(app, Cast.Anna), "AKUT · Larm! FJM-2 från Fjällmat är akut. Kan du ta det?");
        Assert.Single(app.Channel, message => message.Summary == "AKUT · Jag når inte Kalle Holm i chatten, så nästa larmas.");
        Assert.Empty(await app.Rows.RangeAsync("c|FJM", "dead|", "dead|~", 10, CancellationToken.None));
    }

    [Fact]
    public async Task With_nobody_on_the_list_channel_and_administrators_hear_it_at_once_and_again_only_the_next_day()
    {
        await using var app = await StartAsync("2026-12-01 13:05");

        await app.AlarmAsync(Cast.Johan, Cry);
        await app.AdvanceToAsync("2026-12-01 16:50");

        var alarms = Thread(app).Where(words => words.Contains("ingen på jourlistan går att nå", StringComparison.Ordinal)).ToList();
        Assert.Equal(["AKUT · FJM-1 från Fjällmat (GULD) är akut, och ingen på jourlistan går att nå. Vem tar det?"], alarms);
        Assert.Single(Told(app, Cast.Administrator), words => words.StartsWith("AKUT", StringComparison.Ordinal));
        await app.AdvanceToAsync("2026-12-02 08:00:05");
        Assert.Equal(2, Thread(app).Count(words => words.Contains("ingen på jourlistan går att nå", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task At_night_nobody_is_alerted_until_support_opens()
    {
        await using var app = await StartAsync("2026-12-01 21:40", Cast.Kalle, Cast.Anna);

        await app.AlarmAsync(Cast.Johan, Cry);
        await app.AdvanceToAsync("2026-12-02 07:59:50");
        Assert.DoesNotContain(ToYou, Told(app, Cast.Kalle));
        await app.AdvanceToAsync("2026-12-02 08:00:05");

        Assert.Single(Told(app, Cast.Kalle), ToYou);
        Assert.Contains("Vi söker en tekniker nu", app.AcuteCard(Cast.Johan, "FJM-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alarm_just_before_closing_goes_on_in_the_morning_and_the_customer_is_told()
    {
        await using var app = await StartAsync("2026-12-01 16:55", Cast.Kalle, Cast.Anna);

        await app.AlarmAsync(Cast.Johan, Cry);
        foreach (var at in new[] { "2026-12-01 17:00:02", "2026-12-01 17:06", "2026-12-02 08:04:50" }) await app.AdvanceToAsync(at);

        Assert.Single(Told(app, Cast.Johan), "Supporten har stängt, och ingen hann ta FJM-1. Jag larmar igen i morgon 08:00.");
        Assert.DoesNotContain(ToYou, Told(app, Cast.Anna));
        await app.AdvanceToAsync("2026-12-02 08:05:10");
        Assert.Single(Told(app, Cast.Anna), ToYou);
    }

    [Fact]
    public async Task Where_help_at_any_hour_is_switched_on_the_ladder_counts_minutes_of_the_clock()
    {
        await using var app = await StartWithAsync("2026-12-05 21:40", new() { ["Acute:OutsideHours"] = "true", ["Acute:NextAfterMinutes"] = "3" }, Cast.Kalle, Cast.Anna);

        await app.AlarmAsync(Cast.Johan, Cry);
        Assert.Contains("Larmet är ute och FJM-1 ligger först i kön. Jag säger till så fort någon har tagit det.", Told(app, Cast.Johan));
        Assert.Single(Told(app, Cast.Kalle), ToYou);
        await app.AdvanceToAsync("2026-12-05 21:43:05");

        Assert.Single(Told(app, Cast.Anna), ToYou);
        await app.AdvanceToAsync("2026-12-05 21:46:10");
        Assert.Equal("Ingen har tagit larmet än, så nu har jag larmat hela supporten.", app.LastTo(Cast.Johan).Summary);
    }

    [Theory]
    [InlineData("tickets.calm")]
    [InlineData("tickets.withdraw")]
    public async Task Once_it_is_not_acute_any_more_nobody_else_is_alerted(string verb)
    {
        await using var app = await StartAsync("2026-12-01 13:05", Cast.Kalle, Cast.Anna);
        await app.AlarmAsync(Cast.Johan, Cry);

        await app.SettledAsync(app.Pressing(Cast.Johan, "FJM-1", verb));
        await app.AdvanceToAsync("2026-12-01 13:40");

        Assert.DoesNotContain(ToYou, Told(app, Cast.Anna));
        Assert.DoesNotContain(NextForYou, Told(app, Cast.Johan));
    }

    [Fact]
    public async Task However_often_and_by_however_many_it_is_woken_each_step_happens_once()
    {
        await using var app = await StartAsync("2026-12-01 13:05", Cast.Kalle, Cast.Anna);
        await app.AlarmAsync(Cast.Johan, Cry);
        var ladder = app.Services.GetServices<IWakeUp>().Single(wakeUp => wakeUp.Kind == "acute");

        for (var minute = 6; minute < 30; minute++)
        {
            app.Clock.SetUtcNow(BotApp.InStockholm($"2026-12-01 13:{minute:00}:30"));
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ladder.WakeAsync("c|FJM", "FJM-1", CancellationToken.None)));
            await app.SettleAsync();
        }

        Assert.Single(Told(app, Cast.Kalle), ToYou);
        Assert.Single(Told(app, Cast.Anna), ToYou);
        Assert.Single(Told(app, Cast.Johan), NextForYou);
        Assert.Single(Thread(app), words => words.StartsWith("AKUT · FJM-1 från", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_technician_who_raises_it_is_not_alerted()
    {
        await using var app = await StartAsync("2026-12-01 13:05", Cast.Kalle, Cast.Anna);
        await app.TicketAsync(Cast.Johan, "rapporten saknar rader");

        await app.SettledAsync(app.Pressing(Cast.Kalle, "FJM-1", "tickets.make-acute", ("words", "styrelsen möts om en timme")));

        Assert.DoesNotContain(ToYou, Told(app, Cast.Kalle));
        Assert.Single(Told(app, Cast.Anna), ToYou);
    }

    private static Task<BotApp> StartAsync(string at, params Actor[] order) => StartWithAsync(at, [], order);

    private static async Task<BotApp> StartWithAsync(string at, Dictionary<string, string?> settings, params Actor[] order)
    {
        var app = await BotApp.StartAsync(at, settings: settings);
        foreach (var who in new[] { Cast.Anna, Cast.Kalle, Cast.Administrator }) await app.SayAsync(who, "hej");
        if (order.Length > 0) await app.OnCallAsync(order);
        return app;
    }

    private static List<string> Told(BotApp app, Actor person) => [.. app.ChatOf(person).Select(message => message.Summary)];

    private static List<string> Thread(BotApp app) =>
        [.. app.Channel.Where(message => message.ConversationId == app.AcuteDeskCard("FJM-1").ConversationId).Select(message => message.Summary)];
}
