using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Knowledge.Model;

/// <summary>The thumbs that Teams shows below an answer of the model.</summary>
public sealed class ThumbTests
{
    [Theory]
    [InlineData("like", 1, 0)]
    [InlineData("dislike", 0, 1)]
    public async Task A_thumb_is_a_verdict_and_is_answered_with_nothing(string reaction, int helped, int not)
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say(ModelApp.Answer);
        await app.AskAsync();
        var shown = app.Shown.Count;

        var answer = await app.ThumbAsync(Cast.Maria, app.Bot.ChatOf(Cast.Maria)[^2].Id, reaction);

        Assert.Equal((200, ""), (answer.Status, answer.Raw));
        Assert.Equal(shown, app.Shown.Count);
        Assert.Equal((helped, not), await app.VerdictsAsync());
        Assert.Equal(not, (await app.GapsAsync()).Count(gap => gap.Reason == GapReason.DidNotHelp));
    }

    [Fact]
    public async Task A_thumb_and_the_button_are_one_verdict()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say(ModelApp.Answer);
        await app.AskAsync();

        await app.ThumbAsync(Cast.Maria, app.Bot.ChatOf(Cast.Maria)[^2].Id, "dislike");
        await app.Bot.PressAsync(Cast.Maria, app.Bot.LastTo(Cast.Maria), "Ja");

        Assert.Equal((1, 0), await app.VerdictsAsync());
    }

    [Theory]
    [InlineData("like", true)]
    [InlineData("love", false)]
    public async Task Only_the_reader_counts_and_only_thumbs(string reaction, bool byAnother)
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say(ModelApp.Answer);
        await app.AskAsync();

        var answer = await app.ThumbAsync(byAnother ? Cast.Lena : Cast.Maria, app.Bot.ChatOf(Cast.Maria)[^2].Id, reaction);

        Assert.Equal((200, ""), (answer.Status, answer.Raw));
        Assert.Equal((0, 0), await app.VerdictsAsync());
    }
}
