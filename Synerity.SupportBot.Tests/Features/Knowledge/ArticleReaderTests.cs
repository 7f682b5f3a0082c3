using CsCheck;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

public sealed class ArticleReaderTests
{
    private const string Front = "slug: api-token\ntitle: A title\nsummary: A sentence.\nkeywords: key, secret word\nquestions:\n  - where is my key\n  - what: a colon\naudience: admin\nupdated: 2026-11-25";
    private const string Body = "## What to do\n1. First.\n2. **Then** second.\n";

    [Fact]
    public void Front_matter_says_what_an_article_is_about()
    {
        var article = Read(Front, Body);

        Assert.Equal(("api-token", Tongue.English, "A title", "A sentence."), (article.Slug, article.Tongue, article.Title, article.Summary));
        Assert.Equal((Audience.Admin, new DateOnly(2026, 11, 25)), (article.Audience, article.Updated));
        Assert.Equal(["key", "secret word"], article.Keywords);
        Assert.Equal(["where is my key", "what: a colon"], article.Questions);
    }

    [Fact]
    public void An_article_needs_neither_keywords_nor_questions()
    {
        var article = Read("slug: a\ntitle: A\nsummary: S\naudience: user\nupdated: 2026-11-25", Body);

        Assert.Empty(article.Keywords);
        Assert.Empty(article.Questions);
    }

    [Fact]
    public void Lines_may_end_as_on_Windows()
    {
        var article = ArticleReader.Read($"---\n{Front}\n---\n{Body}".Replace("\n", "\r\n", StringComparison.Ordinal), Tongue.Swedish, out var problems);

        Assert.Empty(problems);
        Assert.Equal(["First.", "Then second."], article!.Steps.Select(step => step.Text));
    }

    [Fact]
    public void The_first_numbered_list_is_what_to_do_whatever_stands_before_it()
    {
        var article = Read(Front, "## Why\nBecause.\n\n- a point\n\n## What to do\nLike this:\n\n1. Open it.\n2. Close it.\n\n## Other\n1. Not this.\n");

        Assert.Equal(["Open it.", "Close it."], article.Steps.Select(step => step.Text));
        Assert.Equal(["Why", "What to do", "Other"], article.Sections.Select(section => section.Heading));
        Assert.Equal(["a point"], article.Sections[0].Blocks.OfType<Block.Points>().Single().Items.Select(item => item.Text));
        Assert.Equal("Because.", article.Sections[0].Blocks.OfType<Block.Prose>().Single().Paragraph.Text);
    }

    [Fact]
    public void Two_stars_are_bold_and_one_is_not()
    {
        var runs = Read(Front, "## H\n1. Press **the bold one** and *not this*.\n").Steps[0].Runs;

        Assert.Equal(["the bold one"], runs.Where(run => run.IsBold).Select(run => run.Text));
        Assert.Equal("Press the bold one and not this.", string.Concat(runs.Select(run => run.Text)));
    }

    [Fact]
    public void A_slug_in_double_brackets_is_a_link_and_nothing_else_is()
    {
        var article = Read(Front, "## H\n1. See [[board-permissions]] and **[[ sso-login-problem ]]**.\n2. [Elsewhere](https://example.com), `[x]` and [y].\n");

        Assert.Equal(["board-permissions", "sso-login-problem"], article.Links);
        Assert.Equal("See board-permissions and sso-login-problem.", article.Steps[0].Text);
        Assert.Equal("Elsewhere, [x] and [y].", article.Steps[1].Text);
    }

    [Fact]
    public void Several_lines_of_a_paragraph_are_one()
    {
        var article = Read(Front, "## H\nOne\ntwo.\n\n1. Three\n   four.\n");

        Assert.Equal("One two.", article.Sections[0].All.First().Text);
        Assert.Equal("Three four.", article.Steps[0].Text);
    }

    [Theory]
    [InlineData("slug: api-token\n", "", "slug is missing.")]
    [InlineData("title: A title", "title:", "title is missing.")]
    [InlineData("summary: A sentence.", "", "summary is missing.")]
    [InlineData("audience: admin", "", "audience is missing.")]
    [InlineData("updated: 2026-11-25", "", "updated is missing.")]
    [InlineData("slug: api-token", "slug: Api-Token", "slug must be lower-case letters, digits and hyphens.")]
    [InlineData("slug: api-token", "slug: ../secret", "slug must be lower-case letters, digits and hyphens.")]
    [InlineData("slug: api-token", "slug: a--b", "slug must be lower-case letters, digits and hyphens.")]
    [InlineData("audience: admin", "audience: everyone", "audience must be user, admin or developer.")]
    [InlineData("audience: admin", "audience: 7", "audience must be user, admin or developer.")]
    [InlineData("updated: 2026-11-25", "updated: 25/11 2026", "updated must be a date, yyyy-MM-dd.")]
    [InlineData("updated: 2026-11-25", "updated: 2026-02-30", "updated must be a date, yyyy-MM-dd.")]
    [InlineData("audience: admin", "audience: admin\nauthor: me", "The front matter has a line that nobody reads: author: me")]
    [InlineData("audience: admin", "audience: user,admin", "audience must be user, admin or developer.")]
    [InlineData("audience: admin", "audience: admin\nauthors:\n  - me", "The front matter has a line that nobody reads: - me")]
    [InlineData("audience: admin", "audience: admin\nwhatever", "The front matter has a line that nobody reads: whatever")]
    public void What_is_wrong_with_the_front_matter_is_said(string from, string to, string problem)
    {
        var article = ArticleReader.Read($"---\n{Front.Replace(from, to, StringComparison.Ordinal)}\n---\n{Body}", Tongue.English, out var problems);

        Assert.Null(article);
        Assert.Contains(problem, problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("## Heading\n1. Step\n")]
    [InlineData("---\nslug: a\n")]
    [InlineData("\n---\nslug: a\n---\n")]
    public void Without_front_matter_it_is_no_article(string text)
    {
        var article = ArticleReader.Read(text, Tongue.English, out var problems);

        Assert.Null(article);
        Assert.Equal(["It must begin with front matter between two lines of ---."], problems);
    }

    [Theory]
    [InlineData("")]
    [InlineData("## Only a heading\n")]
    public void An_article_says_something(string body)
    {
        Assert.Equal(["It has no section: a line that begins with ## and text below it."], Problems(Front, body));
    }

    [Theory]
    [InlineData("title: A title", "title: ", 120, "title is longer than 120 characters.")]
    [InlineData("summary: A sentence.", "summary: ", 300, "summary is longer than 300 characters.")]
    public void What_is_said_in_one_breath_has_a_limit(string from, string name, int most, string problem)
    {
        string With(int length) => Front.Replace(from, name + new string('x', length), StringComparison.Ordinal);

        Assert.Empty(Problems(With(most), Body));
        Assert.Equal([problem], Problems(With(most + 1), Body));
    }

    [Fact]
    public void A_step_has_a_limit()
    {
        Assert.Empty(Problems(Front, $"## H\n1. {new string('x', 400)}\n"));
        Assert.Equal(["A step is longer than 400 characters."], Problems(Front, $"## H\n1. {new string('x', 401)}\n"));
    }

    [Fact]
    public void A_whole_article_fits_a_card()
    {
        string Paragraphs(int count, int length) => "## H\n" + string.Concat(Enumerable.Repeat(new string('x', length) + "\n\n", count));

        Assert.Empty(Problems(Front, Paragraphs(40, 112)));
        Assert.Equal(["It has more than 40 paragraphs and list items; make two articles of it."], Problems(Front, Paragraphs(41, 10)));
        Assert.Equal(["It is longer than 4500 characters; make two articles of it."], Problems(Front, Paragraphs(9, 501)));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        var problems = Problems("slug: API\ntitle: A", "");

        Assert.Equal(7, problems.Count);
    }

    [Fact]
    public void No_text_makes_it_throw() => Gen.Frequency(
            (1, Gen.String), (3, Gen.OneOf("---\n", "## ", "1. ", "- ", "[[", "]]", "**", "`", "<", "slug: a\n", "title: ", "questions:\n", "\n", "\r", "\ud800", "😀", "> ", "|", "\0").Array[0, 40].Select(string.Concat)))
        .Sample(text =>
        {
            foreach (var written in new[] { text, $"---\n{text}\n---\n{text}", $"---\n{Front}\n---\n{text}" })
            {
                var article = ArticleReader.Read(written, Tongue.Swedish, out var problems);
                if (article is null == (problems.Count == 0)) return false;
            }

            return true;
        });

    private static Article Read(string front, string body)
    {
        var article = ArticleReader.Read($"---\n{front}\n---\n{body}", Tongue.English, out var problems);
        Assert.Empty(problems);
        return article!;
    }

    private static IReadOnlyList<string> Problems(string front, string body)
    {
        _ = ArticleReader.Read($"---\n{front}\n---\n{body}", Tongue.English, out var problems);
        return problems;
    }
}
