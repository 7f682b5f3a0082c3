using System.Globalization;

namespace Synerity.SupportBot.Language;

/// <summary>Cuts what is too long where a reader sees a sign end: never inside an emoji or a letter with its accents.</summary>
public static class Shorten
{
    /// <summary>The words, or as many whole signs of them as fit into <paramref name="most"/> UTF-16 units with <c>…</c> after.</summary>
    public static string To(int most, string words) => words.Length <= most ? words : Cut(most - 1, words).TrimEnd() + "…";

    /// <summary>As many whole signs as fit into <paramref name="most"/> UTF-16 units. One sign that alone is longer is cut between its code points.</summary>
    public static string Cut(int most, string words)
    {
        if (words.Length <= most) return words;
        var (at, length) = (0, 0);
        while (at < most)
        {
            length = StringInfo.GetNextTextElementLength(words.AsSpan(at));
            if (at + length > most) break;
            at += length;
        }

        if (at == 0) at = char.IsHighSurrogate(words[most - 1]) ? most - 1 : most;
        return words[..at];
    }
}
