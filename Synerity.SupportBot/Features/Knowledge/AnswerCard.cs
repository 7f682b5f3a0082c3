using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>The steps of an answer, and what the reader may do next. What the article says is shown as it stands, never read as Markdown.</summary>
public sealed class AnswerCard(Answering answering) : ICardSource
{
    public const string SourceKind = "answer";

    /// <summary>The id of the input that holds what was asked.</summary>
    internal const string Question = "question";

    /// <summary>Words of a question that go along.</summary>
    internal const int MostQuestion = 1500;

    public string Kind => SourceKind;

    /// <summary>The answer as it stands once the reader said that it helped.</summary>
    internal static Content Helped(string slug, string question, Tongue tongue) => new(SourceKind, slug, StoredJson.Write(new Asked(question, tongue)));

    public Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var asked = StoredJson.Read<Asked>(content.Detail!);
        return Task.FromResult(answering.Of(content.Subject, asked.Question, asked.Tongue) is { } help
            ? new Rendered(help.Article.Summary, new AdaptiveCard([.. Body(help), AskedAs(asked.Question, help.Tongue), Small(KnowledgeTexts.ItHelped, help)], [Read(help)], Lang(help)))
            : null);
    }

    /// <summary>The whole answer as a reply: a sentence, then the steps with <em>Did that help?</em></summary>
    /// <param name="reader">Whose language the answer may not be in.</param>
    /// <param name="withSteps">False below words that have said them already.</param>
    public static Reply For(SelfHelp help, string question, Reader reader, bool forStaff, bool withSteps = true)
    {
        var kept = Kept(question);
        var body = new List<Element>([.. withSteps ? Body(help) : [Title(help)], .. Others(help), AskedAs(kept, help.Tongue)]);
        var words = Text.Same(help.Article.Summary);
        if (forStaff) return Reply.Show(words, new AdaptiveCard(body, [Read(help)], Lang(help)));
        if (help.Tongue != reader.Tongue) body.Add(new ActionSet([Keep(help.Tongue)]));
        body.Add(new TextBlock(KnowledgeTexts.DidItHelp.In(help.Tongue)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
        var ticket = Button.For<AskForTicket, AskForTicket.Data>(KnowledgeTexts.OpenTicket, new(help.Article.Slug), help.Tongue) with { Mode = ActionMode.Secondary };
        return Reply.Show(words, new AdaptiveCard(body, [Rate(help, true), Rate(help, false), Read(help), ticket], Lang(help))) with
        {
            Asks = new YesNo(Rate(help, true, kept).Data, Rate(help, false, kept).Data, Question: kept),
        };
    }

    /// <summary>The question goes along with every button, once: an input that nobody sees.</summary>
    internal static InputText AskedAs(string question, Tongue tongue) =>
        new(KnowledgeTexts.YourQuestion.In(tongue)) { Id = Question, Value = Kept(question), IsVisible = false };

    internal static string Kept(string question) => Shorten.Cut(MostQuestion, question);

    /// <param name="question">For a written answer, which has no inputs.</param>
    private static Execute Rate(SelfHelp help, bool helped, string? question = null) => Button.For<RateAnswer, RateAnswer.Data>(
        helped ? KnowledgeTexts.Yes : KnowledgeTexts.No, new(help.Article.Slug, Lang(help), helped, question), help.Tongue);

    private static IEnumerable<Element> Body(SelfHelp help)
    {
        yield return Title(help);
        for (var i = 0; i < help.Steps.Count; i++)
        {
            yield return Literal.Block($"{i + 1}. {help.Article.Steps[help.Steps[i]].Text}") with { Spacing = Spacing.Small };
        }

        if (help.Steps.Count < help.Article.Steps.Count)
        {
            yield return Small(KnowledgeTexts.StepsOf(help.Steps.Count, help.Article.Steps.Count), help);
        }
    }

    private static RichTextBlock Title(SelfHelp help) => Literal.Block(help.Article.Title, subtle: true, size: TextSize.Small);

    private static IEnumerable<Element> Others(SelfHelp help)
    {
        if (help.Others.Count == 0) yield break;
        yield return Small(KnowledgeTexts.OrDidYouMean, help) with { Spacing = Spacing.Medium };
        yield return new ActionSet([.. help.Others.Select(other =>
            Button.For<ShowAnswer, ShowAnswer.Data>(Text.Same(other.Title), new(other.Slug, Lang(help)), help.Tongue))]);
    }

    /// <summary>The answer came in the other language: an offer to keep it, which is a command.</summary>
    private static Submit Keep(Tongue tongue) => tongue == Tongue.Swedish
        ? Button.Says(KnowledgeTexts.KeepSwedish, Text.Same("svenska"), tongue)
        : Button.Says(KnowledgeTexts.KeepEnglish, Text.Same("english"), tongue);

    private static Submit Read(SelfHelp help) =>
        Button.Opens<ReadArticle, ReadArticle.Data>(KnowledgeTexts.ReadItAll, new(help.Article.Slug, Lang(help)), help.Tongue);

    private static TextBlock Small(Text words, SelfHelp help) => new(words.In(help.Tongue)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };

    private static string Lang(SelfHelp help) => ArticleFolder.NameOf(help.Tongue);

    private sealed record Asked(string Question, Tongue Tongue);
}
