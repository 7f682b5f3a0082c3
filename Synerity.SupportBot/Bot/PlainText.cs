using System.Net;
using System.Text;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// The words of a message's HTML, as a reader sees them: tags are gone, paragraphs and list items begin a line, entities are read once.
/// One pass, whatever is sent: nothing is repaired, and what never becomes a tag stays as it is.
/// </summary>
internal static class PlainText
{
    private static readonly string[] Lines = ["p", "div", "br", "li", "ul", "ol", "tr", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table"];
    private static readonly string[] Hidden = ["script", "style", "template", "noscript", "title", "head"];

    /// <param name="most">When so many signs are read, the rest is not looked at.</param>
    public static string Of(string html, int most)
    {
        var words = new StringBuilder(Math.Min(html.Length, most));
        for (var at = 0; at < html.Length && words.Length <= most;)
        {
            var open = html.IndexOf('<', at);
            if (open < 0) open = html.Length;
            Say(words, html.AsSpan(at, Math.Min(open - at, (most * 8) + 1)));
            at = open < html.Length ? Past(html, open, words) : open;
        }

        return Tidy(words.ToString());
    }

    /// <summary>After the tag, comment or hidden element that begins at <paramref name="open"/>; after the sign itself when it begins none.</summary>
    private static int Past(string html, int open, StringBuilder words)
    {
        if (html.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal)) return After(html, "-->", open + 4);
        var name = NameAt(html, open + 1, out var ends);
        if (name.Length == 0 && !ends && (open + 1 >= html.Length || html[open + 1] is not ('!' or '?')))
        {
            words.Append('<');
            return open + 1;
        }

        if (Lines.Contains(name)) words.Append(name == "li" && !ends ? "\n• " : "\n");
        else if (name == "td") words.Append(' ');
        var past = After(html, ">", open + 1);
        return !ends && Hidden.Contains(name) ? AfterHidden(html, name, past) : past;
    }

    private static int AfterHidden(string html, string name, int from)
    {
        var end = from < html.Length ? html.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase) : -1;
        return end < 0 ? html.Length : After(html, ">", end);
    }

    private static int After(string html, string mark, int from)
    {
        var found = from < html.Length ? html.IndexOf(mark, from, StringComparison.Ordinal) : -1;
        return found < 0 ? html.Length : found + mark.Length;
    }

    private static string NameAt(string html, int at, out bool ends)
    {
        ends = at < html.Length && html[at] == '/';
        var from = ends ? at + 1 : at;
        var to = from;
        while (to < html.Length && to - from < 16 && char.IsAsciiLetterOrDigit(html[to])) to++;
        return to > from && char.IsAsciiLetter(html[from]) ? html[from..to].ToLowerInvariant() : "";
    }

    private static void Say(StringBuilder words, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        var written = WebUtility.HtmlDecode(text.ToString());
        foreach (var sign in written) words.Append(sign is '\r' or '\n' or '\t' or '\u00a0' ? ' ' : sign);
    }

    /// <summary>Single spaces, no empty lines.</summary>
    private static string Tidy(string text) => string.Join('\n', text.Split('\n')
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Where(line => line is not ("" or "•")));
}
