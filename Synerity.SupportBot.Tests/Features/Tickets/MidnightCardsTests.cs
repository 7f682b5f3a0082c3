using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>A card that stands over midnight never calls yesterday today.</summary>
public sealed class MidnightCardsTests
{
    [Fact]
    public async Task Both_cards_tell_the_day_as_it_is_when_they_are_read()
    {
        await using var app = await BotApp.StartAsync("2026-11-25 10:08");
        var card = await app.TicketAsync(Cast.Maria);
        await app.AnswerAsync(Cast.Anna, app.DeskCard("NORD-1"), "Jag tittar.");

        var read = new List<string>();
        foreach (var day in (string[])["2026-11-25 23:59", "2026-11-26 00:00:02", "2026-11-27 00:00:02", "2026-11-28 00:00:02"])
        {
            await app.AdvanceToAsync(day);
            read.Add(app.ChatOf(Cast.Maria).Single(message => message.Id == card.Id).Words.Split('\n').Single(line => line.StartsWith("Första svar", StringComparison.Ordinal)));
        }

        Assert.Equal(
            ["Första svar i dag 10:08, i tid", "Första svar i går 10:08, i tid", "Första svar onsdag 25 november 10:08, i tid", "Första svar onsdag 25 november 10:08, i tid"], read);
        Assert.Contains("Besvarat onsdag 25 november 10:08, i tid", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_promise_of_an_unanswered_ticket_stays_right_and_nobody_is_alerted()
    {
        await using var app = await BotApp.StartAsync("2026-11-26 16:00");
        await app.TicketAsync(Cast.Maria);
        var messages = (app.Channel.Count, app.ChatOf(Cast.Maria).Count);

        await app.AdvanceToAsync("2026-11-27 00:00:03");

        Assert.Contains("Svar senast i dag 15:00", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Equal(messages, (app.Channel.Count, app.ChatOf(Cast.Maria).Count));
    }

    [Fact]
    public async Task A_reader_in_another_zone_has_midnights_of_their_own()
    {
        await using var app = await BotApp.StartAsync("2026-11-26 16:00");
        var james = Cast.Edward with { Zone = "America/New_York" };
        var card = await app.TicketAsync(james);

        await app.AdvanceToAsync("2026-11-27 00:00:03");
        var evening = Line();
        await app.AdvanceToAsync("2026-11-27 06:00:03");

        Assert.Equal("Answer by tomorrow 09:00", evening);
        Assert.Equal("Answer by today 09:00", Line());

        string Line() => app.ChatOf(james).Single(message => message.Id == card.Id).Words.Split('\n').Single(line => line.StartsWith("Answer by", StringComparison.Ordinal));
    }
}
