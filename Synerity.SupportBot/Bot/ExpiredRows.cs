using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>Deletes what a redelivery or an old form can no longer ask for: inbox rows after 24 hours, used forms after 14 days.</summary>
public sealed class ExpiredRows(IRows rows, WireClock wire) : IUpkeep
{
    /// <summary>Rows of one batch.</summary>
    internal const int BatchSize = 90;

    private static readonly TimeSpan InboxAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan FormAge = TimeSpan.FromDays(14);

    public async Task LookAfterAsync(string partition, CancellationToken cancellation)
    {
        var now = wire.Time.GetUtcNow();

        // Activities without a time of their own all have hour zero: they may be new, and are kept.
        await DeleteAsync(partition, Inbox.HourPrefix(DateTimeOffset.UnixEpoch.AddHours(1)), Inbox.HourPrefix(now - InboxAge), cancellation);
        await DeleteAsync(partition, FormStamp.DayPrefix(DateTimeOffset.UnixEpoch), FormStamp.DayPrefix(now - FormAge), cancellation);
    }

    private async Task DeleteAsync(string partition, string from, string to, CancellationToken cancellation)
    {
        IReadOnlyList<Row> old;
        do
        {
            old = await rows.RangeAsync(partition, from, to, BatchSize, cancellation);
            if (old.Count > 0) await rows.CommitAsync(partition, [.. old.Select(row => new RowWrite.Delete(row.Key))], cancellation);
        }
        while (old.Count == BatchSize);
    }
}
