using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Knowledge.Model;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>The whole article in a dialog, with the articles it refers to and a way on to a technician.</summary>
public sealed class ReadArticle(Answering answering) : ICardAction<ReadArticle.Data>
{
    private const int MostLinks = 3;

    public sealed record Data(string Slug, string? Language = null);

    public static string Verb => "knowledge.read";

    public Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not (CustomerUser or Staff)) return Task.FromResult<Outcome>(Reply.Refuse(KnowledgeTexts.CustomersOnly));
        var tongue = data.Language switch { "sv" => Tongue.Swedish, "en" => Tongue.English, _ => turn.Reader.Tongue };
        return Task.FromResult<Outcome>(answering.Article(data.Slug, tongue) is { } article
            ? Reply.Ask(For(article, inputs[AnswerCard.Question], turn))
            : Reply.Refuse(KnowledgeTexts.GoneArticle));
    }

    private Dialog For(Article article, string question, Turn turn)
    {
        var tongue = article.Tongue;
        var links = article.Links.Distinct(StringComparer.Ordinal).Select(slug => answering.Article(slug, tongue)).OfType<Article>().ToList();
        var body = article.Sections.SelectMany(section => Shown(section, links)).ToList();
        var updated = KnowledgeTexts.Updated(Formats.Date(article.Updated, article.Updated.Year + 1)).In(tongue);
        body.Add(new TextBlock(updated) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Medium });
        body.Add(AnswerCard.AskedAs(question, tongue));
        var actions = new List<CardAction>();
        if (turn.Caller is CustomerUser { HasAgreement: true })
        {
            actions.Add(Button.InDialog<AskForTicket, AskForTicket.Data>(KnowledgeTexts.OpenTicket, new(article.Slug), tongue));
        }

        if (links.Count > 0)
        {
            body.Add(new TextBlock(KnowledgeTexts.ReadAlso.In(tongue)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium });
            body.Add(new ActionSet([.. links.Take(MostLinks).Select(link =>
                Button.InDialog<ReadArticle, Data>(Text.Same(link.Title), new(link.Slug, ArticleFolder.NameOf(tongue)), tongue))]));
        }

        return new Dialog(Text.Same(article.Title), new AdaptiveCard(body, actions, ArticleFolder.NameOf(tongue)), "large");
    }

    private static IEnumerable<Element> Shown(Section section, IReadOnlyList<Article> links)
    {
        if (section.Heading.Length > 0) yield return Literal.Block(section.Heading, weight: TextWeight.Bolder) with { Spacing = Spacing.Medium };
        foreach (var block in section.Blocks)
        {
            var number = 0;
            foreach (var paragraph in block.Paragraphs)
            {
                var mark = block switch { Block.Steps => $"{++number}. ", Block.Points => "• ", _ => "" };
                yield return new RichTextBlock([.. Runs(paragraph, mark, links)]) { Spacing = Spacing.Small };
            }
        }
    }

    private static IEnumerable<TextRun> Runs(Paragraph paragraph, string mark, IReadOnlyList<Article> links)
    {
        if (mark.Length > 0) yield return new TextRun(mark);
        foreach (var run in paragraph.Runs)
        {
            var text = run.Link is { } slug && links.FirstOrDefault(link => link.Slug == slug) is { } link ? $"\"{link.Title}\"" : run.Text;
            yield return new TextRun(text) { Weight = run.IsBold ? TextWeight.Bolder : null };
        }
    }
}

/// <summary>One of the other articles it may have been about, in place of the one that was shown.</summary>
public sealed class ShowAnswer(Answering answering) : ICardAction<ShowAnswer.Data>
{
    public sealed record Data(string Slug, string Language);

    public static string Verb => "knowledge.show";

    public Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not (CustomerUser or Staff)) return Task.FromResult<Outcome>(Reply.Refuse(KnowledgeTexts.CustomersOnly));
        return Task.FromResult<Outcome>(answering.Of(data.Slug, inputs[AnswerCard.Question], data.Language == "en" ? Tongue.English : Tongue.Swedish) is { } help
            ? AnswerCard.For(help, inputs[AnswerCard.Question], turn.Reader, turn.Caller is Staff)
            : Reply.Refuse(KnowledgeTexts.GoneArticle));
    }
}

/// <summary>A ticket with the question and the article in it: a form, in the chat or in the dialog that was open.</summary>
public sealed class AskForTicket(TicketDrafting drafting) : ICardAction<AskForTicket.Data>
{
    public sealed record Data(string Slug);

    public static string Verb => "knowledge.ticket";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser { HasAgreement: true }) return Reply.Refuse(NewTicket.WhyNot(turn.Caller));
        var handed = await drafting.FillAsync(new HandedOver(inputs[AnswerCard.Question], data.Slug), turn.Reader.Tongue, cancellation);
        return Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), HandOver.DraftOf(handed), turn));
    }
}
