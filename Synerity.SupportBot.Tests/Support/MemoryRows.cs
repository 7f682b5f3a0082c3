using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>Rows in memory that keep every promise and limit of <see cref="IRows"/>. Safe for several threads.</summary>
public sealed partial class MemoryRows : IRows
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedDictionary<string, Row>> _partitions = [];
    private long _tag;

    public bool SingleProcess { get; init; } = true;

    /// <summary>Batches written so far, counters included.</summary>
    public int Commits { get; private set; }

    /// <summary>Called with the partition before each batch is decided on, outside the lock: where a test lets somebody else come first.</summary>
    public Action<string>? BeforeCommit { get; set; }

    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Legal(partition);
        Legal(key);
        lock (_gate) return Task.FromResult(Partition(partition).GetValueOrDefault(key));
    }

    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int most, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Legal(partition);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 1000);
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<Row>>(
            [
                .. Partition(partition).Values
                    .Where(row => string.CompareOrdinal(row.Key, from) >= 0 && string.CompareOrdinal(row.Key, to) < 0)
                    .Take(most),
            ]);
        }
    }

    public Task CommitAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        BeforeCommit?.Invoke(partition);
        lock (_gate) Write(partition, batch);
        return Task.CompletedTask;
    }

    public Task<long> CommitAsync(string partition, string counter, Func<long, IReadOnlyList<RowWrite>> batch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        BeforeCommit?.Invoke(partition);
        lock (_gate)
        {
            var number = Partition(partition).TryGetValue(counter, out var row) ? long.Parse(row.Data, CultureInfo.InvariantCulture) + 1 : 1;
            Write(partition, [.. batch(number), new RowWrite.Upsert(counter, number.ToString(CultureInfo.InvariantCulture))]);
            return Task.FromResult(number);
        }
    }

    private static void Legal(string name)
    {
        if (!LegalName().IsMatch(name)) throw new ArgumentException($"\"{name}\" is not a legal key or partition.", nameof(name));
    }

    private static void CheckLimits(string partition, IReadOnlyList<RowWrite> batch)
    {
        Legal(partition);
        foreach (var write in batch) Legal(write.Key);
        if (batch.Count is 0 or > 100) throw new ArgumentException("A batch has 1–100 operations.", nameof(batch));
        if (batch.DistinctBy(write => write.Key).Count() < batch.Count) throw new ArgumentException("A batch names each row once.", nameof(batch));

        var sizes = batch.Select(write => Encoding.UTF8.GetByteCount(Data(write) ?? "")).ToList();
        if (sizes.Max() > 60 * 1024) throw new ArgumentException("A row has at most 60 KB.", nameof(batch));
        if (sizes.Sum() > 3 * 1024 * 1024) throw new ArgumentException("A batch has at most 3 MB.", nameof(batch));
    }

    private static string? Data(RowWrite write) => write switch
    {
        RowWrite.Insert insert => insert.Data,
        RowWrite.Replace replace => replace.Data,
        RowWrite.Upsert upsert => upsert.Data,
        _ => null,
    };

    private static bool Conflicts(RowWrite write, Row? stored) => write switch
    {
        RowWrite.Insert => stored is not null,
        RowWrite.Replace replace => stored?.Tag != replace.Tag,
        RowWrite.Delete { Tag: { } tag } => stored?.Tag != tag,
        _ => false,
    };

    /// <summary>Lists are not kept and words not searched here: the contract of rows tests those.</summary>
    private void Write(string partition, IReadOnlyList<RowWrite> all)
    {
        IReadOnlyList<RowWrite> batch = [.. all.Where(write => write is not (RowWrite.Listed or RowWrite.Found))];
        CheckLimits(partition, batch);
        var rows = Partition(partition);
        foreach (var write in batch)
        {
            if (Conflicts(write, rows.GetValueOrDefault(write.Key))) throw new ConflictException(partition, write.Key);
        }

        foreach (var write in batch)
        {
            if (Data(write) is { } data) rows[write.Key] = new Row(write.Key, data, (++_tag).ToString(CultureInfo.InvariantCulture));
            else rows.Remove(write.Key);
        }

        Commits++;
    }

    private SortedDictionary<string, Row> Partition(string name)
    {
        if (!_partitions.TryGetValue(name, out var rows)) _partitions[name] = rows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        return rows;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9|._-]{1,256}\z")]
    private static partial Regex LegalName();
}
