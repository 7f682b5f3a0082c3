namespace Synerity.SupportBot.Features.Sla;

/// <summary>Where a ticket stands against its promise (rule 11).</summary>
public enum SlaState
{
    NoSla,
    NoSlaResponded,

    /// <summary>Answered at due or before.</summary>
    Met,

    /// <summary>Answered after due.</summary>
    Missed,

    /// <summary>Not answered, and due has passed.</summary>
    Breached,

    /// <summary>A pause is open, so due is unknown.</summary>
    Paused,

    /// <summary>At least 75 % of the budget is used.</summary>
    AtRisk,
    OnTrack,
}

/// <summary>A ticket's promise at one moment.</summary>
/// <param name="DueAt">Null without a guarantee, while an open pause makes it unknown, and when the calendar has too few hours left.</param>
/// <param name="DueIfResumedNow">Only while paused.</param>
/// <param name="ElapsedSeconds">Business seconds used until now or until the response, never negative.</param>
/// <param name="RemainingSeconds">Budget less elapsed, negative when overdue; null without a guarantee. Not a verdict: that is <paramref name="State"/>.</param>
/// <param name="ClockRunning">Unanswered, within opening hours, and not paused; also told of tickets without a guarantee.</param>
public readonly record struct SlaStanding(
    DateTimeOffset? DueAt,
    DateTimeOffset? DueIfResumedNow,
    long ElapsedSeconds,
    long? RemainingSeconds,
    SlaState State,
    bool ClockRunning);
