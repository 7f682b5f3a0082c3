using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <param name="Score">How well it fits, 0 to 1; comparable between questions.</param>
public sealed record Hit(string Slug, double Score);

/// <param name="Abstained">True: no article answers it, and the nearest one would mislead.</param>
/// <param name="Hits">Best first, at most five, also when it abstained.</param>
public sealed record Found(bool Abstained, IReadOnlyList<Hit> Hits);

/// <summary>What is known of the best article for a question.</summary>
/// <param name="Chance">That it is the one, as the articles' questions teach; NaN where nothing was learnt.</param>
/// <param name="Elsewhere">That no article is.</param>
/// <param name="Words">How much of what was asked the article speaks of: BM25F, summed over the words.</param>
/// <param name="Coverage">Which part of the telling words it knows, by their weight, 0 to 1.</param>
internal readonly record struct Evidence(double Chance, double Elsewhere, double Words, double Coverage, int Telling);

/// <summary>Finds the articles that answer a question, and knows when none does. Immutable and safe for any number of threads.</summary>
public sealed class ArticleSearch
{
    private const int MostHits = 5;
    private const int MostSteps = 4;

    /// <summary>What the words of an article say counts for this much beside what its questions teach.</summary>
    private const double WordsBeside = 0.05;

    private readonly ArticleIndex _index;
    private readonly QuestionReader _reader;
    private readonly Taught? _taught;

    internal ArticleSearch(ArticleSet articles)
    {
        _index = new(articles);
        _reader = new(_index);
        _taught = Taught.By(articles, _index);
    }

    public Found Ask(string question, Tongue tongue)
    {
        var (hits, evidence) = Rank(question, tongue);
        return new(hits.Count == 0 || !Trust.Answers(evidence), hits);
    }

    internal (IReadOnlyList<Hit> Hits, Evidence Evidence) Rank(string question, Tongue tongue)
    {
        using var words = WordScores.Of(_index, _reader.Read(question, tongue));
        var chances = _taught?.Chances(question, tongue);
        var best = Best(words.Total, chances);
        if (best.Count == 0) return ([], default);
        var first = best[0].Doc;
        var evidence = new Evidence(chances?[first] ?? double.NaN, chances?[^1] ?? double.NaN, words.Total[first], words.CoverageOf(first), words.Telling);
        return ([.. best.Select(one => new Hit(_index.Slugs[one.Doc], one.Score / (1 + one.Score)))], evidence);
    }

    /// <summary>
    /// The steps that fit the question, at most four, in the article's order: those that speak of what was asked, otherwise the first ones.
    /// </summary>
    public IReadOnlyList<int> StepsFor(Article article, string question)
    {
        if (article.Steps.Count <= MostSteps) return [.. Enumerable.Range(0, article.Steps.Count)];
        var asked = _index.StemsOf(question, article.Tongue);
        double Fit(int step) => _index.StemsOf(article.Steps[step].Text, article.Tongue).Count(asked.Contains) + ((double)(article.Steps.Count - step) / article.Steps.Count);
        return [.. Enumerable.Range(0, article.Steps.Count).OrderByDescending(Fit).Take(MostSteps).Order()];
    }

    /// <summary>The telling stems of a text.</summary>
    internal HashSet<string> StemsOf(string text, Tongue tongue) => _index.StemsOf(text, tongue);

    /// <summary>The best first; of equals the one with the lower number.</summary>
    private static List<(int Doc, double Score)> Best(ReadOnlySpan<double> words, float[]? chances)
    {
        var best = new List<(int Doc, double Score)>(MostHits + 1);
        for (var doc = 0; doc < words.Length; doc++)
        {
            var score = (chances?[doc] ?? 0) + (WordsBeside * words[doc]);
            if (score <= 0 || (best.Count == MostHits && score <= best[^1].Score)) continue;
            var place = best.Count;
            while (place > 0 && best[place - 1].Score < score) place--;
            best.Insert(place, (doc, score));
            if (best.Count > MostHits) best.RemoveAt(MostHits);
        }

        return best;
    }
}
