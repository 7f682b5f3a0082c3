using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Synerity.SupportBot.Protocol;

/// <summary>
/// JSON with nothing escaped but what JSON itself demands. No encoder of the framework leaves emoji and rare spaces alone, and Teams counts
/// signs: as <c>\ud83d\ude00</c> an emoji would cost twelve instead of two. Cards are measured in this form.
/// </summary>
internal static partial class PlainJson
{
    public static byte[] Of(byte[] utf8) =>
        utf8.AsSpan().IndexOf("\\u"u8) < 0 ? utf8 : Encoding.UTF8.GetBytes(Escape().Replace(Encoding.UTF8.GetString(utf8), Undone));

    /// <summary>An escaped backslash is matched before, so that what follows one is never taken for an escape.</summary>
    private static string Undone(Match escape) =>
        escape.Length == 2 || (char)ushort.Parse(escape.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var sign
            && (sign < ' ' || sign is '"' or '\\')
            ? escape.Value
            : sign.ToString();

    [GeneratedRegex(@"\\\\|\\u[0-9A-Fa-f]{4}")]
    private static partial Regex Escape();
}
