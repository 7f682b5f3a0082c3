using System.Text.RegularExpressions;

namespace Synerity.SupportBot.Storage;

/// <summary>Which addresses somebody's file may be fetched from. Pure; what a name leads to is checked again when it is connected to.</summary>
public sealed partial class FileHosts(IEnumerable<string> entries)
{
    /// <summary>Where Teams keeps what is sent in personal chats.</summary>
    public static readonly IReadOnlyList<string> OfTeams = ["*.sharepoint.com", "*.sharepoint.us", "*.sharepoint-mil.us"];

    private readonly IReadOnlyList<string> _entries = [.. entries.Select(entry => entry.ToLowerInvariant())];

    /// <summary>https at the usual port and one of the hosts; at a loopback entry with its port also http.</summary>
    public bool Allows(string address, out Uri url)
    {
        url = null!;
        if (address.Length > 4096 || address.AsSpan().ContainsAnyExceptInRange('!', '~') || address.Contains('\\', StringComparison.Ordinal)) return false;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var parsed) || parsed is not { UserInfo: "", Fragment: "" }) return false;
        url = parsed;
        if (parsed.IsLoopback) return _entries.Contains($"{parsed.Host}:{parsed.Port}") && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps);
        return parsed.Scheme == Uri.UriSchemeHttps && parsed.IsDefaultPort && parsed.HostNameType == UriHostNameType.Dns && _entries.Any(entry => Fits(parsed.Host, entry));
    }

    internal static bool IsEntry(string entry) => Entry().IsMatch(entry.ToLowerInvariant());

    private static bool Fits(string host, string entry) =>
        entry.StartsWith("*.", StringComparison.Ordinal) ? host.Length > entry.Length - 1 && host.EndsWith(entry[1..], StringComparison.Ordinal) : host == entry;

    [GeneratedRegex(@"\A(?:(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}|(?:localhost|127\.0\.0\.1):[0-9]{1,5})\z")]
    private static partial Regex Entry();
}
