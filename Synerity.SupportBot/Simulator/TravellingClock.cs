namespace Synerity.SupportBot.Simulator;

/// <summary>
/// The domain's clock of the try-out: the system's time plus what has been skipped. It only goes forward. Timers and timestamps keep the
/// real pace, so whoever waits for a moment listens to <see cref="Moved"/> and looks again. Tokens never use it.
/// </summary>
public sealed class TravellingClock(TimeProvider system) : TimeProvider
{
    /// <summary>One journey may not exceed this, so that a slip of the keyboard does not end the calendar.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private long _skippedTicks;

    /// <summary>Raised after every jump, on the thread that jumped.</summary>
    public event EventHandler? Moved;

    public TimeSpan Skipped => TimeSpan.FromTicks(Interlocked.Read(ref _skippedTicks));

    public override TimeZoneInfo LocalTimeZone => system.LocalTimeZone;

    public override long TimestampFrequency => system.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => system.GetUtcNow() + Skipped;

    public override long GetTimestamp() => system.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        system.CreateTimer(callback, state, dueTime, period);

    /// <exception cref="ArgumentOutOfRangeException"><paramref name="skip"/> is not above zero, or above <see cref="Longest"/>.</exception>
    public void Skip(TimeSpan skip)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(skip, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(skip, Longest);
        Interlocked.Add(ref _skippedTicks, skip.Ticks);
        Moved?.Invoke(this, EventArgs.Empty);
    }

    /// <exception cref="ArgumentOutOfRangeException">The moment has passed, or is further away than <see cref="Longest"/>.</exception>
    public void TravelTo(DateTimeOffset moment) => Skip(moment - GetUtcNow());

    /// <summary>The next time it is 08:00 in Stockholm on a Monday to Friday; public holidays are not looked at.</summary>
    public DateTimeOffset NextWeekdayMorning()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");
        var now = TimeZoneInfo.ConvertTime(GetUtcNow(), zone);
        var morning = now.Date.AddHours(8);
        if (morning <= now.DateTime) morning = morning.AddDays(1);
        while (morning.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) morning = morning.AddDays(1);
        return new DateTimeOffset(morning, zone.GetUtcOffset(morning));
    }
}
