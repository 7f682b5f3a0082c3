using CsCheck;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Whatever people write, a card shows it and does nothing else with it.</summary>
public sealed class HostileWordsTests(CardBrowser browser) : IClassFixture<CardBrowser>
{
    private static readonly string[] Fragments =
    [
        "**bold**", "*x*", "_y_", "~~gone~~", "`code`", "# heading", "\n\n# heading", "\n- item", "\n1. item", "\n> quote", "\n\n    code", "\n---\n", "1) a", "+ b",
        "[link](https://evil.example)", "![picture](https://evil.example/x.png)", "<https://evil.example>", "https://evil.example", "www.evil.example",
        "<b>bold</b>", "<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "<at>Anna</at>", "</div>", "&amp;", "&lt;b&gt;", "&#42;", "\\*", "\\", "{{DATE(2026-01-01T00:00:00Z)}}",
        "${title}", "|a|b|\n|-|-|", "\u202Egnp.exe", "\u2066", "a\u200Bb", "\uFEFF", "e\u0301\u0301\u0301", "👩‍👩‍👧", "åäö", " ", "\t", "\r", "'\"", new string('W', 70), "Donaudampfschifffahrtsgesellschaft",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Fragments.Length - 1].Select(at => Fragments[at]).Array[1, 5].Select(parts => "x" + string.Concat(parts));

    private static readonly Gen<Cast> Casts = Gen.Select(Words, Words, Words, Words).Select(Words, Words, Words, Words)
        .Select((some, what, link, affected, written) => new Cast(some.Item1, some.Item2, some.Item4, some.Item3, what, link, affected, written, some.Item4, what, written, affected, link) { Follower = some.Item3 });

    [Theory]
    [InlineData(Tongue.Swedish)]
    [InlineData(Tongue.English)]
    public async Task No_link_emphasis_or_picture_comes_out_of_what_people_wrote(Tongue tongue)
    {
        var plain = (await browser.DrawAsync(await CardDrawingTests.CardsAsync(Cast.Plain, tongue), 320, "default")).ToDictionary(card => card.Name, card => card.Markup);

        await Casts.SampleAsync(
            async cast =>
            {
                foreach (var card in await browser.DrawAsync(await CardDrawingTests.CardsAsync(cast, tongue), 320, "default"))
                {
                    Assert.Equal($"{card.Name}: {plain[card.Name]}", $"{card.Name}: {card.Markup}");
                    Assert.Empty(card.Events);
                    Assert.True(card.TooWide.Count == 0, $"{card.Name} is too wide: {string.Join("; ", card.TooWide)}");
                }
            },
            iter: 25,
            threads: 1);
    }

    /// <summary>The longest that forms and messages let through, of signs that take the most room.</summary>
    [Theory]
    [InlineData("W")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\n")]
    [InlineData("<")]
    [InlineData("😀")]
    [InlineData("\u00A0")]
    [InlineData("\uE000")]
    public async Task The_longest_texts_still_fit_on_every_card(string sign)
    {
        string Long(int length) => "x" + string.Concat(Enumerable.Repeat(sign, (length - 2) / sign.Length)) + "x";
        var cast = new Cast(Long(60), Long(60), Long(60), Long(200), Long(4000), "https://" + Long(490), Long(500), Long(4000), Long(4000), Long(1000), Long(1000), Long(1000), Long(4000)) { Follower = Long(60) };

        var cards = await CardDrawingTests.CardsAsync(cast, Tongue.Swedish);

        Assert.All(cards, card => Assert.InRange(card.Json.Length * 2, 1, CardJson.MaxBytes));
    }

    [Fact]
    public void Nothing_is_escaped_that_JSON_lets_stand_and_everything_reads_back()
    {
        const string words = "😀 \\ud83d\\ude00 \\\"\\ å \u2028 \u00A0 \uE000 \u0001 \uFFFF \\\\u0041";

        var json = CardJson.ToJson(new AdaptiveCard([new TextBlock(words)]));

        Assert.Equal(words, json.GetProperty("body")[0].GetProperty("text").GetString());
        Assert.Contains("😀", json.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("\\u00A0", json.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }
}
