namespace Synerity.SupportBot.Features.Sla;

/// <summary>A time in which somebody, for a stated reason, stopped the clock: its start included, its end excluded.</summary>
public readonly record struct Pause
{
    /// <param name="to">Null while nobody has resumed the clock.</param>
    /// <exception cref="ArgumentOutOfRangeException">The pause ends before it starts.</exception>
    public Pause(DateTimeOffset from, DateTimeOffset? to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to ?? from, from, nameof(to));
        (From, To) = (from, to);
    }

    public DateTimeOffset From { get; }

    public DateTimeOffset? To { get; }
}
