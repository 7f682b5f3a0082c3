using System.Collections.Concurrent;
using System.Numerics;
using System.Text.RegularExpressions;
using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>The words that occur in the articles, for finding what a misspelt one was meant to be. Without dots: those are no spelling mistake.</summary>
internal sealed partial class Vocabulary
{
    private const int ShortestMended = 4;
    private const int MostNear = 3;

    /// <summary>Misspelt words that are remembered.</summary>
    private const int MostMended = 10_000;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<(char First, int Length), (string Word, uint Letters)[]> _near;
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _mended = new(StringComparer.Ordinal);

    public Vocabulary(IEnumerable<string> words)
    {
        foreach (var word in words) _words.Add(Folding.Fold(word));
        _near = _words.GroupBy(word => (word[0], word.Length)).ToDictionary(group => group.Key, group => group.Select(word => (word, LettersOf(word))).ToArray());
    }

    /// <summary>The words of a text, as they stand.</summary>
    public static IEnumerable<string> Split(string text) => Word().Matches(text).Select(found => found.Value);

    public bool Has(string word) => _words.Contains(Folding.Fold(word));

    /// <summary>The known words within one slip of the pen, two for longer words, nearest first; at most three. People seldom miss the first letter.</summary>
    public IReadOnlyList<string> Near(string word)
    {
        if (_mended.TryGetValue(word, out var known)) return known;
        var written = Folding.Fold(word);
        IReadOnlyList<string> near = written.Length < ShortestMended || written.Any(char.IsDigit) ? [] : Nearest(written);
        if (_mended.Count < MostMended) _mended.TryAdd(word, near);
        return near;
    }

    private List<string> Nearest(string written)
    {
        var (slips, letters) = (written.Length < 7 ? 1 : 2, LettersOf(written));
        var found = new List<(string Word, int Slips)>();
        for (var length = written.Length - slips; length <= written.Length + slips; length++)
        {
            foreach (var (word, its) in _near.GetValueOrDefault((written[0], length)) ?? [])
            {
                // A slip takes at most one letter away and brings one in.
                if (BitOperations.PopCount(letters ^ its) <= 2 * slips && Spelling.Distance(written, word) is var distance && distance <= slips) found.Add((word, distance));
            }
        }

        return [.. found.OrderBy(near => near.Slips).ThenBy(near => near.Word, StringComparer.Ordinal).Take(MostNear).Select(near => near.Word)];
    }

    /// <summary>Which letters a word has, a bit each; a few share one.</summary>
    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var letter in word) letters |= 1u << (letter & 31);
        return letters;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
