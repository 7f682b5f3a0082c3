using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

public sealed class GapGroupsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 9, 0, TimeSpan.Zero);
    private static readonly Shelf Shelf = ArticleFolder.Shelve(null);

    [Fact]
    public void No_gaps_are_no_groups() => Assert.Empty(GapGroups.Of([], Shelf));

    [Fact]
    public void Questions_that_tried_the_same_article_are_one_group_under_its_title()
    {
        var groups = GapGroups.Of([Tried("api-token", "one thing", 0), Tried("api-token", "quite another", 1), Tried("subitems", "a third", 2)], Shelf);

        Assert.Equal([("api-token", 2), ("subitems", 1)], groups.Select(group => (group.Article!.Slug, group.Gaps.Count)));
        Assert.Equal("one thing", groups[0].Newest.Question);
    }

    [Fact]
    public void Questions_with_mostly_the_same_telling_words_are_one_group()
    {
        var groups = GapGroups.Of(
            [Abstained("Kan man faktura på zeppelinaren?", 0), Abstained("hur tvättar man en giraff", 1), Abstained("faktura för zeppelinare", 2)], Shelf);

        Assert.Equal([2, 1], groups.Select(group => group.Gaps.Count));
        Assert.Equal("Kan man faktura på zeppelinaren?", groups[0].Newest.Question);
        Assert.All(groups, group => Assert.Null(group.Article));
    }

    [Fact]
    public void Of_groups_of_one_size_the_one_asked_last_comes_first()
    {
        var groups = GapGroups.Of([Abstained("giraffer", 0), Tried("api-token", "x", 1), Abstained("zeppelinare", 2)], Shelf);

        Assert.Equal(["giraffer", "x", "zeppelinare"], groups.Select(group => group.Newest.Question));
    }

    [Fact]
    public void An_article_that_is_gone_still_makes_a_group()
    {
        var group = Assert.Single(GapGroups.Of([Tried("long-gone", "what now", 0)], Shelf));

        Assert.Null(group.Article);
    }

    [Theory]
    [InlineData("")]
    [InlineData("och att det är")]
    [InlineData("\ud800")]
    public void Questions_that_say_nothing_are_a_group_of_their_own(string question)
    {
        var groups = GapGroups.Of([Abstained(question, 0), Abstained("giraffer", 1), Abstained("?", 2)], Shelf);

        Assert.Equal([2, 1], groups.Select(group => group.Gaps.Count));
    }

    [Fact]
    public void No_gap_is_lost_and_none_is_counted_twice()
    {
        var gaps = ManyArticles.Questions(300).Select((asked, minute) => minute % 3 == 0 ? Tried("api-token", asked.Question, minute) : Abstained(asked.Question, minute)).ToList();

        var grouped = GapGroups.Of(gaps, Shelf).SelectMany(group => group.Gaps).ToList();

        Assert.Equal(gaps.OrderBy(gap => gap.At), grouped.OrderBy(gap => gap.At));
    }

    private static Gap Tried(string slug, string question, int minutesAgo) => new(GapReason.DidNotHelp, question, Tongue.Swedish, "NORD", new PersonRef("t", "p"), Now.AddMinutes(-minutesAgo), slug);

    private static Gap Abstained(string question, int minutesAgo) => new(GapReason.Abstained, question, Tongue.Swedish, "NORD", new PersonRef("t", "p"), Now.AddMinutes(-minutesAgo));
}
