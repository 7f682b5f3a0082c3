using System.Net;
using System.Net.Http.Headers;

namespace Synerity.SupportBot.Protocol.Auth;

/// <summary>
/// The one place that puts our token on a request, and therefore the one that asks whether its host may have it: a stored reference or a
/// bug above cannot send it elsewhere. A token refused with 401 is replaced once.
/// </summary>
internal sealed class OutboundAuthorization(OutboundTokens tokens, ServiceUrls allowed) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } url || !allowed.Allows(WithoutPaging(url)))
        {
            throw new ConnectorException(ConnectorFault.Refused, 0, "ServiceUrlNotAllowed");
        }

        var token = await tokens.TokenAsync(cancellationToken);
        var answer = await SendAsync(request, token, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized || token is null)
        {
            return answer;
        }

        answer.Dispose();
        tokens.Drop(token);
        return await SendAsync(request, await tokens.TokenAsync(cancellationToken), cancellationToken);
    }

    /// <summary>The only call of ours that has a query; in any other it came from an address that somebody gave us, and is refused.</summary>
    private static Uri WithoutPaging(Uri url) =>
        url.AbsolutePath.EndsWith("/pagedmembers", StringComparison.Ordinal) ? new Uri(url.GetLeftPart(UriPartial.Path)) : url;

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? token, CancellationToken cancellation)
    {
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellation);
    }
}
