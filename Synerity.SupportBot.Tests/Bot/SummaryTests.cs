using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Tests.Cards;
using Synerity.SupportBot.Tests.Support;
using Cast = Synerity.SupportBot.Tests.Support.Cast;

namespace Synerity.SupportBot.Tests.Bot;

/// <summary>What a notification shows of a card says what the card is (design §4).</summary>
public sealed class SummaryTests
{
    public static IEnumerable<object[]> Names => CardCatalogue.Names;

    [Theory]
    [InlineData("mina ärenden", "Mina öppna ärenden")]
    [InlineData("språk", "Vilket språk vill du läsa?")]
    [InlineData("hjälp", "Det här kan du skriva")]
    [InlineData("mina ärnden", "Menade du \"mina ärenden\"?")]
    [InlineData("avtal", "Ert avtal")]
    public async Task An_answer_that_is_only_a_card_is_announced_by_what_stands_first_on_it(string asked, string announced)
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        await app.TicketAsync(Cast.Maria);

        await app.SayAsync(Cast.Maria, asked);

        Assert.Equal(announced, app.LastTo(Cast.Maria).Summary);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_card_has_something_to_be_announced_by(string name, Tongue tongue)
    {
        var shown = await CardCatalogue.Of(name).ShowAsync(Tests.Cards.Cast.Plain, tongue);

        if (shown is { Says: null, Card: { } card }) Assert.False(string.IsNullOrWhiteSpace(FirstWords.Of(card)));
    }
}
