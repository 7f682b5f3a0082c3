using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Every card, parsed and drawn by Microsoft's renderer. <c>CARD_SHEETS=folder</c> leaves pictures there to look at.</summary>
public sealed class CardDrawingTests(CardBrowser browser) : IClassFixture<CardBrowser>
{
    [Theory]
    [InlineData(320, "default", Tongue.Swedish)]
    [InlineData(320, "default", Tongue.English)]
    [InlineData(320, "dark", Tongue.Swedish)]
    [InlineData(600, "default", Tongue.English)]
    [InlineData(600, "dark", Tongue.Swedish)]
    [InlineData(600, "contrast", Tongue.Swedish)]
    public async Task Cards_parse_and_fit_and_name_their_inputs_and_buttons(int width, string theme, Tongue tongue)
    {
        var cards = await CardsAsync(Cast.Plain, tongue);

        var drawn = await browser.DrawAsync(cards, width, theme);
        await PictureAsync(cards, width, theme, tongue);

        Assert.Equal(cards.Count, drawn.Count);
        Assert.Empty(drawn.SelectMany(card => card.Events.Concat(card.TooWide).Select(what => $"{card.Name}: {what}")));
        Assert.Empty(drawn.SelectMany(card => card.Unlabelled.Select(input => $"{card.Name}: {input} has no label")));
        Assert.Empty(drawn.Where(card => card.Untitled > 0).Select(card => card.Name));
        Assert.Empty(drawn.Where(card => card.Text.Contains("undefined", StringComparison.Ordinal) || card.Text.Contains("[object", StringComparison.Ordinal)).Select(card => card.Name));
    }

    /// <summary>So that the tests above can fail.</summary>
    [Theory]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"what"}]}""", "unlabelled")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlok","text":"hej"}]}""", "events")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"hej","size":"huge"}]}""", "events")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"**hej**"}]}""", "markup")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"ColumnSet","columns":[{"type":"Column","width":"500px","items":[{"type":"TextBlock","text":"hej"}]}]}]}""", "wide")]
    [InlineData("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"en rad som inte får bryta och därför klipps av där kortet tar slut"}]}""", "wide")]
    public async Task What_is_wrong_with_a_card_is_found(string json, string expected)
    {
        var card = Assert.Single(await browser.DrawAsync([("wrong", json)], 320, "default"));

        var found = string.Join(' ', new[]
        {
            card.Events.Count > 0 ? "events" : "", card.Unlabelled.Count > 0 ? "unlabelled" : "", card.TooWide.Count > 0 ? "wide" : "", card.Markup.Length > 0 ? "markup" : "",
        }.Where(word => word.Length > 0));
        Assert.Equal(expected, found);
    }

    internal static async Task<IReadOnlyList<(string Name, string Json)>> CardsAsync(Cast cast, Tongue tongue)
    {
        var cards = new List<(string, string)>();
        foreach (var sample in CardCatalogue.All)
        {
            if ((await sample.ShowAsync(cast, tongue)).Card is { } card) cards.Add((sample.Name, JsonOf(sample.Name, card)));
        }

        return cards;
    }

    private static string JsonOf(string name, AdaptiveCard card)
    {
        try
        {
            return CardJson.ToJson(card).GetRawText();
        }
        catch (InvalidOperationException tooBig)
        {
            throw new InvalidOperationException($"{name}: {tooBig.Message}", tooBig);
        }
    }

    private async Task PictureAsync(IReadOnlyList<(string Name, string Json)> cards, int width, string theme, Tongue tongue)
    {
        if (Environment.GetEnvironmentVariable("CARD_SHEETS") is not { Length: > 0 } folder) return;
        foreach (var (sheet, some) in cards.Chunk(16).Index())
        {
            await browser.DrawAsync(some, width, theme);
            await browser.SaveAsync(Path.Combine(folder, $"{width}-{theme}-{tongue.Suffix()}-{sheet + 1}.png"));
        }
    }
}
