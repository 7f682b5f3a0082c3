using System.Threading.Channels;

namespace Synerity.SupportBot.Outbox;

/// <summary>Wakes the sender of a shard at once when this process stored something for it. Only the fast path: markers tell the rest.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<string>[] _shards =
        [.. Enumerable.Range(0, Shards.Count).Select(_ => Channel.CreateBounded<string>(
            new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }))];

    public void Raise(int shard, string partition) => _shards[shard].Writer.TryWrite(partition);

    internal ChannelReader<string> Of(int shard) => _shards[shard].Reader;
}
