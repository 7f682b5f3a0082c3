using System.Text.Json.Nodes;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Bot;

/// <summary>A nonce that was never ours is answered with a fresh form, and can never be counted twice or become part of a key.</summary>
public sealed class FormStampTests
{
    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("")]
    public async Task Pressed_twice_it_opens_nothing_and_fails_never(string nonce)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "nytt ärende");
        var press = app.Press(Cast.Maria, app.LastTo(Cast.Maria), "Skicka till supporten", ("what", "tavlan är tom"));
        press["value"]!["action"]!["data"]!["d"] = new JsonObject { ["nonce"] = nonce, ["day"] = "20261127" };

        var answers = new[] { await app.SettledAsync(press), await app.SettledAsync(app.Teams.Invoke(Cast.Maria, "adaptiveCard/action", press["value"]!.DeepClone().AsObject(), Cast.Maria.ChatId)) };

        Assert.All(answers, answer => Assert.Equal(200, answer.StatusCode));
        Assert.All(answers, answer => Assert.Equal("tavlan är tom", answer.Card!["what"]));
        Assert.Empty(await app.Rows.RangeAsync("c|NORD", "t|", "t|~", 10, CancellationToken.None));
    }
}
