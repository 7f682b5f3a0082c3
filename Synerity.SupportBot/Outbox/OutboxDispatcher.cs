namespace Synerity.SupportBot.Outbox;

/// <summary>
/// One sender a shard: woken at once by this process's own commits, every few seconds by the markers that others left, and by timers.
/// </summary>
public sealed partial class OutboxDispatcher(ShardWork work, OutboxSignal signal, WireClock wire, ILogger<OutboxDispatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    /// <summary>Carries out everything that is due now, in all shards, until nothing is left. For tests.</summary>
    public async Task DrainAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var carried = 0;
            for (var shard = 0; shard < Shards.Count; shard++) carried += await work.RoundAsync(shard, cancellation);
            if (carried == 0) return;
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Shards.Count).Select(shard => Task.Run(() => RunAsync(shard, stoppingToken), stoppingToken)));

    private async Task RunAsync(int shard, CancellationToken stopping)
    {
        var woken = signal.Of(shard);
        Task<bool>? raised = null;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await work.RoundAsync(shard, stopping);
                var wait = Task.Delay(Round, wire.Time, stopping);
                while (!wait.IsCompleted)
                {
                    // Kept from round to round, or a quiet bot would pile up one waiting reader after the other.
                    raised ??= woken.WaitToReadAsync(stopping).AsTask();
                    if (await Task.WhenAny(raised, wait) == wait) break;
                    raised = null;
                    while (woken.TryRead(out var partition))
                    {
                        if (partition == OutboxSignal.Everything) await work.RoundAsync(shard, stopping);
                        else await work.PartitionAsync(shard, partition, stopping);
                    }
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault)
            {
                // The store is away, or a bug: this loop is the last to give up.
                Log.RoundFailed(logger, shard, fault);
                await Task.Delay(Round, wire.Time, CancellationToken.None);
            }
        }

        await work.ReleaseAsync(shard);
    }

    private static partial class Log
    {
        [LoggerMessage(2010, LogLevel.Error, "A round of shard {Shard} failed.")]
        public static partial void RoundFailed(ILogger logger, int shard, Exception fault);
    }
}

/// <summary>What the sender of a shard does in a round, one caller at a time.</summary>
public sealed class ShardWork(OutboxSweep sweep, PendingMarkers markers, Leases leases, Timers timers)
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Shards.Count).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Markers whose outbox was seen empty after no commit could still be on its way; the tag tells whether they were written anew.</summary>
    private readonly Dictionary<string, string>[] _settled = [.. Enumerable.Range(0, Shards.Count).Select(_ => new Dictionary<string, string>())];

    /// <summary>Everything due in every marked partition, and the timers. Returns how many rows were carried out.</summary>
    public async Task<int> RoundAsync(int shard, CancellationToken cancellation)
    {
        await _turns[shard].WaitAsync(cancellation);
        try
        {
            if (!await leases.HoldAsync(shard, cancellation)) return 0;
            using var lease = leases.EndOf(shard);
            using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Token);
            var carried = await timers.FireAsync(shard, held.Token);
            foreach (var marker in await markers.ReadAsync(shard, held.Token)) carried += await MarkedAsync(shard, marker, held.Token);
            return carried;
        }
        finally
        {
            _turns[shard].Release();
        }
    }

    /// <summary>The fast path: this process has just stored something.</summary>
    public async Task PartitionAsync(int shard, string partition, CancellationToken cancellation)
    {
        await _turns[shard].WaitAsync(cancellation);
        try
        {
            if (!await leases.HoldAsync(shard, cancellation)) return;
            using var lease = leases.EndOf(shard);
            using var held = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lease.Token);
            await sweep.PartitionAsync(shard, partition, () => leases.MaySend(shard), held.Token);
        }
        finally
        {
            _turns[shard].Release();
        }
    }

    public Task ReleaseAsync(int shard) => leases.ReleaseAsync(shard, CancellationToken.None);

    private async Task<int> MarkedAsync(int shard, Marker marker, CancellationToken cancellation)
    {
        var settled = _settled[shard].TryGetValue(marker.Partition, out var tag) && tag == marker.Tag;
        if (settled && marker.Age < PendingMarkers.Old) return 0;
        var swept = await sweep.PartitionAsync(shard, marker.Partition, () => leases.MaySend(shard), cancellation);
        if (swept.Empty && marker.Age >= PendingMarkers.Old)
        {
            _settled[shard].Remove(marker.Partition);
            await markers.ClearAsync(shard, marker, cancellation);
        }
        else if (swept.Empty && marker.Age >= PendingMarkers.Settled)
        {
            _settled[shard][marker.Partition] = marker.Tag;
        }

        return swept.Carried;
    }
}
