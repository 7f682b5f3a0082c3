using Lucene.Net.Tartarus.Snowball;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>
/// Takes compounds apart: <c>ärendeflöde</c> → <c>ärende</c>, <c>flöde</c>. Only where both parts are words of the articles themselves, so
/// that nothing is found inside a word that merely looks like a compound.
/// </summary>
internal sealed class Compounds
{
    private const int ShortestPart = 3;
    private const int ShortestWord = 7;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stems = new(StringComparer.Ordinal);
    private readonly Func<SnowballProgram> _stemmer;

    /// <param name="words">Lower-case words that parts may be.</param>
    /// <param name="stemmer">Makes one; a stemmer is not for several threads.</param>
    public Compounds(IEnumerable<string> words, Func<SnowballProgram> stemmer)
    {
        _stemmer = stemmer;
        var stem = stemmer();
        foreach (var word in words)
        {
            if (word.Length < ShortestPart || !_words.Add(word)) continue;
            _stems.Add(Stem(stem, word));
        }
    }

    public SnowballProgram NewStemmer() => _stemmer();

    /// <summary>The parts of a compound, stemmed; empty when it is none.</summary>
    public IReadOnlyList<string> PartsOf(string word, SnowballProgram stemmer)
    {
        if (word.Length < ShortestWord) return [];
        IReadOnlyList<string> best = [];
        var most = 0;
        for (var at = ShortestPart; at <= word.Length - ShortestPart; at++)
        {
            if (Tail(word[at..], stemmer) is not { } tail || Head(word[..at], stemmer) is not { } head) continue;

            // The most even split: "mail|loop", not "mai|lloop".
            var shortest = Math.Min(at, word.Length - at);
            if (shortest > most) (best, most) = ([head, tail], shortest);
        }

        return best;
    }

    internal static string Stem(SnowballProgram stemmer, string word)
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

    private string? Tail(string tail, SnowballProgram stemmer) => Stem(stemmer, tail) is var stem && (_words.Contains(tail) || _stems.Contains(stem)) ? stem : null;

    /// <summary>A first part may end in a linking s (<c>automatiserings|gräns</c>) or have lost its vowel (<c>kolumn|</c>, <c>tavel|</c>, <c>skol|</c>).</summary>
    private string? Head(string head, SnowballProgram stemmer)
    {
        if (_words.Contains(head)) return Stem(stemmer, head);
        if (head[^1] is 's' or 'e' or 'o' or 'u' && _words.Contains(head[..^1])) return Stem(stemmer, head[..^1]);
        if (head.EndsWith("el", StringComparison.Ordinal) && _words.Contains(head[..^2] + "la")) return Stem(stemmer, head[..^2] + "la");
        if (_words.Contains(head + "a")) return Stem(stemmer, head + "a");
        return _words.Contains(head + "e") ? Stem(stemmer, head + "e") : null;
    }
}
