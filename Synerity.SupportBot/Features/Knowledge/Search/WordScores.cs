using System.Buffers;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>How strongly each article speaks of the words of one question. Its arrays are borrowed: it is disposed of once it has been read.</summary>
internal sealed class WordScores : IDisposable
{
    /// <summary>The parts of a compound together count for less than the compound.</summary>
    private const float Parts = 0.6f;

    /// <summary>An article that reaches this part of a word's weight knows the word.</summary>
    private const double Known = 0.5;

    private readonly ArticleIndex _index;
    private readonly int _articles;
    private readonly double[] _total;
    private readonly double[] _covered;
    private readonly double[] _parts;
    private readonly float[] _own;
    private double _weight;

    private WordScores(ArticleIndex index, int telling)
    {
        (_index, _articles, Telling) = (index, index.Slugs.Count, telling);
        (_total, _covered, _parts) = (Borrow<double>(), Borrow<double>(), Borrow<double>());
        _own = Borrow<float>();
    }

    /// <summary>By number of article: BM25F, summed over the words.</summary>
    public ReadOnlySpan<double> Total => _total.AsSpan(0, _articles);

    /// <summary>How many words there are that say something.</summary>
    public int Telling { get; }

    public static WordScores Of(ArticleIndex index, IReadOnlyList<QuestionWord> words)
    {
        var scores = new WordScores(index, words.Count);
        foreach (var word in words) scores.Add(word);
        return scores;
    }

    /// <summary>Which part of the question's words the article knows, by their weight, 0 to 1.</summary>
    public double CoverageOf(int article) => _weight > 0 ? _covered[article] / _weight : 0;

    public void Dispose()
    {
        foreach (var borrowed in new[] { _total, _covered, _parts }) ArrayPool<double>.Shared.Return(borrowed);
        ArrayPool<float>.Shared.Return(_own);
    }

    private void Add(QuestionWord word)
    {
        Array.Clear(_parts, 0, _articles);
        foreach (var part in word.Parts)
        {
            var weighs = Weigh(part);
            for (var doc = 0; doc < _articles; doc++) _parts[doc] += _own[doc] * weighs;
        }

        var rarity = Weigh(word.Forms);
        _weight += rarity;
        for (var doc = 0; doc < _articles; doc++)
        {
            var score = Math.Max(_own[doc] * rarity, Parts * _parts[doc]);
            if (score <= 0) continue;
            _total[doc] += score;
            _covered[doc] += Math.Min(1, score / (rarity * Known)) * rarity;
        }
    }

    /// <summary>Puts into <see cref="_own"/> how strongly each article speaks of a word, and returns how rare it is.</summary>
    private double Weigh(IReadOnlyList<Form> forms)
    {
        Array.Clear(_own, 0, _articles);
        var found = _index.Weigh(forms, _own.AsSpan(0, _articles));
        return Math.Log(1 + ((_articles - found + 0.5) / (found + 0.5)));
    }

    private T[] Borrow<T>()
    {
        var borrowed = ArrayPool<T>.Shared.Rent(_articles);
        Array.Clear(borrowed, 0, _articles);
        return borrowed;
    }
}
