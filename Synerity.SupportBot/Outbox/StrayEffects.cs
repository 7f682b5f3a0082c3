using System.Globalization;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>Marks a partition anew whose outbox holds something: whatever became of its marker, its effects are found within the hour.</summary>
public sealed class StrayEffects(IRows rows, PendingMarkers markers) : IUpkeep
{
    public async Task LookAfterAsync(string partition, CancellationToken cancellation)
    {
        var shards = new List<int>();
        var from = Ledger.OutboxPrefix(0);
        while (await rows.RangeAsync(partition, from, RowKey.EndOf(Ledger.OutboxPrefix(Shards.Count - 1)), 1, cancellation) is [var row])
        {
            var shard = int.Parse(row.Key.Split('|')[1], CultureInfo.InvariantCulture);
            shards.Add(shard);
            from = RowKey.EndOf(Ledger.OutboxPrefix(shard));
        }

        await markers.MarkAsync(partition, shards, cancellation);
    }
}
