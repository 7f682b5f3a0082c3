namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>How strongly each article speaks of the words of one question.</summary>
internal sealed class WordScores
{
    /// <summary>The parts of a compound together count for less than the compound.</summary>
    private const float Parts = 0.6f;

    /// <summary>An article that reaches this part of a word's weight knows the word.</summary>
    private const double Known = 0.5;

    private readonly double[] _covered;
    private double _weight;

    private WordScores(int articles, int telling) => (Total, _covered, Telling) = (new double[articles], new double[articles], telling);

    /// <summary>By number of article: BM25F, summed over the words.</summary>
    public double[] Total { get; }

    /// <summary>How many words there are that say something.</summary>
    public int Telling { get; }

    public static WordScores Of(ArticleIndex index, IReadOnlyList<QuestionWord> words)
    {
        var scores = new WordScores(index.Slugs.Count, words.Count);
        foreach (var word in words) scores.Add(index, word);
        return scores;
    }

    /// <summary>Which part of the question's words the article knows, by their weight, 0 to 1.</summary>
    public double CoverageOf(int article) => _weight > 0 ? _covered[article] / _weight : 0;

    private void Add(ArticleIndex index, QuestionWord word)
    {
        var (own, rarity) = Weigh(index, word.Forms);
        var parts = word.Parts.Select(part => Weigh(index, part)).ToList();
        _weight += rarity;
        for (var doc = 0; doc < own.Length; doc++)
        {
            var score = Math.Max(own[doc] * rarity, Parts * parts.Sum(part => part.Weights[doc] * part.Rarity));
            if (score <= 0) continue;
            Total[doc] += score;
            _covered[doc] += Math.Min(1, score / (rarity * Known)) * rarity;
        }
    }

    private static (float[] Weights, double Rarity) Weigh(ArticleIndex index, IEnumerable<Form> forms)
    {
        var weights = new float[index.Slugs.Count];
        var found = index.Weigh(forms, weights);
        return (weights, Math.Log(1 + ((weights.Length - found + 0.5) / (found + 0.5))));
    }
}
