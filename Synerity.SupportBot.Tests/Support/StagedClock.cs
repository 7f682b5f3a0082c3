namespace Synerity.SupportBot.Tests.Support;

/// <summary>
/// A clock for what is said live. The pause that Teams wants between two pieces is over at once, moves the clock and is written down; any
/// other wait ends only when a test says so.
/// </summary>
internal sealed class StagedClock(TimeSpan pause) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Waiting> _waiting = [];
    private DateTimeOffset _now = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    /// <summary>How many pauses there were.</summary>
    public int Pauses { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public void Advance(TimeSpan by)
    {
        lock (_lock) _now += by;
    }

    /// <summary>Ends the waits of that length that are going on.</summary>
    public void End(TimeSpan wait)
    {
        List<Waiting> over;
        lock (_lock)
        {
            over = _waiting.FindAll(one => one.Due == wait);
            _waiting.RemoveAll(over.Contains);
        }

        Assert.NotEmpty(over);
        Advance(wait);
        foreach (var one in over) one.Ring();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Waiting(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private void Begin(Waiting timer, TimeSpan due)
    {
        lock (_lock)
        {
            _waiting.Remove(timer);
            timer.Due = due;
            if (due != pause)
            {
                if (due >= TimeSpan.Zero) _waiting.Add(timer);
                return;
            }

            Pauses++;
            _now += due;
        }

        ThreadPool.QueueUserWorkItem(_ => timer.Ring());
    }

    private sealed class Waiting(StagedClock clock, Action ring) : ITimer
    {
        public TimeSpan Due { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Begin(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Begin(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
