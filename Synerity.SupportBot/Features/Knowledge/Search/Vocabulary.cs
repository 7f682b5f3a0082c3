using System.Text.RegularExpressions;
using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>The words that occur in the articles, for finding what a misspelt one was meant to be. Without dots: those are no spelling mistake.</summary>
internal sealed partial class Vocabulary
{
    private const int ShortestMended = 4;

    private readonly HashSet<string> _words = new(StringComparer.Ordinal);
    private readonly ILookup<(char First, int Length), string> _near;

    public Vocabulary(IEnumerable<string> words)
    {
        foreach (var word in words) _words.Add(Folding.Fold(word));
        _near = _words.ToLookup(word => (word[0], word.Length));
    }

    /// <summary>The words of a text, as they stand.</summary>
    public static IEnumerable<string> Split(string text) => Word().Matches(text).Select(found => found.Value);

    public bool Has(string word) => _words.Contains(Folding.Fold(word));

    /// <summary>The known words within one slip of the pen, two for longer words, nearest first; at most three. People seldom miss the first letter.</summary>
    public IReadOnlyList<string> Near(string word)
    {
        var written = Folding.Fold(word);
        if (written.Length < ShortestMended || written.Any(char.IsDigit)) return [];
        var slips = written.Length < 7 ? 1 : 2;
        return
        [
            .. Enumerable.Range(written.Length - slips, (2 * slips) + 1)
                .SelectMany(length => _near[(written[0], length)])
                .Select(known => (Known: known, Slips: Spelling.Distance(written, known)))
                .Where(pair => pair.Slips <= slips)
                .OrderBy(pair => pair.Slips).ThenBy(pair => pair.Known, StringComparer.Ordinal)
                .Take(3)
                .Select(pair => pair.Known),
        ];
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
