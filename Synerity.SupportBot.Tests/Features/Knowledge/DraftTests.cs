using CsCheck;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

public sealed class DraftTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 9, 9, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Move a board between workspaces", "move-a-board-between-workspaces")]
    [InlineData("  What's NEW?  (2026) ", "what-s-new-2026")]
    [InlineData("Ärenden på Åland", "arenden-pa-aland")]
    [InlineData("???", "article-01234567")]
    [InlineData("", "article-01234567")]
    [InlineData("一", "article-01234567")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa bbb", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void The_slug_is_made_of_the_English_title(string title, string slug) => Assert.Equal(slug, Of(new("x", "y", "z"), title).Slug);

    [Fact]
    public void Whatever_the_title_the_slug_is_one() => Gen.String.Sample(title => ArticleReader.SlugPattern().IsMatch(Of(new("x", "y", "z"), title).Slug));

    [Fact]
    public void A_published_draft_is_an_article_like_any_other()
    {
        var draft = Of(new("Så gör man", "Gör så här.", "1. Öppna tavlan.\n2) Tryck.\n- Klart."));

        var article = Read(draft);

        Assert.Equal(("Så gör man", "Gör så här.", new DateOnly(2026, 11, 27)), (article.Title, article.Summary, article.Updated));
        Assert.Equal(["Öppna tavlan.", "Tryck.", "Klart."], article.Steps.Select(step => step.Text));
        Assert.Equal(["some", "words"], article.Keywords);
    }

    [Fact]
    public void There_are_at_most_twelve_steps()
    {
        var draft = Of(new("T", "S", string.Join('\n', Enumerable.Range(1, 30).Select(number => $"{number}. Steg nummer {number}"))));

        Assert.Equal(12, Read(draft).Steps.Count);
    }

    [Theory]
    [InlineData("# Not a heading")]
    [InlineData("## Not a heading")]
    [InlineData("[a link](https://evil.example)")]
    [InlineData("<https://evil.example>")]
    [InlineData("https://evil.example/")]
    [InlineData("[[board-permissions]]")]
    [InlineData("![a picture](https://evil.example/x.png)")]
    [InlineData("**not bold** and *not this* and __nor__ _this_")]
    [InlineData("`code` and ``more``")]
    [InlineData("```")]
    [InlineData("~~~")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<!-- comment -->")]
    [InlineData("&amp; and &lt; and &#65;")]
    [InlineData("a \\ backslash \\# and \\\\ two")]
    [InlineData("---")]
    [InlineData("a | b | c")]
    [InlineData("> a quotation")]
    [InlineData("100) percent")]
    [InlineData("+ plus")]
    [InlineData("[x]: https://evil.example \"title\"")]
    [InlineData("slug: other")]
    [InlineData("ends with a backslash \\")]
    [InlineData("emoji 😀 and ärende")]
    public void What_was_written_stands_there_letter_by_letter(string step)
    {
        var article = Read(Of(new($"T {step}", $"S {step}", $"Före {step}\n{step}\nSist")));

        Assert.Equal(Draft.StepsOf(new("", "", $"Före {step}\n{step}\nSist")), article.Steps.Select(one => one.Text));
        Assert.Equal(($"T {step}", $"S {step}"), (article.Title, article.Summary));
        Assert.Empty(article.Links);
        Assert.Equal(2, article.Sections.Count);
        Assert.All(article.Steps.SelectMany(one => one.Runs), run => Assert.False(run.IsBold));
    }

    [Fact]
    public void A_new_line_in_a_title_begins_nothing_new()
    {
        var article = Read(Of(new("T\n---\n## H", "S\nslug: other\r\naudience: developer", "Ett\u2028två\u0085tre")));

        Assert.Equal(("T --- ## H", "S slug: other audience: developer", Audience.User), (article.Title, article.Summary, article.Audience));
        Assert.Equal(2, article.Sections.Count);
    }

    [Fact]
    public void Hostile_words_stay_words() => Gen.Select(Words, Words, Words.Array[1, 5]).Sample((title, summary, steps) =>
    {
        var draft = Of(new($"T{title}T", $"S{summary}S", string.Join('\n', steps.Select(step => $"x{step}x"))));

        var article = Read(draft);

        Assert.Equal(2, article.Sections.Count);
        Assert.Empty(article.Links);
        Assert.Equal($"T{title}T", article.Title);
        Assert.Equal(steps.Select(step => $"x{step}x"), article.Steps.Select(step => step.Text));
    });

    private static Gen<string> Words { get; } =
        Gen.OneOf("#", "*", "_", "`", "[", "]", "(", ")", "<", ">", "!", "|", "\\", "&", "&amp;", ":", "-", "--", "1.", "~", "+", "=", "\"", "'", "$", "^", "%", "{", "}", "/", "a", " b", "ö", "😀", "http://x.se").Array[0, 20].Select(string.Concat);

    private static Draft Of(DraftText swedish, string english = "English") =>
        new(Id, swedish, new(english, "Summary", "Step"), "some, words", new PersonRef("t", "p"), Now);

    private static Article Read(Draft draft)
    {
        var article = ArticleReader.Read(draft.FileOf(Tongue.Swedish, draft.Slug, Now), Tongue.Swedish, out var problems);
        Assert.Empty(problems);
        return article!;
    }
}
