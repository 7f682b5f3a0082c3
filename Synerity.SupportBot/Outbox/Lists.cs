using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>Sees to it that lists and words follow from a commit: in it where the store can, as an effect of it where not.</summary>
public sealed class Lists(IRows rows)
{
    /// <summary>Rows of one <see cref="Index"/> effect, so that its own row stays far below 60 KB.</summary>
    private const int Together = 40;

    /// <summary>What the store can write at once, and the effects for the rest.</summary>
    internal static Batch Split(IRows rows, string partition, Batch batch)
    {
        if (rows.KeepsLists || !batch.Rows.Any(IsListing)) return batch;
        var writes = batch.Rows.SelectMany(row => row switch
        {
            RowWrite.Listed listed => [listed],
            RowWrite.Found found => PostedSearch.Postings(partition, found),
            _ => [],
        });
        var effects = writes.Chunk(Together).Select(chunk => new Index(partition, [.. chunk.Select(row => new IndexRow(row.List, row.Key, row.Data))]));
        return new([.. batch.Rows.Where(row => !IsListing(row))], [.. batch.Effects, .. effects]);
    }

    /// <summary>Writes them, list by list.</summary>
    public async Task<Delivery> WriteAsync(Index index, CancellationToken cancellation)
    {
        foreach (var list in index.Writes.GroupBy(row => row.List))
        {
            RowWrite[] writes = [.. list.Select(row => row.Data is { } data ? new RowWrite.Upsert(row.Key, data) : (RowWrite)new RowWrite.Delete(row.Key))];
            await rows.CommitAsync(RowWrite.Listed.PartitionOf(list.Key), writes, cancellation);
        }

        return new Delivery.Done();
    }

    private static bool IsListing(RowWrite row) => row is RowWrite.Listed or RowWrite.Found;
}
