using Microsoft.Extensions.Options;
using Synerity.SupportBot.Protocol.Auth;

namespace Synerity.SupportBot.Protocol;

/// <summary>
/// The way out to the connector: no redirects (they would take the token along), no cookies, no proxy unless configured. Deliberately not
/// from a factory that logs addresses, for they hold conversation ids.
/// </summary>
internal sealed class ConnectorTransport : IDisposable
{
    private readonly HttpMessageInvoker _invoker;

    public ConnectorTransport(OutboundTokens tokens, ServiceUrls allowed, IOptions<BotOptions> options) =>
        _invoker = new HttpMessageInvoker(new OutboundAuthorization(tokens, allowed) { InnerHandler = Sockets(options.Value) });

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) => _invoker.SendAsync(request, cancellation);

    public void Dispose() => _invoker.Dispose();

    /// <summary>Connections are renewed every few minutes, so that a changed address is noticed.</summary>
    internal static SocketsHttpHandler Sockets(BotOptions bot) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = bot.UseProxy,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 32,
    };
}
