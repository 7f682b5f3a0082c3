using System.Collections.Concurrent;

namespace Synerity.SupportBot.Outbox;

/// <summary>
/// Teams' limits for one bot and one conversation: 7 calls in 1 s, 8 in 2 s, 60 in 30 s, 1 800 in an hour (platform facts §4.4). Kept per
/// conversation by the one sender that has it.
/// </summary>
public sealed class Pacing(WireClock wire)
{
    private static readonly (int Calls, TimeSpan Within)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1)),
    ];

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _calls = new();

    /// <summary>How long to wait before the next call to the conversation; zero when it may go now, and then it counts as made.</summary>
    public TimeSpan Take(string conversation)
    {
        if (_calls.Count > 10_000) Forget();
        var now = wire.Time.GetUtcNow();
        var calls = _calls.GetOrAdd(conversation, _ => new());
        lock (calls)
        {
            while (calls.TryPeek(out var first) && now - first >= Limits[^1].Within) calls.Dequeue();
            var wait = Limits.Max(limit => calls.Count < limit.Calls
                ? TimeSpan.Zero
                : calls.ElementAt(calls.Count - limit.Calls) + limit.Within - now);
            if (wait > TimeSpan.Zero) return wait;
            calls.Enqueue(now);
            return TimeSpan.Zero;
        }
    }

    private void Forget()
    {
        var now = wire.Time.GetUtcNow();
        foreach (var (conversation, calls) in _calls)
        {
            lock (calls)
            {
                if (calls.Count == 0 || now - calls.Last() > Limits[^1].Within) _calls.TryRemove(conversation, out _);
            }
        }
    }
}
