using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>A waiting effect as its row holds it.</summary>
/// <param name="Attempts">How often it was tried and refused for a while.</param>
/// <param name="RetryAt">Not before this; the others for the same destination wait too, so that order holds.</param>
/// <param name="Unclear">True once the answer to a post was lost: one more such answer ends it.</param>
/// <param name="Healed">True once its lost conversation was made again: a second loss ends it.</param>
public sealed record Waiting(
    Effect Effect, DateTimeOffset Since, int Attempts = 0, DateTimeOffset? RetryAt = null, bool Unclear = false, bool Healed = false);

/// <summary>The rows of a commit and what must follow from it.</summary>
public sealed record Batch(IReadOnlyList<RowWrite> Rows, IReadOnlyList<Effect> Effects);

/// <summary>
/// The one way to change anything: rows and effects of a partition in one commit. The marker that leads another instance to the effects
/// after a crash is written before the batch (storage rules, "Pending marker").
/// </summary>
public sealed class Ledger(IRows rows, PendingMarkers markers, OutboxSignal signal, TimeProvider clock)
{
    private const int Tries = 5;

    /// <exception cref="ConflictException">Somebody else changed a row: read again and decide again.</exception>
    public async Task CommitAsync(string partition, Batch batch, CancellationToken cancellation)
    {
        batch = Lists.Split(rows, partition, batch);
        await markers.MarkAsync(partition, ShardsOf(batch), cancellation);
        await rows.CommitAsync(partition, [.. batch.Rows, .. OutboxRows(batch)], cancellation);
        Announce(partition, ShardsOf(batch));
    }

    /// <summary>Decides from what is stored and commits that; decides again when somebody was faster.</summary>
    /// <param name="decide">Null: there is nothing to do any more.</param>
    /// <returns>False: nothing was done.</returns>
    /// <exception cref="ConflictException">Others were faster five times.</exception>
    public async Task<bool> DecideAsync(string partition, Func<Task<Batch?>> decide, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await decide() is not { } batch) return false;
            try
            {
                await CommitAsync(partition, batch, cancellation);
                return true;
            }
            catch (ConflictException) when (attempt < Tries)
            {
                // Somebody changed it this very moment: look again.
            }
        }
    }

    /// <summary>As <see cref="CommitAsync(string, Batch, CancellationToken)"/>, with the next number of <paramref name="counter"/>. <paramref name="make"/> is pure; it runs more than once.</summary>
    public async Task<long> CommitAsync(string partition, string counter, Func<long, Batch> make, CancellationToken cancellation)
    {
        // Where the effects go does not depend on the number, so a trial run tells which markers are needed.
        var shards = ShardsOf(Lists.Split(rows, partition, make(1)));
        await markers.MarkAsync(partition, shards, cancellation);
        var number = await rows.CommitAsync(
            partition,
            counter,
            n =>
            {
                var batch = Lists.Split(rows, partition, make(n));
                if (!ShardsOf(batch).SequenceEqual(shards)) throw new InvalidOperationException("The destinations depend on the number.");
                return [.. batch.Rows, .. OutboxRows(batch)];
            },
            cancellation);
        Announce(partition, shards);
        return number;
    }

    internal static string OutboxPrefix(int shard) => $"o|{Shards.Name(shard)}|";

    private static int[] ShardsOf(Batch batch) => [.. batch.Effects.Select(effect => effect.Shard).Distinct().Order()];

    private IEnumerable<RowWrite> OutboxRows(Batch batch)
    {
        var now = clock.GetUtcNow();
        var commit = Guid.NewGuid().ToString("N")[..8];
        return batch.Effects.Select((effect, i) => new RowWrite.Insert(
            $"{OutboxPrefix(effect.Shard)}{RowKey.Ticks(now)}|{commit}|{i:D3}",
            StoredJson.Write(new Waiting(effect, now))));
    }

    private void Announce(string partition, int[] shards)
    {
        foreach (var shard in shards) signal.Raise(shard, partition);
    }
}
