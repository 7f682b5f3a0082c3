using Azure;
using Azure.Core;
using Azure.Identity;

namespace Synerity.SupportBot.Protocol.Auth;

/// <summary>
/// The bot's own token for the connector, kept until 5 minutes before its end. One request for a token at a time; while the old one is valid
/// it is served when a new one cannot be had.
/// </summary>
/// <param name="identity">Makes the credential, anew after <see cref="Drop"/> because a credential keeps its tokens; null: no token is sent.</param>
/// <param name="clock">The machine's clock: tokens do not live on the domain's.</param>
internal sealed partial class OutboundTokens(Func<TokenCredential>? identity, string scope, TimeProvider clock, ILogger<OutboundTokens> log)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private TokenCredential? _credential;
    private AccessToken _held;
    private Task<AccessToken>? _request;
    private DateTimeOffset _notBefore;

    /// <summary>The token to send; null when the connector wants none.</summary>
    /// <exception cref="ConnectorException">None can be had now: try again later.</exception>
    public async ValueTask<string?> TokenAsync(CancellationToken cancellation)
    {
        if (identity is null)
        {
            return null;
        }

        Task<AccessToken> request;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var valid = _held.Token is not null && _held.ExpiresOn > now;
            if (valid && (_held.ExpiresOn - now >= Margin || now < _notBefore))
            {
                return _held.Token;
            }

            request = _request is { IsCompleted: false } ? _request : _request = Task.Run(RequestAsync, CancellationToken.None);
        }

        return (await request.WaitAsync(cancellation)).Token;
    }

    /// <summary>Forgets a token that the connector refused, unless a newer one has taken its place.</summary>
    public void Drop(string token)
    {
        lock (_gate)
        {
            if (_held.Token == token)
            {
                _held = default;
                _credential = null;
            }
        }
    }

    private async Task<AccessToken> RequestAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Timeout, clock);
            var token = await Credential().GetTokenAsync(new TokenRequestContext([scope]), limit.Token);
            lock (_gate)
            {
                return _held = token;
            }
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or RequestFailedException or HttpRequestException or OperationCanceledException)
        {
            Log.Failed(log, failure.GetType().Name);
            lock (_gate)
            {
                var now = clock.GetUtcNow();
                _notBefore = now + AfterFailure;
                return _held.Token is not null && _held.ExpiresOn > now
                    ? _held
                    : throw new ConnectorException(ConnectorFault.TryAgain, 0, "TokenUnavailable", AfterFailure, failure);
            }
        }
    }

    private TokenCredential Credential()
    {
        lock (_gate)
        {
            return _credential ??= identity!();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "No token for the connector could be had ({Kind}). Check Bot:Credential and what it needs.")]
        public static partial void Failed(ILogger logger, string kind);
    }
}
