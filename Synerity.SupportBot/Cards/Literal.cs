namespace Synerity.SupportBot.Cards;

/// <summary>Puts what people wrote on a card so that it reads as they wrote it.</summary>
public static class Literal
{
    /// <summary>Lines that get a block of their own; what follows is run together, so that nobody can fill a card with line breaks.</summary>
    private const int MostLines = 30;

    public static RichTextBlock Block(string text, TextSize? size = null, TextWeight? weight = null, bool? subtle = null, bool? italic = null) =>
        new([new TextRun(Clean(text)) { Size = size, Weight = weight, IsSubtle = subtle, Italic = italic }]);

    /// <summary>A longer text with its line breaks, which a run of text does not show.</summary>
    public static IEnumerable<RichTextBlock> Lines(string text, bool? italic = null)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Take(MostLines - 1).Concat(lines.Length >= MostLines ? [string.Join(' ', lines.Skip(MostLines - 1))] : [])
            .Select((line, index) => Block(line, italic: italic) with { Spacing = index == 0 ? null : Spacing.Small });
    }

    /// <summary>A title of our own words and a value that a person may have written, on one line.</summary>
    public static RichTextBlock Pair(string title, string value) =>
        new([new TextRun(title + "  ") { IsSubtle = true }, new TextRun(Clean(value))]) { Spacing = Spacing.Small };

    /// <summary>Control characters mean nothing on a card, and six signs each in its JSON.</summary>
    private static string Clean(string text) => string.Create(text.Length, text, static (cleaned, words) =>
    {
        for (var at = 0; at < words.Length; at++) cleaned[at] = char.IsControl(words[at]) ? ' ' : words[at];
    });
}
