using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>How carrying out a waiting effect ended.</summary>
public abstract record Delivery
{
    /// <summary>Over. <paramref name="Rows"/> are written together with the deletion.</summary>
    public sealed record Done(params IReadOnlyList<RowWrite> Rows) : Delivery;

    /// <summary>Once more at <paramref name="At"/>; what waits for the same destination waits too.</summary>
    /// <param name="Counts">False: it was nobody's fault (no channel chosen yet, pacing) and does not use up an attempt.</param>
    /// <param name="Unclear">A post got no answer: it may have arrived.</param>
    /// <param name="Healed">The conversation was lost and is made again at the next try.</param>
    public sealed record Later(DateTimeOffset At, bool Counts = true, bool Unclear = false, bool Healed = false) : Delivery;

    /// <summary>It has to be said somewhere else; the new effect is stored in its place.</summary>
    public sealed record Instead(Effect Effect) : Delivery;

    /// <summary>Given up: kept as a dead letter with the reason.</summary>
    public sealed record Dead(string Why) : Delivery;
}

/// <summary>An effect that could not be carried out, kept for staff to see, retry or drop.</summary>
/// <param name="Waiting">Null when the row could not be read; then <paramref name="Unreadable"/> is what it said.</param>
public sealed record DeadLetter(Waiting? Waiting, string Why, DateTimeOffset At, string? Unreadable = null);
