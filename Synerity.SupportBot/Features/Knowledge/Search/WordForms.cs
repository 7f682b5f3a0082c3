using System.Collections.Concurrent;
using System.Text;
using Lucene.Net.Analysis.TokenAttributes;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>A stem, and whether it is only part of the compound that was written.</summary>
internal readonly record struct Stem(string Value, bool IsPart);

/// <summary>Word → its stems in one language, remembered: the words of articles and questions are few and come again and again.</summary>
internal sealed class WordForms(WordReader reader, Tongue tongue)
{
    /// <summary>Words that are remembered; what people misspell has no end.</summary>
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<Stem>> _known = new(StringComparer.Ordinal);

    public Tongue Tongue => tongue;

    /// <summary>The stem first, then its folded form and the parts; empty for a word that says nothing.</summary>
    /// <param name="word">One word, lower case.</param>
    public IReadOnlyList<Stem> Of(string word)
    {
        if (_known.TryGetValue(word, out var known)) return known;
        var read = Read(word);
        if (_known.Count < Most) _known.TryAdd(word, read);
        return read;
    }

    private List<Stem> Read(string word)
    {
        var stems = new List<Stem>();
        using var tokens = reader.GetTokenStream("", word);
        var (term, type) = (tokens.GetAttribute<ICharTermAttribute>(), tokens.GetAttribute<ITypeAttribute>());
        tokens.Reset();
        while (tokens.IncrementToken()) stems.Add(new(term.ToString()!, type.Type == StemFilter.Part));
        tokens.End();

        // What was typed without dots is found by the articles' words without theirs.
        if (stems.Count > 0 && Ascii.IsValid(word)) stems.Add(stems[0] with { Value = StemFilter.FoldMark + stems[0].Value });
        return stems;
    }
}
