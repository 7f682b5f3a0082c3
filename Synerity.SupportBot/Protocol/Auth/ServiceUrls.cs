using System.Collections.Frozen;

namespace Synerity.SupportBot.Protocol.Auth;

/// <summary>
/// The origins that may have our token, and whose word about where to answer counts. Immutable and pure: an origin matches in scheme, host
/// and port exactly; user info, query and fragment are never allowed, nor characters that two parsers could read in two ways.
/// </summary>
public sealed class ServiceUrls
{
    private readonly FrozenSet<string> _origins;

    /// <param name="origins">https with the default port; on loopback also http and other ports.</param>
    /// <exception cref="ArgumentException">One of them is not such an origin.</exception>
    public ServiceUrls(IEnumerable<string> origins) => _origins = origins.Select(Canonical).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a service URL that somebody states may be used.</summary>
    public bool Allows(string? serviceUrl) =>
        serviceUrl is { Length: > 0 and <= 2048 }
        && !serviceUrl.AsSpan().ContainsAnyExceptInRange('!', '~')
        && serviceUrl.AsSpan().IndexOfAny("@?#%\\") < 0
        && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && Allows(url);

    /// <summary>Whether a request may go to <paramref name="url"/> with our token.</summary>
    public bool Allows(Uri url) =>
        url is { IsAbsoluteUri: true, UserInfo: "", Query: "", Fragment: "" } && _origins.Contains(url.GetLeftPart(UriPartial.Authority));

    internal static bool IsOrigin(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var url)
        && url is { UserInfo: "", Query: "", Fragment: "", AbsolutePath: "/" }
        && ((url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort) || (url.IsLoopback && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)));

    private static string Canonical(string origin) =>
        IsOrigin(origin)
            ? new Uri(origin).GetLeftPart(UriPartial.Authority)
            : throw new ArgumentException($"'{origin}' is not an origin that may be trusted.", nameof(origin));
}
