using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>Words for the same thing, in both languages at once; read from a file of the program.</summary>
internal sealed partial class Synonyms
{
    private readonly FrozenDictionary<string, string> _phrases;
    private readonly Regex _phrase;

    private Synonyms(IReadOnlyList<string[]> groups)
    {
        Groups = [.. groups.Select(group => group.Where(word => !IsSeveral(word)).ToArray())];
        _phrases = groups.SelectMany(group => group.Where(IsSeveral).Select(phrase => (phrase, first: group[0])))
            .DistinctBy(pair => pair.phrase).ToFrozenDictionary(pair => pair.phrase, pair => pair.first, StringComparer.Ordinal);
        var any = string.Join('|', _phrases.Keys.OrderByDescending(phrase => phrase.Length).Select(Regex.Escape));
        _phrase = new Regex($@"(?<![\p{{L}}\p{{N}}])(?:{any})(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant | RegexOptions.Compiled);
    }

    public static Synonyms Standard { get; } = new(
        [.. EmbeddedWords.Lines("synonyms.txt").Select(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))]);

    /// <summary>Single words that mean the same.</summary>
    public IReadOnlyList<string[]> Groups { get; }

    /// <summary>Lower case, and what is several words as the one word it stands for: <c>log in</c> → <c>inloggning</c>.</summary>
    public string Prepare(string text) => _phrase.Replace(text.ToLowerInvariant(), found => _phrases[found.Value]);

    private static bool IsSeveral(string words) => Several().IsMatch(words);

    [GeneratedRegex(@"[^\p{L}\p{N}]")]
    private static partial Regex Several();
}

/// <summary>Word lists that are part of the program.</summary>
internal static class EmbeddedWords
{
    /// <summary>Lines that are neither empty nor comments.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedWords).Assembly.GetManifestResourceStream($"{typeof(EmbeddedWords).Namespace}.{name}")
            ?? throw new InvalidOperationException($"The word list {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Trim() is { Length: > 0 } words && words[0] != '#') lines.Add(words);
        }

        return lines;
    }
}
