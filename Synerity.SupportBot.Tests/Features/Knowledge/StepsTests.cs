using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Knowledge.Search;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

public sealed class StepsTests
{
    private static readonly string[] Six =
    [
        "Open the board.", "Choose the menu.", "Look at the history.", "Check who owns the automation.", "Renew the calendar connection.", "Ask an administrator for the invoice.",
    ];

    [Fact]
    public void Up_to_four_steps_are_all_shown() => Assert.Equal([0, 1, 2, 3], For(Six[..4], "invoice"));

    [Fact]
    public void No_steps_are_none() => Assert.Empty(For([], "invoice"));

    [Fact]
    public void Of_more_those_are_shown_that_speak_of_what_was_asked_in_the_article_s_order() =>
        Assert.Equal([0, 1, 4, 5], For(Six, "the calendar connection and the invoices"));

    [Fact]
    public void When_none_speaks_of_it_the_first_four_are_shown() => Assert.Equal([0, 1, 2, 3], For(Six, "zeppelin"));

    [Theory]
    [InlineData("")]
    [InlineData("\ud800 😀")]
    public void Whatever_is_asked_there_are_four(string question) => Assert.Equal([0, 1, 2, 3], For(Six, question));

    [Fact]
    public void From_every_article_at_most_four_are_shown_in_order()
    {
        var search = new ArticleSearch(new ArticleSet(ManyArticles.BuiltIn));

        Assert.All(ManyArticles.BuiltIn, article => Assert.All(article.Questions, question =>
        {
            var steps = search.StepsFor(article, question);
            Assert.Equal(Math.Min(4, article.Steps.Count), steps.Count);
            Assert.Equal(steps.Distinct().Order(), steps);
        }));
    }

    private static IReadOnlyList<int> For(string[] steps, string question)
    {
        var list = new Block.Steps([.. steps.Select(step => new Paragraph([new Run(step)]))]);
        var article = new Article("a", Tongue.English, "A", "A.", [], [], Audience.User, new DateOnly(2026, 11, 25), steps.Length > 0 ? [new Section("", [list])] : []);
        return new ArticleSearch(new ArticleSet([article])).StepsFor(article, question);
    }
}
