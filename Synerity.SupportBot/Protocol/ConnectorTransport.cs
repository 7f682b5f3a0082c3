using System.Buffers;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Protocol.Auth;

namespace Synerity.SupportBot.Protocol;

/// <summary>
/// The way out to the connector: no redirects (they would take the token along), no cookies, no proxy unless configured. Deliberately not
/// from a factory that logs addresses, for they hold conversation ids.
/// </summary>
internal sealed class ConnectorTransport : IDisposable
{
    private const int Retries = 2;
    private const int MaxAnswer = 256 * 1024;

    private static readonly TimeSpan LongestRetryWait = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker _invoker;
    private readonly TimeProvider _clock;

    /// <param name="clock">The machine's clock: what waits here is the network, not the domain.</param>
    public ConnectorTransport(OutboundTokens tokens, ServiceUrls allowed, IOptions<BotOptions> options, TimeProvider clock)
    {
        _invoker = new HttpMessageInvoker(new OutboundAuthorization(tokens, allowed) { InnerHandler = Sockets(options.Value) });
        _clock = clock;
    }

    /// <summary>Every call goes through here: one time limit over all attempts, and few retries where a repeat does no harm.</summary>
    public async Task<ReadOnlyMemory<byte>> SendAsync(HttpMethod method, string url, byte[]? body, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(ConnectorClient.CallTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await AttemptAsync(method, url, body, either.Token);
            }
            catch (ConnectorException failure) when (attempt < Retries && MayRepeat(method, failure))
            {
                await Task.Delay(failure.RetryAfter ?? Backoff(attempt), _clock, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellation.ThrowIfCancellationRequested();
                if (limit.IsCancellationRequested)
                {
                    throw;
                }
            }
            catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
            {
                throw new ConnectorException(ConnectorFault.Unclear, 0, "Timeout", inner: late);
            }
        }
    }

    private static bool MayRepeat(HttpMethod method, ConnectorException failure) =>
        (failure.Fault == ConnectorFault.TryAgain || (failure.Fault == ConnectorFault.Unclear && method != HttpMethod.Post))
        && (failure.RetryAfter ?? TimeSpan.Zero) <= LongestRetryWait;

    private static TimeSpan Backoff(int attempt) => TimeSpan.FromMilliseconds((300 << attempt) + Random.Shared.Next(200));

    private async Task<ReadOnlyMemory<byte>> AttemptAsync(HttpMethod method, string url, byte[]? body, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            throw new ConnectorException(ConnectorFault.Refused, 0, "ServiceUrlNotAllowed");
        }

        using var request = new HttpRequestMessage(method, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        }

        try
        {
            using var answer = await _invoker.SendAsync(request, cancellation);
            var text = await ReadAsync(answer.Content, cancellation);
            return answer.IsSuccessStatusCode
                ? text
                : throw ConnectorErrors.Read(method, answer.StatusCode, text.Span, ConnectorErrors.Wait(answer.Headers.RetryAfter, _clock.GetUtcNow()));
        }
        catch (HttpRequestException failure)
        {
            throw ConnectorErrors.Unanswered(failure);
        }
        catch (IOException failure)
        {
            throw new ConnectorException(ConnectorFault.Unclear, 0, "AnswerLost", inner: failure);
        }
    }

    /// <summary>At most <see cref="MaxAnswer"/> of it: nobody fills our memory.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new ArrayBufferWriter<byte>(1024);
        int read;
        while (buffer.WrittenCount < MaxAnswer && (read = await stream.ReadAsync(buffer.GetMemory(1024), cancellation)) > 0)
        {
            buffer.Advance(read);
        }

        return buffer.WrittenMemory;
    }

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
