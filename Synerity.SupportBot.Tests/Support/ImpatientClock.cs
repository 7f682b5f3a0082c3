using System.Collections.Concurrent;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>
/// A clock on which short waits are over at once and are written down, and longer ones never end unless <see cref="EndLong"/>: so retries
/// are tried without waiting, and time-outs only when a test wants one.
/// </summary>
public sealed class ImpatientClock : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _waits = new();
    private readonly ConcurrentQueue<Action> _long = new();

    /// <summary>The waits that were over at once.</summary>
    public IReadOnlyList<TimeSpan> Waits => [.. _waits];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.FromSeconds(10))
        {
            _waits.Enqueue(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }
        else
        {
            _long.Enqueue(() => callback(state));
        }

        return new Nothing();
    }

    /// <summary>Ends the long waits begun so far.</summary>
    public void EndLong()
    {
        while (_long.TryDequeue(out var end))
        {
            end();
        }
    }

    private sealed class Nothing : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
