using System.Text.Json;

namespace Synerity.SupportBot.Protocol.Auth;

/// <summary>
/// The keys of the issuer, kept. One fetch at a time; the last good set stays when a fetch fails; a failed fetch is never remembered but
/// the next one waits a second. A key id nobody knows asks anew, so a key rotated in is accepted with the request that first uses it; such
/// questions draw on an allowance of <see cref="Burst"/> that grows by one a minute, so invented key ids cannot make us hammer the issuer.
/// </summary>
/// <param name="clock">The machine's clock, also where the domain's clock travels.</param>
internal sealed partial class SigningKeys(KeyDocument document, TimeProvider clock, ILogger<SigningKeys> log)
{
    public const int Burst = 3;

    private static readonly TimeSpan Growth = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private KeySet? _current;
    private Task? _fetch;
    private DateTimeOffset? _failedAt;
    private double _allowance = Burst;
    private DateTimeOffset _allowanceAt = clock.GetUtcNow();

    /// <summary>The last good set; null before the first.</summary>
    public KeySet? Current => Volatile.Read(ref _current);

    /// <summary>The set that has the key, fetched if need be; null when the issuer has no such key or cannot be asked now.</summary>
    public async ValueTask<KeySet?> WithAsync(string kid, CancellationToken cancellation)
    {
        if (Current?.Find(kid) is null)
        {
            await Fetch(asked: true).WaitAsync(cancellation);
        }

        return Current is { } set && set.Find(kid) is not null ? set : null;
    }

    /// <summary>Fetches now, outside the allowance: for the start and the daily refresh.</summary>
    public Task RefreshAsync(CancellationToken cancellation) => Fetch(asked: false).WaitAsync(cancellation);

    /// <summary>Nobody's cancellation ends the fetch, for others wait for the same one.</summary>
    private Task Fetch(bool asked)
    {
        lock (_gate)
        {
            if (_fetch is { IsCompleted: false })
            {
                return _fetch;
            }

            return MayFetch(asked) ? _fetch = Task.Run(FetchOnceAsync) : Task.CompletedTask;
        }
    }

    private bool MayFetch(bool asked)
    {
        var now = clock.GetUtcNow();
        if (now - _failedAt < AfterFailure)
        {
            return false;
        }

        if (!asked || Current is null)
        {
            return true;
        }

        _allowance = Math.Min(Burst, _allowance + ((now - _allowanceAt) / Growth));
        _allowanceAt = now;
        if (_allowance < 1)
        {
            return false;
        }

        _allowance--;
        return true;
    }

    private async Task FetchOnceAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(Timeout, clock);
            var fetched = await document.FetchAsync(limit.Token);
            Volatile.Write(ref _current, fetched);
            Failed(at: null);
            Log.Fetched(log);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidDataException or IOException or OperationCanceledException)
        {
            Failed(clock.GetUtcNow());
            Log.Failed(log, failure.GetType().Name, failure.Message);
        }
    }

    private void Failed(DateTimeOffset? at)
    {
        lock (_gate)
        {
            _failedAt = at;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The keys of incoming tokens were fetched.")]
        public static partial void Fetched(ILogger logger);

        [LoggerMessage(2, LogLevel.Warning, "The keys of incoming tokens could not be fetched ({Kind}): {Reason}. Check Bot:OpenIdMetadata and the way out to it.")]
        public static partial void Failed(ILogger logger, string kind, string reason);
    }
}
