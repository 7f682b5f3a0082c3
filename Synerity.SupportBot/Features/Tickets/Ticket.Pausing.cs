using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Why a technician stops the clock of the first answer. Waiting alone is no reason (sla rule 6). Stored by name: never rename one.</summary>
public enum PauseReason
{
    /// <summary>Nothing can be answered before the customer has done something.</summary>
    NeedsCustomer,
    CustomerAsked,

    /// <summary>The two sides have agreed when they will talk.</summary>
    AgreedTime,
    VendorDisturbance,

    /// <summary>In the technician's own words.</summary>
    Other,
}

/// <summary>A time in which the clock stood still: its start included, its end excluded.</summary>
/// <param name="To">Null while nobody has started it again.</param>
/// <param name="PublicWords">What the customer may read beside the reason, while it lasts; null: the reason alone.</param>
public sealed record ClockPause(DateTimeOffset From, DateTimeOffset? To, PauseReason Reason, string? PublicWords, PersonRef By);

/// <summary>How the clock of the first answer is stopped and started.</summary>
public sealed partial record Ticket
{
    /// <summary>Of one ticket; whoever needs more should answer instead.</summary>
    public const int MostPauses = 50;

    /// <summary>In order; at most the last is still going on.</summary>
    public IReadOnlyList<ClockPause> Pauses { get; private init; } = [];

    /// <summary>When the first answer is due, for lists that order by it. Null without a guarantee, once answered, and while paused.</summary>
    public DateTimeOffset? DueAt { get; private init; }

    /// <summary>The pause that is going on; null while the clock runs or has done its work.</summary>
    public ClockPause? Paused => Pauses is [.., { To: null } last] ? last : null;

    /// <summary>What the clock counts without.</summary>
    public IReadOnlyList<Pause> PausedTimes => [.. Pauses.Select(pause => new Pause(pause.From, pause.To))];

    /// <summary>The clock stands still until somebody starts it again or answers. Nobody has to have the ticket for it.</summary>
    /// <param name="words">Internal unless <paramref name="isPublic"/>.</param>
    /// <param name="due">When the answer is due as the clock stands: what is broken is not mended by a pause (sla rule 6).</param>
    public Step Pause(PersonRef technician, PauseReason reason, string? words, bool isPublic, DateTimeOffset? due, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        if (Answered is not null) return new Step.No(Refusal.IsAnswered);
        if (Promise.Budget is null) return new Step.No(Refusal.HasNoClock);
        if (Paused is not null) return new Step.No(Refusal.IsPaused);
        if (now > due) return new Step.No(Refusal.IsOverdue);
        if (Pauses.Count >= MostPauses) return new Step.No(Refusal.PausedTooOften);
        var pause = new ClockPause(Whole(now), To: null, reason, isPublic ? words : null, technician);
        var done = (this with { Pauses = [.. Pauses, pause], DueAt = null }).With(EntryKind.Paused, technician, now, words);
        return done with { Entry = done.Entry with { Pause = new PauseNoted(reason, isPublic) } };
    }

    /// <summary>The clock runs again.</summary>
    /// <param name="due">When the answer is due from now on.</param>
    public Step Resume(PersonRef technician, DateTimeOffset? due, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        return Paused is null
            ? new Step.No(Refusal.IsNotPaused)
            : (this with { Pauses = PausesUntil(now), DueAt = due }).With(EntryKind.Resumed, technician, now);
    }

    /// <summary>The words of a pause that is over stand on the timeline; nobody needs them beside the clock any more.</summary>
    private IReadOnlyList<ClockPause> PausesUntil(DateTimeOffset now) =>
        Paused is { } pause ? [.. Pauses.SkipLast(1), pause with { To = Whole(now), PublicWords = null }] : Pauses;
}
