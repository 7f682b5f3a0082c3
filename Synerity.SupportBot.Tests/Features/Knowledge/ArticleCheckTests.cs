using System.Text.RegularExpressions;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

public sealed partial class ArticleCheckTests : IDisposable
{
    private const string Slugs =
        """
        automation-not-running runaway-mail-loop automation-action-limit duplicate-items-created date-reminder-not-sent
        not-receiving-notifications too-many-notifications email-to-board outlook-integration-auth teams-integration
        restore-deleted-item archive-board board-permissions column-permissions connect-boards-mirror formula-column-error import-excel
        export-to-excel subitems view-filter-missing-items slow-board activity-log
        invite-users-guests sso-login-problem two-factor-password-reset deactivate-user-transfer-ownership user-roles-seats language-timezone
        dashboard-wrong-numbers share-dashboard-report time-tracking workform-not-submitting form-conditional-questions calendar-sync mobile-app-sync
        ticket-routing service-desk-sla-column customer-portal
        api-token webhook-not-firing api-rate-limit
        record-your-screen support-hours-contact agreement-levels acute-incident feature-request escalation webinars monthly-report consulting
        """;

    private static readonly IReadOnlyList<Article> BuiltIn = ManyArticles.BuiltIn;
    private readonly TestFolder _folder = new();

    public static TheoryData<string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string>();
            foreach (var article in BuiltIn) files.Add(ArticleFolder.NameOf(article.Tongue), article.Slug);
            return files;
        }
    }

    [Fact]
    public void Articles_in_both_languages_that_refer_to_each_other_are_fine()
    {
        _folder.AddBoth("one", text: "See [[two]].").AddBoth("two");

        Assert.Empty(ArticleCheck.Of(_folder.Files));
    }

    [Fact]
    public void A_missing_translation_is_found()
    {
        _folder.AddBoth("one").Add("sv", "two").Add("en", "three");

        Assert.Equal([new("en/three.md", "There is no Swedish translation."), new("sv/two.md", "There is no English translation.")], ArticleCheck.Of(_folder.Files));
    }

    [Fact]
    public void A_slug_that_another_file_has_is_found()
    {
        _folder.AddBoth("one").Add("sv", "one", file: "two");

        var findings = ArticleCheck.Of(_folder.Files);

        Assert.Equal([new("sv/two.md", "slug is one, but the file is called two.md."), new("sv/two.md", "The slug one is already that of sv/one.md.")], findings);
    }

    [Fact]
    public void A_broken_link_is_found_once_a_file()
    {
        _folder.AddBoth("one", text: "See [[two]] or [[two]].");

        Assert.Equal([new("en/one.md", "It links to two, which does not exist."), new("sv/one.md", "It links to two, which does not exist.")], ArticleCheck.Of(_folder.Files));
    }

    [Fact]
    public void A_file_that_is_not_called_as_its_slug_is_found()
    {
        _folder.Add("sv", "one", file: "ett").Add("en", "one");

        Assert.Equal([new("sv/ett.md", "slug is one, but the file is called ett.md.")], ArticleCheck.Of(_folder.Files));
    }

    [Fact]
    public void An_article_without_steps_is_found()
    {
        _folder.AddBoth("one").Add("sv", "two", steps: "- just a point").Add("en", "two");

        Assert.Equal([new("sv/two.md", "It has no numbered steps to show in the chat.")], ArticleCheck.Of(_folder.Files));
    }

    [Fact]
    public void A_file_that_is_no_article_is_found()
    {
        _folder.AddBoth("one").AddText("sv", "two", "Hej");

        Assert.Equal([new("sv/two.md", "It must begin with front matter between two lines of ---.")], ArticleCheck.Of(_folder.Files));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_a_finding_and_not_a_fault()
    {
        _folder.AddBoth("one");
        File.WriteAllBytes(Path.Combine(_folder.Path, "sv", "bytes.md"), [0xff, 0xfe, 0x00, 0xd8, 0x80]);

        Assert.Equal("sv/bytes.md", Assert.Single(ArticleCheck.Of(_folder.Files)).Where);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_finding_and_not_a_fault()
    {
        _folder.AddBoth("one");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "sv", "gone.md"), Path.Combine(_folder.Path, "nowhere"));

        Assert.Equal([new("sv/gone.md", "It cannot be read just now.")], ArticleCheck.Of(_folder.Files));
        Assert.NotEmpty(ArticleFolder.Signature(_folder.Path));
    }

    [Fact]
    public void Nothing_is_wrong_with_the_program_s_own_articles() => Assert.Empty(ArticleCheck.Of(ArticleFolder.Read(ArticleFolder.BuiltIn)));

    [Theory]
    [InlineData(Tongue.Swedish)]
    [InlineData(Tongue.English)]
    public void Every_topic_has_its_article_in_both_languages(Tongue tongue)
    {
        var expected = Slugs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

        Assert.Equal(expected, BuiltIn.Where(article => article.Tongue == tongue).Select(article => article.Slug).Order(StringComparer.Ordinal));
        Assert.Equal(50, expected.Count());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_article_is_short_enough_to_read_and_is_asked_for_in_many_ways(string language, string slug)
    {
        var article = BuiltIn.Single(article => article.Slug == slug && ArticleFolder.NameOf(article.Tongue) == language);

        var words = article.Sections.Sum(section => Words(section.Heading) + section.All.Sum(paragraph => Words(paragraph.Text)));

        Assert.InRange(words, 150, 420);
        Assert.InRange(article.Questions.Distinct(StringComparer.OrdinalIgnoreCase).Count(), 20, 80);
        Assert.InRange(article.Steps.Count, 3, 10);
        Assert.All(article.Steps, step => Assert.InRange(step.Text.Length, 10, 200));
        Assert.Equal(article.Questions.Count, article.Questions.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    /// <summary>A question that belongs to two articles teaches nothing.</summary>
    [Theory]
    [InlineData(Tongue.Swedish)]
    [InlineData(Tongue.English)]
    public void No_question_stands_in_two_articles(Tongue tongue) => Assert.Empty(
        BuiltIn.Where(article => article.Tongue == tongue).SelectMany(article => article.Questions)
            .GroupBy(question => question.Trim(' ', '?', '.', '!').ToLowerInvariant()).Where(same => same.Count() > 1).Select(same => same.Key));

    /// <summary>What the agreement sheet of 2024-02 says; anything else that looks like it is a promise nobody made.</summary>
    [Fact]
    public void Telephone_mail_portal_and_hours_are_Synerity_s_own()
    {
        string[] telephones = ["042-4003999", "+46 42 400 39 99"];
        string[] places = ["support.synerity.se", "support@synerity.se"];

        Assert.All(BuiltIn, article =>
        {
            var text = All(article);
            Assert.All(Telephone().Matches(text), found => Assert.Contains(found.Value, telephones));
            Assert.All(Address().Matches(text), found => Assert.Equal("support@synerity.se", found.Value));
            Assert.All(Portal().Matches(text), found => Assert.Contains(found.Value, places));
            Assert.All(Hours().Matches(text), found => Assert.Equal("08:00–17:00", found.Value));
            Assert.DoesNotMatch(Price(), text);
        });
    }

    [Theory]
    [InlineData("support-hours-contact", "måndag–fredag 08:00–17:00", "Monday–Friday 08:00–17:00")]
    [InlineData("support-hours-contact", "midsommar-, jul- och nyårsafton", "Midsummer's, Christmas and New Year's Eve")]
    [InlineData("support-hours-contact", "support.synerity.se", "support.synerity.se")]
    [InlineData("support-hours-contact", "Hjälp utanför öppettiderna ingår inte", "Help outside opening hours is not included")]
    [InlineData("agreement-levels", "FREE har ingen garanterad svarstid", "FREE has no guaranteed response time")]
    [InlineData("agreement-levels", "silver ger svar inom 8 timmar", "Silver gives an answer within 8 opening hours")]
    [InlineData("agreement-levels", "guld inom 2 timmar", "Gold within 2")]
    [InlineData("acute-incident", "svar inom 2 timmar i öppettid", "an answer within 2 opening hours")]
    [InlineData("acute-incident", "extra snabb hjälp", "extra fast help")]
    [InlineData("consulting", "rabatten är högre med guld", "it is higher with Gold")]
    [InlineData("consulting", "FREE har ingen rabatt", "FREE has no discount")]
    public void What_Synerity_promises_is_said_in_both_languages(string slug, string swedish, string english)
    {
        Assert.Contains(swedish, All(BuiltIn.Single(article => article.Slug == slug && article.Tongue == Tongue.Swedish)), StringComparison.Ordinal);
        Assert.Contains(english, All(BuiltIn.Single(article => article.Slug == slug && article.Tongue == Tongue.English)), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string All(Article article) =>
        string.Join('\n', [article.Title, article.Summary, .. article.Sections.SelectMany(section => section.All).Select(paragraph => paragraph.Text)]);

    [GeneratedRegex(@"\+?\d[\d -]{7,}\d")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"[\w.-]+@[\w-]+\.\w+")]
    private static partial Regex Address();

    [GeneratedRegex(@"[\w.@-]+synerity\.se")]
    private static partial Regex Portal();

    [GeneratedRegex(@"\d{2}[:.]\d{2}\s?[–-]\s?\d{2}[:.]\d{2}")]
    private static partial Regex Hours();

    [GeneratedRegex(@"\d[\d  ]*(kr\b|kronor|SEK|€|\$)", RegexOptions.IgnoreCase)]
    private static partial Regex Price();
}
