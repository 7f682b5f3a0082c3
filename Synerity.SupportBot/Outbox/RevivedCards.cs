using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>
/// A living card that nobody answered for is tried again every hour: a ticket whose card never came to the channel would be seen by nobody. It is drawn from what is stored by then, so it is never stale, and where it stands already it is only drawn again.
/// </summary>
public sealed class RevivedCards(IRows rows, Ledger ledger) : IUpkeep
{
    private const string Prefix = "dead|";
    private const int MostAtOnce = 90;

    public async Task LookAfterAsync(string partition, CancellationToken cancellation)
    {
        var lost = (await rows.RangeAsync(partition, Prefix, RowKey.EndOf(Prefix), 1000, cancellation))
            .Select(row => (Row: row, Letter: StoredJson.Read<DeadLetter>(row.Data)))
            .Where(dead => MayLive(dead.Letter)).Take(MostAtOnce).ToList();
        foreach (var (row, letter) in lost) await ReviveAsync(partition, row, letter, cancellation);
    }

    private static bool MayLive(DeadLetter letter) =>
        letter is { Waiting.Effect: Refresh, Why: { } why } && (why.StartsWith(Carrier.NoAnswer, StringComparison.Ordinal) || why == OutboxSweep.TriedTooOften);

    private async Task ReviveAsync(string partition, Row row, DeadLetter letter, CancellationToken cancellation)
    {
        try
        {
            await ledger.CommitAsync(partition, new Batch([new RowWrite.Delete(row.Key, row.Tag)], [letter.Waiting!.Effect]), cancellation);
        }
        catch (ConflictException)
        {
            // Another instance was here.
        }
    }
}
