using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>monday.com has the ball, and support watches over it.</summary>
public sealed class WaitForVendorTests
{
    private const string FollowUp = "NORD-1 ska följas upp hos monday.com i dag.";

    [Fact]
    public async Task Both_sides_see_it_and_the_clock_runs_on()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var sent = app.ChatOf(Cast.Maria).Count;

        await WaitAsync(app, Cast.Anna, "2026-12-01");

        Assert.Contains(
            "\nVäntar på monday.com\nAnna Berg bevakar det.\nSvar senast måndag 30 november 09:09\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("\nVäntar på monday.com\nAnna Berg har det · följs upp tisdag 1 december\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal(sent, app.ChatOf(Cast.Maria).Count);
        await app.AdvanceToAsync("2026-11-27 16:30");
        await app.SayAsync(Cast.Maria, "hur går det");
        Assert.StartsWith("NORD-1 väntar på monday.com. Anna Berg bevakar det. Du får svar senast måndag 30 november 09:09.", app.ChatOf(Cast.Maria)[^2].Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-01 08:00")]
    [InlineData("2026-12-05", "2026-12-07 08:00")] // a Saturday
    public async Task The_technician_is_reminded_once_at_the_opening_of_that_day(string day, string at)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Jag har frågat monday.com.");
        await WaitAsync(app, Cast.Anna, day);

        app.Clock.SetUtcNow(BotApp.InStockholm(at).AddSeconds(-1));
        await app.SettleAsync();
        Assert.Empty(Told(app));
        foreach (var later in new[] { 1, 3600, 86_400 })
        {
            app.Clock.SetUtcNow(BotApp.InStockholm(at).AddSeconds(later));
            await app.SettleAsync();
        }

        Assert.Equal($"{FollowUp}\nAutomationen på Inköp mejlar två gånger\nSvara\nmonday.com har svarat", Assert.Single(Told(app)).Words);
    }

    [Fact]
    public async Task Another_day_replaces_the_first_and_none_reminds_of_nothing()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await WaitAsync(app, Cast.Anna, "2026-12-01");

        await WaitAsync(app, Cast.Kalle, "");
        await app.AdvanceToAsync("2026-12-01 12:00");

        Assert.Empty(Told(app));
        Assert.Contains("\nAnna Berg har det · ingen uppföljning bestämd\n", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_of_theirs_or_of_ours_ends_it_and_nobody_is_reminded(bool theirs)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Anna, "hej");
        await app.TicketAsync(Cast.Maria);
        await WaitAsync(app, Cast.Anna, "2026-12-01");

        if (theirs) await app.PressAsync(Cast.Kalle, app.DeskCard("NORD-1"), "monday.com har svarat");
        else await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "De har rättat det nu.");
        await app.AdvanceToAsync("2026-12-01 12:00");

        Assert.Contains("\nAnna Berg jobbar med det\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
        Assert.DoesNotContain("monday.com har svarat", app.DeskCard("NORD-1").Card!.Buttons);
        Assert.Empty(Told(app));
    }

    [Fact]
    public async Task What_the_customer_writes_reaches_the_technician_and_it_waits_on()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await WaitAsync(app, Cast.Anna, "");

        await app.SayAsync(Cast.Maria, "nu gäller det lagret också", quoting: app.TicketCard(Cast.Maria, "NORD-1"));

        Assert.Equal("Maria Ek skriver på NORD-1:\nnu gäller det lagret också\nSvara", app.LastTo(Cast.Anna).Words);
        Assert.Contains("\nVäntar på monday.com\n", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-27")]
    [InlineData("2027-11-29")]
    [InlineData("i morgon")]
    public async Task Only_a_later_day_can_be_chosen(string day)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Vänta på monday.com");

        var again = await app.SubmitAsync(Cast.Anna, dialog, "Vänta på monday.com", ("day", day));

        Assert.Equal("⚠ Välj en dag efter i dag, högst ett år fram.", again.Card!.ErrorBeside("day"));
        Assert.Contains("Ingen har tagit det", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    private static async Task WaitAsync(BotApp app, Actor technician, string day)
    {
        var dialog = await app.PressAsync(technician, app.DeskCard("NORD-1"), "Vänta på monday.com");
        await app.SubmitAsync(technician, dialog, "Vänta på monday.com", ("day", day));
    }

    private static List<Message> Told(BotApp app) => [.. app.ChatOf(Cast.Anna).Where(message => message.Words.StartsWith(FollowUp, StringComparison.Ordinal))];
}
