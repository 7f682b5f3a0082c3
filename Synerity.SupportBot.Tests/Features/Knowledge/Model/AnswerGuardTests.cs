using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Knowledge.Model;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Features.Knowledge.Model;

/// <summary>What the guard lets through; what it stops is in <see cref="InjectionTests"/>.</summary>
public sealed class AnswerGuardTests
{
    private static readonly IReadOnlyList<Article> Articles = [.. ArticleFolder.Read(ArticleFolder.BuiltIn).Select(file => file.Article).OfType<Article>()];

    /// <summary>A model that keeps to its passage is never stopped, whichever article it is; what masking has changed is not the passage's.</summary>
    [Fact]
    public void What_an_article_says_may_be_said()
    {
        var stopped = from article in Articles
                      let steps = article.Steps.Take(4).Select((step, index) => $"{index + 1}. {step.Text} [1]")
                      let answer = string.Join('\n', steps.Prepend(article.Summary + " [1]"))
                      where Masking.Mask(answer) == answer && answer.Length <= AnswerGuard.MostText
                      let breach = Guard(article).CheckWhole(answer)
                      where breach != Breach.None
                      select $"{article.Slug} {article.Tongue}: {breach}";

        Assert.Empty(stopped);
    }

    [Theory]
    [InlineData("Du ser vem som har ändrat värdet i aktivitetsloggen, som du öppnar från tavlan. [1]")]
    [InlineData("Återställ det som är raderat från papperskorgen inom 30 dagar. [1]")]
    [InlineData("Följ stegen nedan. [1]\n1. Öppna raden. [1]\n2. Välj fliken med aktivitetslogg [1].")]
    public void Other_words_for_the_same_may_be_said(string answer) =>
        Assert.Equal(Breach.None, Guard(Articles.Single(article => article is { Slug: "activity-log", Tongue: Tongue.Swedish })).CheckWhole(answer));

    [Theory]
    [InlineData("Öppna tavlan. Välj rad", "Öppna tavlan.")]
    [InlineData("1. Öppna ta", "")]
    [InlineData("Öppna tavlan. [1]\n1. Välj", "Öppna tavlan. [1]")]
    [InlineData("Öppna monday.com och", "")]
    [InlineData("Öppna", "")]
    public void Only_whole_sentences_are_shown(string soFar, string shown) => Assert.Equal(shown, soFar[..Sentences.CompleteLength(soFar)]);

    [Fact]
    public void Markdown_in_the_words_means_nothing_but_itself() =>
        Assert.Equal("a\\*b\\_c \\# [1]\n\n1. d", GuardedText.Escaped("a*b_c # [1]\n1. d"));

    private static AnswerGuard Guard(Article article) => new([.. Passage.Of(new(article, article.Tongue, [], [])).Select(passage => passage.Text)], article.Tongue);
}
