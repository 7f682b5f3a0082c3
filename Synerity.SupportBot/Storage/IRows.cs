namespace Synerity.SupportBot.Storage;

/// <summary>A stored row. <paramref name="Tag"/> changes with every write and is opaque.</summary>
/// <param name="Key">ASCII <c>[A-Za-z0-9|._-]</c>, at most 256 characters, unique in its partition, ordered ordinally.</param>
/// <param name="Data">Text (JSON in practice), at most 60 KB as UTF-8.</param>
public sealed record Row(string Key, string Data, string Tag);

/// <summary>One operation of a batch. A batch names each key at most once.</summary>
public abstract record RowWrite(string Key)
{
    /// <summary>Fails with <see cref="ConflictException"/> when the row exists.</summary>
    public sealed record Insert(string Key, string Data) : RowWrite(Key);

    /// <summary>Fails with <see cref="ConflictException"/> when the row is gone or has another tag.</summary>
    public sealed record Replace(string Key, string Data, string Tag) : RowWrite(Key);

    /// <summary>Writes whatever was there before.</summary>
    public sealed record Upsert(string Key, string Data) : RowWrite(Key);

    /// <summary>With a tag: fails with <see cref="ConflictException"/> unless the row has it. Without: the row may be absent.</summary>
    public sealed record Delete(string Key, string? Tag = null) : RowWrite(Key);

    /// <summary>
    /// A row of a list that is read across partitions, written whatever was there before; only in a store that <see cref="IRows.KeepsLists"/>.
    /// <c>Ledger</c> sees to it that it is written with the batch or right after it.
    /// </summary>
    /// <param name="List">Its rows are those of the partition <c>index|{List}</c>.</param>
    /// <param name="Data">Null: it is no longer listed.</param>
    public sealed record Listed(string List, string Key, string? Data) : RowWrite(Key)
    {
        /// <summary>The partition that the list's rows are read from.</summary>
        public string Partition => PartitionOf(List);

        public static string PartitionOf(string list) => $"index|{list}";
    }

    /// <summary>What the row <paramref name="Key"/> of the batch's partition is found by (<see cref="IRowSearch"/>); as <see cref="Listed"/>.</summary>
    /// <param name="Since">Of the newest first; the same in every write of the row.</param>
    /// <param name="Was">Null: it could not be found before.</param>
    /// <param name="Now">Null: it cannot be found any more.</param>
    public sealed record Found(string Key, DateTimeOffset Since, RowWords? Was, RowWords? Now) : RowWrite(Key);
}

/// <summary>
/// Partitions of rows with tags: point reads, ordered ranges, and batches that are written whole or not at all within one partition.
/// Both implementations enforce the stricter limit of the two: ≤ 100 operations a batch, each row once, ≤ 60 KB a row, ≤ 3 MB a batch,
/// keys and partitions of ASCII <c>[A-Za-z0-9|._-]</c> with 1–256 characters; what breaks a limit is an <see cref="ArgumentException"/>.
/// A batch whose answer was lost is recognised as one's own: callers never see a conflict with themselves.
/// </summary>
public interface IRows
{
    /// <summary>True when no other process can hold this store, so that leases need not be waited for.</summary>
    bool SingleProcess { get; }

    /// <summary>True when batches may hold <see cref="RowWrite.Listed"/> and <see cref="RowWrite.Found"/>, which are then part of the commit.</summary>
    bool KeepsLists => false;

    Task<Row?> ReadAsync(string partition, string key, CancellationToken cancellation);

    /// <summary>Rows with <paramref name="from"/> ≤ key &lt; <paramref name="to"/>, in ordinal order, at most <paramref name="most"/> (1–1000).</summary>
    Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int most, CancellationToken cancellation);

    /// <exception cref="ConflictException">A tag did not match or an inserted row existed; nothing was written.</exception>
    Task CommitAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellation);

    /// <summary>
    /// Allocates the next number of <paramref name="counter"/> (first 1, no gaps, a row of its own in the partition) and writes the batch
    /// made for it, in one commit. Contention for the number is settled inside; <paramref name="batch"/> may be called several times.
    /// </summary>
    /// <exception cref="ConflictException">Another row of the batch conflicted; nothing was written and no number was used.</exception>
    Task<long> CommitAsync(string partition, string counter, Func<long, IReadOnlyList<RowWrite>> batch, CancellationToken cancellation);

    /// <summary>After an erasure: when it returns, the store's own files no longer hold what deleted or replaced rows said. Backups are another matter.</summary>
    Task ScrubAsync(CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>Somebody else wrote first: read again and decide again.</summary>
public sealed class ConflictException(string partition, string? key, Exception? inner = null)
    : Exception($"A row of {partition} was changed by somebody else.", inner)
{
    /// <summary>The row that conflicted, where the store tells.</summary>
    public string? Key { get; } = key;
}
