using CsCheck;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Knowledge.Search;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Features.Knowledge;

public sealed class SearchTests
{
    private static readonly ArticleSearch BuiltIn = new(new ArticleSet(ManyArticles.BuiltIn));

    /// <summary>Whether a word or two are enough to answer is another matter.</summary>
    [Theory]
    [InlineData("mailloop", "runaway-mail-loop")]
    [InlineData("vi har en mejlloop på tavlan", "runaway-mail-loop")]
    [InlineData("vi har nått automatiseringsgränsen", "automation-action-limit")]
    [InlineData("ärendefördelningen ger ärendet till fel person", "ticket-routing")]
    [InlineData("formelkolumnen visar fel", "formula-column-error")]
    [InlineData("tavelbehörigheter", "board-permissions")]
    [InlineData("spegelkolumnen är tom", "connect-boards-mirror")]
    [InlineData("kalendersynken har slutat fungera", "calendar-sync")]
    [InlineData("kan man ha formulärfrågor som bara visas ibland", "form-conditional-questions")]
    [InlineData("excelimporten blev fel", "import-excel")]
    public void A_Swedish_compound_is_found_by_its_parts(string question, string slug) => Assert.Equal(slug, BuiltIn.Ask(question, Tongue.Swedish).Hits[0].Slug);

    [Theory]
    [InlineData("ärendeflöde", new[] { "ärende", "flöde" })]
    [InlineData("mailloop", new[] { "mail", "loop" })]
    [InlineData("automatiseringsgräns", new[] { "automatisering", "gräns" })]
    [InlineData("tavelgräns", new[] { "tavla", "gräns" })]
    [InlineData("loop", new string[0])]
    [InlineData("gränslösa", new string[0])]
    public void Compounds_are_taken_apart_where_both_parts_are_words(string word, string[] parts)
    {
        var compounds = new Compounds(["ärende", "flöde", "mail", "loop", "automatisering", "gräns", "tavla"], () => new Lucene.Net.Tartarus.Snowball.Ext.SwedishStemmer());
        var stemmer = compounds.NewStemmer();

        Assert.Equal(parts.Select(part => Compounds.Stem(stemmer, part)), compounds.PartsOf(word, stemmer));
    }

    [Theory]
    [InlineData("automationer som slutat köra", "automationen slutade köra", Tongue.Swedish)]
    [InlineData("exportera tavlan till excel", "exporterar tavlor till Excel", Tongue.Swedish)]
    [InlineData("automations not running", "automation does not run", Tongue.English)]
    [InlineData("inviting guests", "invite a guest", Tongue.English)]
    public void An_inflected_word_finds_the_same(string one, string other, Tongue tongue) => Assert.Equal(First(one, tongue), First(other, tongue));

    [Theory]
    [InlineData("vi får inga påminnelser från datumkolumnen", "date-reminder-not-sent")]
    [InlineData("lösenordet är glömt", "two-factor-password-reset")]
    [InlineData("hur återställer jag en rad som togs bort", "restore-deleted-item")]
    [InlineData("öppettider på julafton", "support-hours-contact")]
    public void Words_are_found_with_dots_and_without(string question, string slug)
    {
        Assert.Equal(slug, First(question, Tongue.Swedish));
        Assert.Equal(slug, First(Folding.Fold(question), Tongue.Swedish));
    }

    [Theory]
    [InlineData("vem får se tavlan, rättigheter", "vem får se board, rättigheter", "board-permissions")]
    [InlineData("för många notiser", "för många aviseringar", "too-many-notifications")]
    [InlineData("gör ärende av mejl till tavlan", "gör ärende av e-post till tavlan", "email-to-board")]
    [InlineData("gör ärende av mail till tavlan", "gör ärende av e-mail till tavlan", "email-to-board")]
    [InlineData("fel siffror på instrumentpanelen", "fel siffror på dashboarden", "dashboard-wrong-numbers")]
    [InlineData("bjuda in gäster", "invita gäst till tavlan, bjud in", "invite-users-guests")]
    public void A_Swedish_synonym_finds_the_same(string one, string other, string slug)
    {
        Assert.Equal(slug, First(one, Tongue.Swedish));
        Assert.Equal(slug, First(other, Tongue.Swedish));
    }

    [Theory]
    [InlineData("change language settings", "change language preferences", "language-timezone")]
    [InlineData("restore a deleted item", "undo a removed row", "restore-deleted-item")]
    [InlineData("who has access to the board", "board permissions", "board-permissions")]
    [InlineData("send e-mail to a board", "send mail to a board", "email-to-board")]
    public void An_English_synonym_finds_the_same(string one, string other, string slug)
    {
        Assert.Equal(slug, First(one, Tongue.English));
        Assert.Equal(slug, First(other, Tongue.English));
    }

    [Theory]
    [InlineData("tavla", "board")]
    [InlineData("mejl", "mail")]
    [InlineData("mejl", "e-post")]
    [InlineData("inställningar", "settings")]
    [InlineData("behörighet", "permission")]
    [InlineData("kalender", "calendar")]
    [InlineData("lösenord", "password")]
    public void A_synonym_counts_in_both_directions_and_both_languages(string one, string other)
    {
        Article[] articles = [Plain("one", Tongue.Swedish, $"Om {one}"), Plain("two", Tongue.Swedish, "Om zebror"), Plain("three", Tongue.Swedish, "Om giraffer")];
        Article[] turned = [Plain("one", Tongue.English, $"About {other}"), Plain("two", Tongue.English, "About zebras"), Plain("three", Tongue.English, "About giraffes")];

        foreach (var tongue in Enum.GetValues<Tongue>())
        {
            Assert.Equal("one", Search(articles).Ask(other, tongue).Hits[0].Slug);
            Assert.Equal("one", Search(turned).Ask(one, tongue).Hits[0].Slug);
        }
    }

    [Theory]
    [InlineData("min workform går inte att submitta", Tongue.Swedish, "workform-not-submitting")]
    [InlineData("notifications kommer inte fram", Tongue.Swedish, "not-receiving-notifications")]
    [InlineData("hur funkar time tracking", Tongue.Swedish, "time-tracking")]
    [InlineData("our webhook skickar inget", Tongue.English, "webhook-not-firing")]
    [InlineData("my spegelkolumn is empty", Tongue.English, "connect-boards-mirror")]
    public void Product_words_of_the_other_language_are_understood(string question, Tongue tongue, string slug) => Assert.Equal(slug, First(question, tongue));

    [Theory]
    [InlineData("autmationen kör inte längre", Tongue.Swedish, "automation-not-running")]
    [InlineData("hur exporterar jag til exel", Tongue.Swedish, "export-to-excel")]
    [InlineData("instrumentpannelen visar fel siffror", Tongue.Swedish, "dashboard-wrong-numbers")]
    [InlineData("wehbook stoped firing", Tongue.English, "webhook-not-firing")]
    [InlineData("my calender is not sincing with monday", Tongue.English, "calendar-sync")]
    [InlineData("too many notifcations", Tongue.English, "too-many-notifications")]
    public void Slips_of_the_pen_are_mended(string question, Tongue tongue, string slug) => Assert.Equal(slug, First(question, tongue));

    [Fact]
    public void Capitals_and_punctuation_say_nothing()
    {
        var plain = BuiltIn.Ask("hur exporterar jag en tavla till excel", Tongue.Swedish);

        var loud = BuiltIn.Ask("  HUR EXPORTERAR JAG, EN TAVLA: TILL \"EXCEL\"?!?!  ", Tongue.Swedish);

        Assert.Equal(plain.Hits, loud.Hits);
        Assert.Equal(plain.Abstained, loud.Abstained);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \t\n")]
    [InlineData("?!…")]
    [InlineData("😀😀😀")]
    [InlineData("\ud83d")]
    [InlineData("\0\u0001\u001b[31m")]
    [InlineData("asdfqwer zxcvbnm lkjhgf")]
    [InlineData("och att det är som")]
    [InlineData("vad blir det för väder i morgon")]
    [InlineData("bästa receptet på pannkakor")]
    [InlineData("what is the capital of Mongolia")]
    public void What_no_article_answers_is_not_answered(string question)
    {
        Assert.True(BuiltIn.Ask(question, Tongue.Swedish).Abstained);
        Assert.True(BuiltIn.Ask(question, Tongue.English).Abstained);
    }

    [Fact]
    public void No_question_makes_it_throw_and_the_answer_is_always_in_order() => Gen.Select(
        Gen.Frequency(
            (1, Gen.String),
            (3, Gen.OneOf("tavla", "mailloop", "ärendeflöde", "ÅÄÖ", " ", "-", "e-mail", "log in", "\ud800", "\udc00", "😀", "\u0301", "\0", "ﬁ", "İ", "ß", "中文", "123", "'", "\n").Array[0, 30].Select(string.Concat))),
        Gen.Bool).Sample((question, swedish) =>
        {
            var found = BuiltIn.Ask(question, swedish ? Tongue.Swedish : Tongue.English);

            Assert.InRange(found.Hits.Count, 0, 5);
            Assert.All(found.Hits, hit => Assert.InRange(hit.Score, double.Epsilon, 1));
            Assert.Equal(found.Hits.OrderByDescending(hit => hit.Score).Select(hit => hit.Score), found.Hits.Select(hit => hit.Score));
            Assert.Equal(found.Hits.Count, found.Hits.DistinctBy(hit => hit.Slug).Count());
            Assert.True(found.Abstained || found.Hits.Count > 0);
        });

    [Fact]
    public void A_question_as_long_as_a_message_may_be_is_read()
    {
        var words = string.Join(' ', Enumerable.Repeat("automationen kör inte när status ändras xyzzyplugh", 600));

        Assert.Equal("automation-not-running", BuiltIn.Ask(words, Tongue.Swedish).Hits[0].Slug);
        Assert.True(BuiltIn.Ask(new string('a', 28_000), Tongue.English).Abstained);
        Assert.True(BuiltIn.Ask(string.Concat(Enumerable.Repeat("tavlaboard", 2_800)), Tongue.Swedish).Hits.Count <= 5);
    }

    [Fact]
    public void The_same_articles_give_the_same_answers_in_whatever_order_they_come()
    {
        var again = new ArticleSearch(new ArticleSet(ManyArticles.BuiltIn.Reverse()));

        Assert.All(ManyArticles.Questions(200), asked =>
        {
            var (one, other) = (BuiltIn.Ask(asked.Question, asked.Tongue), again.Ask(asked.Question, asked.Tongue));
            Assert.Equal(one.Hits, other.Hits);
            Assert.Equal(one.Abstained, other.Abstained);
        });
    }

    [Fact]
    public async Task Many_threads_get_what_one_gets()
    {
        var questions = ManyArticles.Questions(100);
        var alone = questions.Select(asked => BuiltIn.Ask(asked.Question, asked.Tongue)).ToList();

        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => questions.Select(asked => BuiltIn.Ask(asked.Question, asked.Tongue)).ToList())));

        Assert.All(together, found => Assert.Equal(alone.Select(one => one.Hits), found.Select(one => one.Hits)));
    }

    [Fact]
    public void Without_articles_nothing_is_answered()
    {
        var nothing = Search([]);

        Assert.Equivalent(new Found(true, []), nothing.Ask("automationen kör inte", Tongue.Swedish));
    }

    [Fact]
    public void One_article_in_one_language_is_found_from_both()
    {
        var search = Search([Plain("zeppelin", Tongue.English, "Land a zeppelin on a board")]);

        Assert.Equal("zeppelin", search.Ask("zeppelin på tavlan", Tongue.Swedish).Hits[0].Slug);
    }

    [Fact]
    public void Articles_without_questions_are_found_by_their_words()
    {
        var search = Search(ManyArticles.BuiltIn.Select(article => article with { Questions = [] }));

        Assert.Equal("export-to-excel", search.Ask("hur exporterar jag en tavla till excel", Tongue.Swedish).Hits[0].Slug);
        Assert.Equal("webhook-not-firing", search.Ask("webhook not firing", Tongue.English).Hits[0].Slug);
    }

    [Fact]
    public void More_articles_than_can_be_learnt_are_found_by_their_words_and_nonsense_is_not_answered()
    {
        var many = ManyArticles.Make(Taught.MostArticles).Select(article => article with { Slug = $"other-{article.Slug}", Title = Reversed(article.Title), Summary = Reversed(article.Summary), Keywords = [], Questions = [], Sections = [] });
        var search = Search([.. many, .. ManyArticles.BuiltIn]);

        Assert.Equal(("export-to-excel", false), Found(search, "hur exporterar jag en tavla till excel", Tongue.Swedish));
        Assert.Equal(("webhook-not-firing", false), Found(search, "webhook not firing", Tongue.English));
        Assert.Equal(("runaway-mail-loop", false), Found(search, "mailloop", Tongue.Swedish));
        Assert.True(search.Ask("asdfqwer zxcvbnm lkjhgf", Tongue.Swedish).Abstained);
        Assert.True(search.Ask("what is the capital of Mongolia", Tongue.English).Abstained);
        Assert.True(search.Ask("", Tongue.English).Abstained);
    }

    private static string First(string question, Tongue tongue)
    {
        var found = BuiltIn.Ask(question, tongue);
        return found.Abstained ? $"abstained from {string.Join(' ', found.Hits.Select(hit => hit.Slug))}" : found.Hits[0].Slug;
    }

    private static (string, bool) Found(ArticleSearch search, string question, Tongue tongue)
    {
        var found = search.Ask(question, tongue);
        return (found.Hits[0].Slug, found.Abstained);
    }

    private static ArticleSearch Search(IEnumerable<Article> articles) => new(new ArticleSet(articles));

    private static Article Plain(string slug, Tongue tongue, string title) =>
        new(slug, tongue, title, "", [], [], Audience.User, new DateOnly(2026, 11, 25), [new Section("", [new Block.Steps([new Paragraph([new Run("Gör så.")])])])]);

    private static string Reversed(string text) => new([.. text.Reverse()]);
}
