using System.Text;

namespace Synerity.SupportBot.Cards;

/// <summary>Puts what people wrote on a card so that it reads as they wrote it.</summary>
public static class Literal
{
    private const string Special = "\\`*_{}[]()#+-.!~|<>&";

    public static RichTextBlock Block(string text, TextSize? size = null, TextWeight? weight = null, bool? subtle = null, bool? italic = null) =>
        new([new TextRun(text) { Size = size, Weight = weight, IsSubtle = subtle, Italic = italic }]);

    /// <summary>For places that read Markdown and have no literal form (facts): every sign that could mean something is escaped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var sign in text)
        {
            if (Special.Contains(sign, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(sign);
        }

        return escaped.ToString();
    }
}
