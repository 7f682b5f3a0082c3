using System.Globalization;
using System.Text.RegularExpressions;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>
/// Takes out of a text what says who somebody is or lets somebody in: e-mail addresses, telephone numbers, personnummer, keys, tokens and
/// passwords. Used before anything leaves for a model, and before a question is kept for those who write articles.
/// </summary>
public static partial class Masking
{
    public static string Mask(string text)
    {
        text = Link().Replace(text, found => found.Groups["place"].Value + (found.Groups["rest"].Length > 0 ? "/…" : ""));
        text = Email().Replace(text, "[e-mail]");
        text = Secret().Replace(text, "[secret]");
        text = Password().Replace(text, "${name} [secret]");
        text = Long().Replace(text, found => LooksMade(found.Value) ? "[secret]" : found.Value);
        text = Personal().Replace(text, found => IsPersonal(found) ? "[personnummer]" : found.Value);
        return Phone().Replace(text, found => found.Groups["number"].Value.Count(char.IsAsciiDigit) >= 7 ? "[telephone]" : found.Value);
    }

    /// <summary>A long run of letters and digits in both: nobody writes such words.</summary>
    private static bool LooksMade(string word) =>
        word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetter) && (word.Length >= 24 || (word.Any(char.IsAsciiLetterUpper) && word.Any(char.IsAsciiLetterLower)));

    /// <summary>Ten or twelve digits whose date exists (a coordination number has 60 added to its day); the check digit may be mistyped and is not asked for.</summary>
    private static bool IsPersonal(Match found)
    {
        var (month, day) = (Part(found, "month"), Part(found, "day"));
        return month is >= 1 and <= 12 && (day > 60 ? day - 60 : day) is >= 1 and <= 31;
    }

    private static int Part(Match found, string name) => int.Parse(found.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<place>https?://[^\s/?#]+)(?<rest>[/?#]\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+")]
    private static partial Regex Email();

    [GeneratedRegex(@"\beyJ[\w-]{8,}(\.[\w-]+){0,2}|\b(sk|pk|ghp|gho|xox[abps]|glpat)[-_][\w-]{8,}|\bBearer\s+\S+|\bAKIA[0-9A-Z]{16}\b|-----BEGIN[^-]*-----.*?(-----END[^-]*-----|\z)", RegexOptions.Singleline)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?<name>\b(lösenord(et)?|losenord(et)?|password|passwd|pwd|pin-?kod(en)?|api[- ]?(key|nyckel(n)?)|token|secret)\b\s*(är|ar|is|:|=)+)\s*\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    [GeneratedRegex(@"(?<![\w/])[A-Za-z0-9_+/=-]{16,}(?![\w/])")]
    private static partial Regex Long();

    [GeneratedRegex(@"(?<!\d)(19|20)?\d{2}(?<month>\d{2})(?<day>\d{2})[-+ ]?\d{4}(?!\d)")]
    private static partial Regex Personal();

    /// <summary>A date and an amount in thousands are no telephone; several numbers in a row are, however long.</summary>
    [GeneratedRegex(@"(?<![\w-])(?:20\d\d-[01]\d-[0-3]\d(?!\d)|[1-9]\d{0,2}[ \u00A0]\d{3}(?![ ()-]*\d)|[1-9]\d?[ \u00A0]\d{3}[ \u00A0]\d{3}(?![ ()-]*\d)|(?<number>[+(]*\d[\d\u00A0 ()-]{5,}\d))")]
    private static partial Regex Phone();
}
