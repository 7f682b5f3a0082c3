using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Desk;

public sealed class ChooseChannelTests
{
    [Fact]
    public async Task Only_an_administrator_chooses_and_only_where_it_is_meant()
    {
        await using var app = await BotApp.StartAsync(withChannel: false);

        await app.MentionAsync(Cast.Anna, "kanal");
        await app.MentionAsync(Cast.Unlisted, "kanal");
        await app.SayAsync(Cast.Administrator, "kanal");
        await app.TicketAsync(Cast.Maria);
        await app.AdvanceToAsync("2026-11-27 10:20");

        Assert.Equal("Det kan bara en administratör göra.", app.Channel[0].Words);
        Assert.StartsWith("Jag svarar bara i privat chatt", app.Channel[1].Words, StringComparison.Ordinal);
        Assert.StartsWith("Skriv det i kanalen", app.LastTo(Cast.Administrator).Words, StringComparison.Ordinal);
        Assert.Equal(2, app.Channel.Count);
    }

    [Fact]
    public async Task What_came_before_a_channel_was_chosen_arrives_once_afterwards_as_it_stands_by_then()
    {
        await using var app = await BotApp.StartAsync(withChannel: false);
        await app.TicketAsync(Cast.Maria);
        await app.TicketAsync(Cast.Sara);
        await app.AdvanceToAsync("2026-11-27 10:20");

        await app.MentionAsync(Cast.Administrator, "kanal");
        await app.AdvanceToAsync("2026-11-27 10:21");
        await app.AdvanceToAsync("2026-11-27 10:22");

        Assert.Equal(3, app.Channel.Count);
        Assert.Contains("Ingen har tagit det", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.Contains("Ingen garanterad svarstid", app.DeskCard("BJORK-1").Words, StringComparison.Ordinal);
        Assert.NotEqual(app.DeskCard("NORD-1").ConversationId, app.DeskCard("BJORK-1").ConversationId);
    }

    [Fact]
    public async Task The_channel_picked_when_an_administrator_installs_the_app_in_a_team_is_taken()
    {
        await using var app = await BotApp.StartAsync(withChannel: false);

        await app.SettledAsync(app.Teams.Installation(Cast.Administrator, channel: Cast.ChannelId));
        await app.TicketAsync(Cast.Maria);

        Assert.StartsWith("Då kommer ärendena hit.", app.Channel[0].Words, StringComparison.Ordinal);
        Assert.StartsWith("NORD-1 ·", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_channel_stays_when_the_app_is_installed_in_another_team()
    {
        await using var app = await BotApp.StartAsync();

        await app.SettledAsync(app.Teams.Installation(Cast.Administrator, channel: "19:other@thread.tacv2"));
        await app.TicketAsync(Cast.Maria);

        Assert.StartsWith("NORD-1 ·", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
    }
}
