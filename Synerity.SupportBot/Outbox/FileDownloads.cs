using System.Net;
using System.Net.Sockets;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>How fetching a file ended.</summary>
public abstract record Download
{
    public sealed record Got(ReadOnlyMemory<byte> Bytes) : Download;

    public sealed record TooBig : Download;

    /// <summary>The address is not one that files may come from.</summary>
    public sealed record NotAllowed : Download;

    /// <summary>It is not there (any more); asking again will not help.</summary>
    public sealed record Gone : Download;

    /// <summary>Nobody answered, or only for now: ask again later.</summary>
    public sealed record Failed : Download;
}

/// <summary>
/// Fetches what somebody sent. No redirects, no cookies, at most so many bytes in so many seconds; the bot's token goes to the connector
/// alone; names are resolved once, and what leads into a private network is not connected to (platform facts §9.4).
/// </summary>
public sealed class FileDownloads : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly Lazy<HttpMessageInvoker> _ofConnector;
    private readonly Lazy<HttpMessageInvoker> _plain;
    private readonly FileHosts _hosts;

    /// <param name="connector">What puts the bot's token on a request, and asks whether its host may have it.</param>
    internal FileDownloads(Func<DelegatingHandler> connector, FileHosts hosts, Func<BotOptions> bot)
    {
        _hosts = hosts;
        _ofConnector = new(() =>
        {
            var authorization = connector();
            authorization.InnerHandler = ConnectorTransport.Sockets(bot());
            return new HttpMessageInvoker(authorization);
        });
        _plain = new(() =>
        {
            var sockets = ConnectorTransport.Sockets(bot());
            if (!sockets.UseProxy) sockets.ConnectCallback = ConnectAsync;
            return new HttpMessageInvoker(sockets);
        });
    }

    /// <param name="most">Bytes.</param>
    public async Task<Download> FetchAsync(string address, bool fromConnector, long most, CancellationToken cancellation)
    {
        Uri? url;
        if (fromConnector ? !Uri.TryCreate(address, UriKind.Absolute, out url) : !_hosts.Allows(address, out url)) return new Download.NotAllowed();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Longest);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            using var answer = await (fromConnector ? _ofConnector : _plain).Value.SendAsync(request, limit.Token);
            return answer.StatusCode == HttpStatusCode.OK ? await ReadAsync(answer.Content, most, limit.Token) : Judge((int)answer.StatusCode);
        }
        catch (ConnectorException refused)
        {
            return refused.Fault == ConnectorFault.Refused ? new Download.NotAllowed() : new Download.Failed();
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return fault.InnerException is PrivateAddressException ? new Download.NotAllowed() : new Download.Failed();
        }
    }

    public void Dispose()
    {
        if (_ofConnector.IsValueCreated) _ofConnector.Value.Dispose();
        if (_plain.IsValueCreated) _plain.Value.Dispose();
    }

    /// <summary>A redirect would lead to where nobody looked; a refusal of an address that opens a file for a while is final.</summary>
    private static Download Judge(int status) => status is 408 or 429 or >= 500 ? new Download.Failed() : status is >= 300 and < 400 ? new Download.NotAllowed() : new Download.Gone();

    private static async Task<Download> ReadAsync(HttpContent content, long most, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > most) return new Download.TooBig();
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > most) return new Download.TooBig();
            bytes.Write(buffer, 0, read);
        }

        return new Download.Got(bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
    }

    /// <summary>Connects to the very address that was looked at, so that a name cannot mean another one a moment later.</summary>
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var isLoopback = context.InitialRequestMessage.RequestUri is { IsLoopback: true }; // only where an entry names it
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var address = found.FirstOrDefault(one => isLoopback ? IPAddress.IsLoopback(one) : PublicAddress.Is(one)) ?? throw new PrivateAddressException();
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class PrivateAddressException() : IOException("The name leads into a private network.");
}
