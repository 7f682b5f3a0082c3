using System.Collections.Concurrent;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>
/// One row per partition and shard that may have something waiting. A commit starts within 30 s of its marker; a marker is deleted only
/// when its outbox is empty and it is older than 10 minutes, so no commit can slip in between unseen.
/// </summary>
/// <remarks>Ages are told by the wire's clock, never by the domain's, which may travel.</remarks>
public sealed class PendingMarkers(IRows rows, WireClock wire)
{
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    internal static readonly TimeSpan Old = TimeSpan.FromMinutes(10);

    /// <summary>After this long no commit that this marker announced can still be on its way.</summary>
    internal static readonly TimeSpan Settled = TimeSpan.FromMinutes(2);

    private const int MostRounds = 3;

    private readonly ConcurrentDictionary<(string Partition, int Shard), DateTimeOffset> _written = new();

    /// <summary>When it returns, each shard's marker is younger than 30 s: the commit begins at once.</summary>
    /// <exception cref="TimeoutException">The store takes longer than that to write one.</exception>
    public async Task MarkAsync(string partition, IReadOnlyList<int> shards, CancellationToken cancellation)
    {
        for (var i = 0; shards.Where(shard => IsStale(partition, shard)).ToList() is { Count: > 0 } stale; i++)
        {
            if (i == MostRounds) throw new TimeoutException("The store is too slow to announce what would have to be sent; nothing was changed.");
            await Task.WhenAll(stale.Select(shard => WriteAsync(partition, shard, cancellation)));
        }
    }

    /// <summary>The partitions that may have something waiting for a shard.</summary>
    public async Task<IReadOnlyList<Marker>> ReadAsync(int shard, CancellationToken cancellation)
    {
        var found = new List<Marker>();
        var from = "!";
        while (true)
        {
            var page = await rows.RangeAsync(Partition(shard), from, "~", 1000, cancellation);
            found.AddRange(page.Select(row => new Marker(row.Key, wire.Time.GetUtcNow() - StoredJson.Read<DateTimeOffset>(row.Data), row.Tag)));
            if (page.Count < 1000) return found;
            from = RowKey.After(page[^1].Key);
        }
    }

    /// <summary>Deletes it unless somebody has marked the partition anew.</summary>
    public async Task ClearAsync(int shard, Marker marker, CancellationToken cancellation)
    {
        try
        {
            _written.TryRemove((marker.Partition, shard), out _);
            await rows.CommitAsync(Partition(shard), [new RowWrite.Delete(marker.Partition, marker.Tag)], cancellation);
        }
        catch (ConflictException)
        {
            // Marked anew in between: it stays.
        }
    }

    private bool IsStale(string partition, int shard) =>
        !_written.TryGetValue((partition, shard), out var last) || wire.Time.GetUtcNow() - last >= Fresh;

    private async Task WriteAsync(string partition, int shard, CancellationToken cancellation)
    {
        var now = wire.Time.GetUtcNow();
        await rows.CommitAsync(Partition(shard), [new RowWrite.Upsert(partition, StoredJson.Write(now))], cancellation);
        if (_written.Count > 50_000) _written.Clear();
        _written[(partition, shard)] = now;
    }

    private static string Partition(int shard) => $"pending|{Shards.Name(shard)}";
}

/// <param name="Age">Since it was last written, on this instance's clock.</param>
public sealed record Marker(string Partition, TimeSpan Age, string Tag);

/// <summary>
/// The clock of everything between machines: leases, pacing, markers. The domain's clock may travel in the simulator and stand still in
/// tests; this one may not.
/// </summary>
public sealed record WireClock(TimeProvider Time);
