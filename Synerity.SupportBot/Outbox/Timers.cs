using System.Collections.Frozen;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>
/// Wake-ups in order of time, one partition a shard. A wake-up is written by the outbox, after the commit that asked for it, so it never
/// fires before its reason is stored; it is deleted once its room has looked, and firing twice changes nothing.
/// </summary>
public sealed class Timers(IRows rows, IEnumerable<IWakeUp> wakeUps, TimeProvider clock)
{
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
            var wake = StoredJson.Read<Wake>(row.Data);
            await _wakeUps[wake.Kind].WakeAsync(wake.Partition, wake.Subject, cancellation);
            await rows.CommitAsync(Partition(shard), [new RowWrite.Delete(row.Key)], cancellation);
        }

        return due.Count;
    }

    private static string Partition(int shard) => $"timers|{Shards.Name(shard)}";

    private static string Key(Wake wake) => $"{RowKey.Ticks(wake.At)}|{wake.Kind}|{RowKey.Hash(wake.Partition, wake.Subject)}";
}
