using System.Collections.Concurrent;
using System.Globalization;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>What an activity led to, kept with the change itself: a redelivery conflicts with it and is answered from it.</summary>
/// <param name="Words">What was said, in both languages.</param>
/// <param name="Living">The card that was shown; it is rendered again.</param>
public sealed record InboxEntry(Text? Words, Content? Living, Content? Told = null)
{
    public Reply ToReply() => new() { Words = Words, Living = Living, Told = Told };
}

/// <summary>
/// Exactly once inwards. The row in the store decides; the memory of this process only spares a second answer to a message that changed
/// nothing.
/// </summary>
public sealed class Inbox(IRows rows, WireClock wire)
{
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _seen = new();

    /// <summary>The stored outcome of this very activity; null when it has none in the partition.</summary>
    public async Task<InboxEntry?> FindAsync(string partition, string activityId, CancellationToken cancellation) =>
        await rows.ReadAsync(partition, activityId, cancellation) is { } row ? StoredJson.Read<InboxEntry>(row.Data) : null;

    /// <summary>How the keys of an hour's activities begin, so that old ones are a range.</summary>
    internal static string HourPrefix(DateTimeOffset hour) => "i|" + hour.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);

    public static RowWrite Write(string activityId, Reply reply) =>
        new RowWrite.Insert(activityId, StoredJson.Write(new InboxEntry(reply.Words, reply.Living, reply.Told)));

    /// <summary>False when this process has already begun with the message.</summary>
    public bool Begin(string activityId)
    {
        var now = wire.Time.GetUtcNow();
        if (_seen.Count > 20_000)
        {
            foreach (var (id, at) in _seen)
            {
                if (now - at > Memory) _seen.TryRemove(id, out _);
            }
        }

        return _seen.TryAdd(activityId, now);
    }

    /// <summary>It failed: a redelivery may try again.</summary>
    public void Forget(string activityId) => _seen.TryRemove(activityId, out _);
}
