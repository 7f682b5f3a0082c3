using System.Buffers;

namespace Synerity.SupportBot.Features.Recordings;

/// <summary>Why a link is not taken.</summary>
public enum WhyNot
{
    /// <summary>Not a link at all, or too long.</summary>
    Unreadable,
    NotHttps,
    Credentials,

    /// <summary>A number instead of a name, however it is written.</summary>
    Address,
    Port,

    /// <summary>Signs that look like others: not plain ASCII, punycode, escapes, a dot too many.</summary>
    LookAlike,

    /// <summary>A host that is not on the list.</summary>
    Host,
}

/// <summary>
/// Whether a recording's link is one that support may open. Pure, and strict: it looks at the text itself and takes only what every program
/// reads in the same way; nothing is fetched and no redirect is followed.
/// </summary>
public static class LinkCheck
{
    private const int Longest = 1000;
    private const string Https = "https://";

    /// <summary>Signs that programs read differently.</summary>
    private static readonly SearchValues<char> Misleading = SearchValues.Create("\\\"<>^`{|}");

    /// <summary>Null: it may be taken.</summary>
    /// <param name="hosts">Lower-case; <c>*.example.com</c> for any host below one.</param>
    public static WhyNot? Fault(string link, IEnumerable<string> hosts)
    {
        if (link.Length > Longest || !link.Contains("://", StringComparison.Ordinal)) return WhyNot.Unreadable;
        if (!link.StartsWith(Https, StringComparison.OrdinalIgnoreCase)) return WhyNot.NotHttps;
        if (link.AsSpan().ContainsAnyExceptInRange('!', '~') || link.AsSpan().ContainsAny(Misleading)) return WhyNot.LookAlike;
        var rest = link[Https.Length..];
        var end = rest.AsSpan().IndexOfAny("/?#");
        var authority = (end < 0 ? rest : rest[..end]).ToLowerInvariant();
        return AuthorityFault(authority) ?? (hosts.Any(entry => Fits(authority, entry)) ? Agreed(link, authority) : WhyNot.Host);
    }

    /// <summary>The first thing in a text that wants to be a link; null where there is none.</summary>
    public static string? In(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Trim('(', '<', '"', '\'', '[', ')', '>', ']', ',', ';', '!', '.'))
        .FirstOrDefault(word => word.StartsWith("http", StringComparison.OrdinalIgnoreCase) && word.Contains("://", StringComparison.Ordinal));

    /// <summary>Whether a link means to be a recording's, taken or not: its host has the name of one on the list somewhere.</summary>
    public static bool Resembles(string link, IEnumerable<string> hosts)
    {
        var authority = link.Split("://", 2)[^1].Split('/', '?', '#')[0].ToLowerInvariant();
        return hosts.Select(NameOf).Any(name => authority.Contains(name, StringComparison.Ordinal));
    }

    private static WhyNot? AuthorityFault(string authority)
    {
        if (authority.Length == 0) return WhyNot.Unreadable;
        if (authority.Contains('@', StringComparison.Ordinal)) return WhyNot.Credentials;
        if (authority[0] == '[') return WhyNot.Address;
        if (authority.Contains(':', StringComparison.Ordinal)) return WhyNot.Port;
        var labels = authority.Split('.');
        if (!labels.All(IsLabel)) return WhyNot.LookAlike;
        return IsNumber(labels[^1]) ? WhyNot.Address : null;
    }

    /// <summary>Of a host's name as registries give them out, in plain letters.</summary>
    private static bool IsLabel(string label) =>
        label.Length > 0 && label[0] != '-' && label[^1] != '-' && !label.StartsWith("xn--", StringComparison.Ordinal) && label.All(sign => char.IsAsciiLetterOrDigit(sign) || sign == '-');

    /// <summary>Decimal, octal or hexadecimal: a name that ends in one is an address to browsers.</summary>
    private static bool IsNumber(string label) =>
        label.All(char.IsAsciiDigit) || (label.StartsWith("0x", StringComparison.Ordinal) && label[2..].All(char.IsAsciiHexDigit));

    private static bool Fits(string host, string entry) => entry.StartsWith("*.", StringComparison.Ordinal)
        ? host.Length > entry.Length - 1 && host.EndsWith(entry[1..], StringComparison.Ordinal)
        : host == entry;

    /// <summary>A second reader, which must see the same host.</summary>
    private static WhyNot? Agreed(string link, string host) =>
        Uri.TryCreate(link, UriKind.Absolute, out var url) && url is { Scheme: "https", UserInfo: "", IsDefaultPort: true } && url.Host == host ? null : WhyNot.LookAlike;

    /// <summary><c>loom</c> of <c>*.loom.com</c>: the label before the last, by which people know it.</summary>
    private static string NameOf(string entry) => entry.Split('.') is { Length: >= 2 } labels ? labels[^2] : entry;
}
