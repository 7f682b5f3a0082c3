using System.Globalization;
using System.Text;

namespace Synerity.SupportBot.Storage;

/// <summary>What a row can be found by.</summary>
/// <param name="Home">A name that searches may be limited to; row-key signs only.</param>
/// <param name="Words">As <see cref="Of"/> makes them.</param>
public sealed record RowWords(string Home, IReadOnlyList<string> Words)
{
    /// <summary>Words of one row; what comes later is not found.</summary>
    public const int Most = 40;

    private const int Longest = 30;
    private const int Shortest = 2;

    public bool Equals(RowWords? other) => other is not null && Home == other.Home && Words.SequenceEqual(other.Words);

    public override int GetHashCode() => HashCode.Combine(Home, Words.Count);

    /// <summary>
    /// The distinct words of a text in their order: lower case, without accents (å is a), letters and digits only, so that people find them
    /// however they type. At most <see cref="Most"/> of 2–30 signs.
    /// </summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Whole(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category == UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsLetterOrDigit(rune)) word.Append(Sign(Rune.ToLowerInvariant(rune)));
            else End();
        }

        End();
        return words;

        void End()
        {
            if (word.Length >= Shortest && words.Count < Most)
            {
                var whole = word.ToString(0, Math.Min(word.Length, Longest));
                if (!words.Contains(whole)) words.Add(whole);
            }

            word.Clear();
        }
    }

    /// <summary>Other alphabets keep their words, in signs that a row key may have.</summary>
    private static string Sign(Rune rune) => rune.IsAscii ? rune.ToString() : $"u{rune.Value:x}";

    private static string Whole(string text) => string.Concat(text.EnumerateRunes());
}
