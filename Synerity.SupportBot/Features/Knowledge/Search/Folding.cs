using System.Globalization;
using System.Text;

namespace Synerity.SupportBot.Features.Knowledge.Search;

/// <summary>Words as they are typed on a keyboard without å, ä and ö.</summary>
internal static class Folding
{
    /// <summary>Without marks above and below the letters: <c>ärende</c> → <c>arende</c>. The same string when there are none.</summary>
    public static string Fold(string word)
    {
        if (Ascii.IsValid(word)) return word;
        var folded = new StringBuilder(word.Length);
        foreach (var sign in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark) continue;
            folded.Append(sign switch { 'ø' => 'o', 'Ø' => 'O', 'æ' => 'a', 'Æ' => 'A', _ => sign });
        }

        return folded.ToString();
    }
}
