using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>All articles at one moment. Immutable: a change makes a new set.</summary>
public sealed class ArticleSet
{
    private readonly Dictionary<(string Slug, Tongue Tongue), Article> _articles;

    /// <param name="articles">Of two with the same slug and language the later one counts.</param>
    public ArticleSet(IEnumerable<Article> articles)
    {
        _articles = [];
        foreach (var article in articles) _articles[(article.Slug, article.Tongue)] = article;
        Slugs = [.. _articles.Keys.Select(key => key.Slug).Distinct().Order(StringComparer.Ordinal)];
    }

    public IReadOnlyList<string> Slugs { get; }

    public IEnumerable<Article> All => _articles.Values;

    /// <summary>Null when there is none in that language.</summary>
    public Article? Find(string slug, Tongue tongue) => _articles.GetValueOrDefault((slug, tongue));

    /// <summary>In the reader's language, otherwise in the other one; null when the slug is unknown.</summary>
    public Article? FindFor(string slug, Tongue tongue) => Find(slug, tongue) ?? Find(slug, tongue == Tongue.Swedish ? Tongue.English : Tongue.Swedish);
}
