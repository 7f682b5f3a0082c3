using System.Globalization;
using System.Text.RegularExpressions;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>A kind of text in a customers file: what it is called, what to write, and how it is read.</summary>
/// <param name="Noun">As in "is not a tier".</param>
/// <param name="Use">As in "use FREE, SILVER or GULD".</param>
/// <param name="Read">Null for text of another kind.</param>
internal sealed record FieldKind<T>(string Noun, string Use, Func<string, T?> Read);

internal static partial class FieldKind
{
    private const int MaxName = 100;
    private const int MaxEmail = 254;

    public static readonly FieldKind<CustomerKey?> Key = new(
        "a customer key",
        "2–8 upper-case letters A–Z and digits, first a letter, such as ACME",
        text => CustomerKey.TryParse(text, out var key) ? key : null);

    public static readonly FieldKind<string> Name = new(
        "a name",
        $"1–{MaxName} signs on one line, none of them space at the ends",
        text => text.Length is > 0 and <= MaxName && text.Trim() == text && !text.Any(char.IsControl) ? text : null);

    public static readonly FieldKind<Tier?> Tier = new("a tier", TierNames.All, text => TierNames.TryParse(text, out var tier) ? tier : null);

    public static readonly FieldKind<Guid?> Id = new(
        "an Entra id",
        "a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        text => Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty ? id : null);

    public static readonly FieldKind<string> Domain = new(
        "an e-mail domain",
        "the part after @, such as nordhem.se (å, ä, ö as xn--…)",
        text => IsDomain(text.ToLowerInvariant()) ? text.ToLowerInvariant() : null);

    public static readonly FieldKind<string> Email = new("an e-mail address", "one such as maria@nordhem.se", ReadEmail);

    public static readonly FieldKind<Tongue?> Language = new(
        "a language", "sv or en", text => text switch { "sv" => Tongue.Swedish, "en" => Tongue.English, _ => null });

    public static readonly FieldKind<DateOnly?> Date = new(
        "a date",
        "year-month-day such as 2027-01-31",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null);

    /// <summary>A lower-case domain that fits a row key.</summary>
    public static bool IsDomain(string text) => text.Length <= CustomerStore.MaxDomain && DomainPattern().IsMatch(text);

    private static string? ReadEmail(string text)
    {
        var at = text.LastIndexOf('@');
        var valid = at > 0
            && text.Length <= MaxEmail
            && text.IndexOf('@', StringComparison.Ordinal) == at
            && !text.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign))
            && IsDomain(text[(at + 1)..].ToLowerInvariant());
        return valid ? text.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])\z")]
    private static partial Regex DomainPattern();
}
