using System.Collections.Frozen;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>
/// Wake-ups in order of time, one partition a shard. A wake-up is written by the outbox, after the commit that asked for it, so it never
/// fires before its reason is stored; it is deleted once its room has looked, and firing twice changes nothing.
/// </summary>
public sealed partial class Timers(IRows rows, IEnumerable<IWakeUp> wakeUps, TimeProvider clock, ILogger<Timers> logger)
{
    /// <summary>After a wake-up failed.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private readonly FrozenDictionary<string, IWakeUp> _wakeUps = wakeUps.ToFrozenDictionary(wakeUp => wakeUp.Kind, StringComparer.Ordinal);

    public async Task<Delivery> ScheduleAsync(Wake wake, CancellationToken cancellation)
    {
        await rows.CommitAsync(Partition(wake.Shard), [new RowWrite.Upsert(Key(wake), StoredJson.Write(wake))], cancellation);
        return new Delivery.Done();
    }

    /// <summary>Wakes everything whose time has come. Returns how many there were.</summary>
    public async Task<int> FireAsync(int shard, CancellationToken cancellation)
    {
        var due = await rows.RangeAsync(Partition(shard), "0", RowKey.Ticks(clock.GetUtcNow().AddTicks(1)), 100, cancellation);
        foreach (var row in due)
        {
            RowWrite[] after = await WakeAsync(row, cancellation) is { } again
                ? [new RowWrite.Delete(row.Key), new RowWrite.Upsert(Key(again), StoredJson.Write(again))]
                : [new RowWrite.Delete(row.Key)];
            await rows.CommitAsync(Partition(shard), after, cancellation);
        }

        return due.Count;
    }

    /// <summary>Null when it is done with; one that failed stops nobody else and is asked for again, later.</summary>
    private async Task<Wake?> WakeAsync(Row row, CancellationToken cancellation)
    {
        var wake = StoredJson.Read<Wake>(row.Data);
        try
        {
            await _wakeUps[wake.Kind].WakeAsync(wake.Partition, wake.Subject, cancellation);
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Log.Failed(logger, wake.Kind, wake.Subject, fault);
            return wake with { At = clock.GetUtcNow() + Again };
        }
    }

    private static string Partition(int shard) => $"timers|{Shards.Name(shard)}";

    private static string Key(Wake wake) => $"{RowKey.Ticks(wake.At)}|{wake.Kind}|{RowKey.Hash(wake.Partition, wake.Subject)}";

    private static partial class Log
    {
        [LoggerMessage(2020, LogLevel.Error, "Waking {Kind} {Subject} failed and will be tried again.")]
        public static partial void Failed(ILogger logger, string kind, string subject, Exception fault);
    }
}
