using CsCheck;
using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Tests.Bot;

public sealed class PlainTextTests
{
    private static readonly string[] Fragments =
        ["<", ">", "/", "<p>", "</p>", "<br/>", "<script>", "</script>", "<!--", "-->", "<a href='x>y'>", "&lt;", "&amp;lt;", "&#0;", "&", ";", "ord", " ", "\n", "\u00a0", "<!", "<?x?>", "</", "<1", "😀"];

    private static readonly Gen<string> Html = Gen.Int[0, Fragments.Length - 1].Select(at => Fragments[at]).Array[0, 40].Select(string.Concat);

    [Fact]
    public void Whatever_is_sent_becomes_tidy_words() => Html.Sample(html =>
    {
        var text = PlainText.Of(html, 4000);

        Assert.DoesNotContain("\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(text.Trim(), text);
    });

    /// <summary>Words without a sign of markup come through as they are.</summary>
    [Fact]
    public void Plain_words_stay() => Gen.String[Gen.Char["abcåäö .,!?()"], 0, 60].Sample(words =>
        Assert.Equal(string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)), PlainText.Of("<p>" + words + "</p>", 4000)));

    [Theory]
    [InlineData("<")]
    [InlineData("<p")]
    [InlineData("<!--")]
    [InlineData("<script>")]
    [InlineData("&amp;")]
    [InlineData("</x>")]
    public void A_quarter_of_a_megabyte_takes_no_time(string part)
    {
        var html = string.Concat(Enumerable.Repeat(part, 262_144 / part.Length));
        var began = TimeProvider.System.GetTimestamp();

        Assert.InRange(PlainText.Of(html, 4000).Length, 0, 40_000);

        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }
}
