using System.Threading.Channels;

namespace Synerity.SupportBot.Outbox;

/// <summary>Wakes the sender of a shard at once when this process stored something for it, or the clock has jumped. Only the fast path: markers tell the rest.</summary>
public sealed class OutboxSignal
{
    private readonly Channel<string>[] _shards =
        [.. Enumerable.Range(0, Shards.Count).Select(_ => Channel.CreateBounded<string>(
            new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true }))];

    /// <summary>Stands for every partition and the timers: the clock has jumped.</summary>
    internal const string Everything = "*";

    public void Raise(int shard, string partition) => _shards[shard].Writer.TryWrite(partition);

    /// <summary>Wakes all of them to look at everything, instead of at their next round.</summary>
    public void RaiseAll()
    {
        for (var shard = 0; shard < Shards.Count; shard++) Raise(shard, Everything);
    }

    internal ChannelReader<string> Of(int shard) => _shards[shard].Reader;
}
