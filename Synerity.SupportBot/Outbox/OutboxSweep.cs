using System.Text.Json;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>Works through what waits for one shard, in order for each destination.</summary>
public sealed partial class OutboxSweep(IRows rows, Ledger ledger, Carrier carrier, TimeProvider clock, ILogger<OutboxSweep> logger)
{
    private const int MostAttempts = 12;

    /// <summary>The reason of a dead letter that was put off again and again.</summary>
    internal const string TriedTooOften = "tried too often";

    /// <summary>Carries out what is due in one partition. Returns what was found.</summary>
    /// <param name="maySend">Asked before each row; false ends the sweep.</param>
    public async Task<Swept> PartitionAsync(int shard, string partition, Func<bool> maySend, CancellationToken cancellation)
    {
        var (carried, waiting) = (0, 0);
        var held = new HashSet<string>(StringComparer.Ordinal);
        var refreshed = new HashSet<Effect>();
        var (from, to) = (Ledger.OutboxPrefix(shard), RowKey.EndOf(Ledger.OutboxPrefix(shard)));
        while (true)
        {
            var page = await rows.RangeAsync(partition, from, to, 100, cancellation);
            foreach (var row in page)
            {
                if (!maySend()) return new(carried, Empty: false);
                if (await ReadAsync(partition, row, cancellation) is not { } item)
                {
                    carried++;
                    continue;
                }

                if (!IsDue(item, held))
                {
                    waiting++;
                    continue;
                }

                var delivery = refreshed.Contains(item.Effect) ? new Delivery.Done() : await CarryAsync(partition, item, cancellation);
                if (await SettleAsync(partition, row, item, delivery, cancellation)) held.Add(QueueOf(item.Effect));
                if (delivery is Delivery.Later) waiting++;
                if (delivery is Delivery.Done && item.Effect is Refresh) refreshed.Add(item.Effect);
                carried++;
            }

            if (page.Count < 100) return new(carried, Empty: waiting == 0);
            from = RowKey.After(page[^1].Key);
            refreshed.Clear();
        }
    }

    /// <summary>Null: nobody can read it, such as one of a newer version; it was put aside.</summary>
    private async Task<Waiting?> ReadAsync(string partition, Row row, CancellationToken cancellation)
    {
        try
        {
            return StoredJson.Read<Waiting>(row.Data);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException)
        {
            await rows.CommitAsync(partition, Bury(row, new DeadLetter(null, "unreadable", clock.GetUtcNow(), row.Data)), cancellation);
            return null;
        }
    }

    private bool IsDue(Waiting item, HashSet<string> held)
    {
        var now = clock.GetUtcNow();
        if (item.Effect.NotBefore > now || held.Contains(QueueOf(item.Effect))) return false;
        if (item.RetryAt is not { } retry || retry <= now) return true;
        held.Add(QueueOf(item.Effect));
        return false;
    }

    private async Task<Delivery> CarryAsync(string partition, Waiting item, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        try
        {
            return await carrier.CarryAsync(partition, item, now, cancellation);
        }
        catch (UnsayableException fault)
        {
            Log.Unsayable(logger, partition, item.Effect.GetType().Name, fault);
            return new Delivery.Dead(fault.Message);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // A store that is away must not stop the others: it is tried again and ends as a dead letter.
            Log.Failed(logger, partition, item.Effect.GetType().Name, fault);
            return new Delivery.Later(now + TimeSpan.FromSeconds(Math.Min(5 * (item.Attempts + 1), 300)));
        }
    }

    /// <summary>Writes how it ended. Returns true when what follows for the same destination has to wait.</summary>
    private async Task<bool> SettleAsync(string partition, Row row, Waiting item, Delivery delivery, CancellationToken cancellation)
    {
        if (delivery is Delivery.Later { Counts: true } && item.Attempts + 1 >= MostAttempts) delivery = new Delivery.Dead(TriedTooOften);
        if (delivery is Delivery.Dead && item.Effect is Send { To: ToPerson { Else: { } other } } send) delivery = new Delivery.Instead(send with { To = other });
        if (delivery is Delivery.Instead instead)
        {
            Effect[] then = item.Effect is Send { IfLost: { } wake } && instead.Effect is Send { To: ToChannel } ? [instead.Effect, wake] : [instead.Effect];
            await ledger.CommitAsync(partition, new Batch([new RowWrite.Delete(row.Key)], then), cancellation);
            return false;
        }

        IReadOnlyList<RowWrite> writes = delivery switch
        {
            Delivery.Done done => [new RowWrite.Delete(row.Key), .. done.Rows],
            Delivery.Later later => [new RowWrite.Replace(row.Key, StoredJson.Write(item with
            {
                Attempts = item.Attempts + (later.Counts ? 1 : 0), RetryAt = later.At, Unclear = item.Unclear || later.Unclear, Healed = item.Healed || later.Healed,
            }), row.Tag)],
            Delivery.Dead dead => Bury(row, new DeadLetter(item, dead.Why, clock.GetUtcNow())),
            _ => throw new InvalidOperationException($"No way to settle {delivery}."),
        };
        await rows.CommitAsync(partition, writes, cancellation);
        return delivery is Delivery.Later;
    }

    private RowWrite[] Bury(Row row, DeadLetter dead)
    {
        Log.GivenUp(logger, dead.Waiting?.Effect.GetType().Name ?? "-", dead.Why);
        return [new RowWrite.Delete(row.Key), new RowWrite.Upsert($"dead|{row.Key}", StoredJson.Write(dead))];
    }

    private static string QueueOf(Effect effect) => effect switch
    {
        Send send => send.To.Key,
        Refresh refresh => refresh.To.Key,
        _ => effect.GetType().Name,
    };

    private static partial class Log
    {
        [LoggerMessage(2001, LogLevel.Error, "An effect of {Partition} ({Kind}) failed and will be tried again.")]
        public static partial void Failed(ILogger logger, string partition, string kind, Exception fault);

        [LoggerMessage(2003, LogLevel.Error, "An effect of {Partition} ({Kind}) cannot be put into words and becomes a dead letter.")]
        public static partial void Unsayable(ILogger logger, string partition, string kind, Exception fault);

        [LoggerMessage(2002, LogLevel.Warning, "An effect ({Kind}) became a dead letter: {Why}.")]
        public static partial void GivenUp(ILogger logger, string kind, string why);
    }
}

/// <param name="Carried">How many rows were carried out, one way or the other.</param>
/// <param name="Empty">True when nothing was left waiting.</param>
public sealed record Swept(int Carried, bool Empty);
