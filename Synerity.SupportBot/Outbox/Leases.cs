using Microsoft.Extensions.Options;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>
/// One sender per shard among all instances. Another instance takes a lease only after it has seen the same tag for a whole lease on its
/// own clock. In a store that only one process can hold, it holds every lease.
/// </summary>
public sealed class Leases(IRows rows, WireClock wire, IOptions<OutboxOptions> options)
{
    /// <summary>Longer than the connector client's time-out: nothing is begun that is likely to outlive the lease.</summary>
    internal static readonly TimeSpan Margin = TimeSpan.FromSeconds(25);

    private readonly TimeSpan _length = TimeSpan.FromSeconds(options.Value.LeaseSeconds);
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly Held?[] _held = new Held?[Shards.Count];
    private readonly Seen?[] _seen = new Seen?[Shards.Count];

    /// <summary>True while this instance may begin a send for the shard.</summary>
    public bool MaySend(int shard) =>
        rows.SingleProcess || (_held[shard] is { } held && wire.Time.GetUtcNow() - held.RenewedAt < _length - Margin);

    /// <summary>
    /// Cancelled when the lease runs out. A call that is still on the wire is cut off then, for another instance may make it anew: what was
    /// begun in time can take longer than one time-out, such as an update whose card turns out to be gone.
    /// </summary>
    public CancellationTokenSource EndOf(int shard) => _held[shard] is { } held && !rows.SingleProcess
        ? new CancellationTokenSource(TimeSpan.FromTicks(Math.Max(0, (held.RenewedAt + _length - wire.Time.GetUtcNow()).Ticks)), wire.Time)
        : new CancellationTokenSource();

    /// <summary>Takes or renews the lease where that is due. Called by the shard's own sender only.</summary>
    public async Task<bool> HoldAsync(int shard, CancellationToken cancellation)
    {
        if (rows.SingleProcess) return true;
        var now = wire.Time.GetUtcNow();
        if (_held[shard] is { } held && now - held.RenewedAt < (_length - Margin) / 2) return true;
        var row = await rows.ReadAsync(Partition(shard), "lease", cancellation);
        if (row is not null && StoredJson.Read<string>(row.Data) != _owner && !Abandoned(shard, row, now))
        {
            _held[shard] = null;
            return false;
        }

        _held[shard] = await WriteAsync(shard, row, cancellation) ? new Held(now) : null;
        return _held[shard] is not null;
    }

    /// <summary>Gives the lease back, so that another instance need not wait for it.</summary>
    public async Task ReleaseAsync(int shard, CancellationToken cancellation)
    {
        if (rows.SingleProcess || _held[shard] is null) return;
        _held[shard] = null;
        var row = await rows.ReadAsync(Partition(shard), "lease", cancellation);
        if (row is null || StoredJson.Read<string>(row.Data) != _owner) return;
        try
        {
            await rows.CommitAsync(Partition(shard), [new RowWrite.Delete("lease", row.Tag)], cancellation);
        }
        catch (ConflictException)
        {
            // Taken over already.
        }
    }

    private bool Abandoned(int shard, Row row, DateTimeOffset now)
    {
        if (_seen[shard] is { } seen && seen.Tag == row.Tag) return now - seen.Since >= _length;
        _seen[shard] = new Seen(row.Tag, now);
        return false;
    }

    private async Task<bool> WriteAsync(int shard, Row? row, CancellationToken cancellation)
    {
        var data = StoredJson.Write(_owner);
        try
        {
            await rows.CommitAsync(
                Partition(shard),
                [row is null ? new RowWrite.Insert("lease", data) : new RowWrite.Replace("lease", data, row.Tag)],
                cancellation);
            return true;
        }
        catch (ConflictException)
        {
            return false;
        }
    }

    private static string Partition(int shard) => $"lease|{Shards.Name(shard)}";

    private sealed record Held(DateTimeOffset RenewedAt);

    private sealed record Seen(string Tag, DateTimeOffset Since);
}
