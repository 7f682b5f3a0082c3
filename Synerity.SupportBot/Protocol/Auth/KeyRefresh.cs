using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Synerity.SupportBot.Protocol.Auth;

/// <summary>
/// Fetches the keys as soon as the host listens (the issuer of a try-out is this very process), so that no activity waits for them, and
/// twice a day after that. Failures are retried, never fatal.
/// </summary>
internal sealed class KeyRefresh(SigningKeys keys, IHostApplicationLifetime host) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromHours(12);
    private static readonly TimeSpan UntilFirst = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = host.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await keys.RefreshAsync(stoppingToken);
            await Task.Delay(keys.Current is null ? UntilFirst : Again, TimeProvider.System, stoppingToken);
        }
    }
}

/// <summary>Healthy once the keys of incoming tokens are here: before that every activity would be refused.</summary>
internal sealed class InboundKeysReady(SigningKeys keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys.Current is null ? HealthCheckResult.Unhealthy("The keys of incoming tokens are not here yet.") : HealthCheckResult.Healthy());
}
