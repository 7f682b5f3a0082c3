using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>What is answered to a question: one article, the steps of it that fit, and what else it may have been about.</summary>
/// <param name="Tongue">The language of the answer: the question's own where it is clear, otherwise the reader's.</param>
/// <param name="Steps">Indexes into the article's steps, ascending.</param>
/// <param name="Others">At most two.</param>
public sealed record SelfHelp(Article Article, Tongue Tongue, IReadOnlyList<int> Steps, IReadOnlyList<Article> Others);

/// <summary>Question → answer, from what is on the shelf. Nothing here is stored or sent.</summary>
public sealed class Answering(Library library)
{
    private const int MostOthers = 2;

    /// <summary>Another article is worth a button when it fits at least this well, compared with the best.</summary>
    private const double WorthAButton = 0.4;

    /// <summary>Null: no article answers it.</summary>
    public SelfHelp? Find(string question, Tongue reader)
    {
        var tongue = Recognition.Of(question) switch { Recognised.Swedish => Tongue.Swedish, Recognised.English => Tongue.English, _ => reader };
        var shelf = library.Current;
        var found = shelf.Search.Ask(question, tongue);
        if (found.Abstained || shelf.Articles.FindFor(found.Hits[0].Slug, tongue) is not { } article) return null;
        var others = found.Hits.Skip(1).Where(hit => hit.Score >= found.Hits[0].Score * WorthAButton).Take(MostOthers);
        return new(
            article, article.Tongue, shelf.Search.StepsFor(article, question),
            [.. others.Select(hit => shelf.Articles.FindFor(hit.Slug, tongue)).OfType<Article>()]);
    }

    /// <summary>The answer that a certain article gives to a question; null when it is gone.</summary>
    public SelfHelp? Of(string slug, string question, Tongue tongue) =>
        library.Current is var shelf && shelf.Articles.FindFor(slug, tongue) is { } article
            ? new(article, article.Tongue, shelf.Search.StepsFor(article, question), [])
            : null;

    public Article? Article(string slug, Tongue tongue) => library.Current.Articles.FindFor(slug, tongue);
}
