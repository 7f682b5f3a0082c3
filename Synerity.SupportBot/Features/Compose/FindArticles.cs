using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Knowledge;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>Finds help articles to share with whoever one is talking to.</summary>
public sealed class FindArticles(Library library, InsertedCards cards) : ISearchCommand
{
    public static ExtensionCommand Command { get; } = new("findArticles", ComposeTexts.FindArticles, ComposeTexts.FindArticlesWhat, ComposeTexts.FindArticlesWords);

    /// <summary>Also the nearest ones where no article answers it: whoever searches sees the titles and chooses.</summary>
    public Task<IReadOnlyList<FoundThing>> FindAsync(Turn turn, Search asked, CancellationToken cancellation)
    {
        var (shelf, tongue) = (library.Current, turn.Reader.Tongue);
        var found = asked.Words.Length > 0 ? shelf.Search.Ask(asked.Words, tongue).Hits : [];
        return Task.FromResult<IReadOnlyList<FoundThing>>(
            [.. found.Skip(asked.Skip).Take(asked.Most).Select(hit => shelf.Articles.FindFor(hit.Slug, tongue)).OfType<Article>().Select(Shown)]);
    }

    public Task<FoundThing?> PickAsync(Turn turn, string item, CancellationToken cancellation) =>
        Task.FromResult(library.Current.Articles.FindFor(item, turn.Reader.Tongue) is { } article ? Shown(article) : null);

    private FoundThing Shown(Article article) => new(article.Slug, article.Title, article.Summary, cards.OfArticle(article));
}
