using System.Text;

namespace Synerity.SupportBot.Bot;

/// <summary>What people wrote, made fit to be kept and shown: composed, trimmed, without control characters other than line breaks.</summary>
public static class Written
{
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001f') && text.IsNormalized()) return text.Trim();
        var kept = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings("\n"))
        {
            if (sign is '\n' or '\t' || !char.IsControl(sign)) kept.Append(sign == '\t' ? ' ' : sign);
        }

        return kept.ToString().Normalize(NormalizationForm.FormC).Trim();
    }
}
