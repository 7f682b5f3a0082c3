using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What was put right; null: as before.</summary>
public sealed record Correction(Tier? Tier, TicketKind? Kind);

/// <summary>How what was filled in wrongly is put right.</summary>
public sealed partial record Ticket
{
    /// <summary>Another tier or kind than was thought, from the beginning: the promise counts from when the ticket was received (sla rule 7).</summary>
    /// <param name="promise">Of the right tier.</param>
    /// <param name="due">When the first answer is due by it; ignored once answered and while the clock stands still.</param>
    /// <param name="reason">Internal.</param>
    public Step Correct(PersonRef technician, Promise promise, TicketKind kind, DateTimeOffset? due, string reason, DateTimeOffset now)
    {
        if (State == TicketState.Closed) return new Step.No(Refusal.IsClosed);
        var correction = new Correction(promise.Tier == Promise.Tier ? null : promise.Tier, kind == Request.Kind ? null : kind);
        if (correction is { Tier: null, Kind: null }) return new Step.No(Refusal.NothingToCorrect);
        var corrected = this with { Request = Request with { Kind = kind } };
        if (correction.Tier is not null) corrected = corrected with { Promise = promise, DueAt = Answered is null && Paused is null ? due : null };
        var done = corrected.With(EntryKind.Corrected, technician, now, reason);
        return done with { Entry = done.Entry with { Correction = correction } };
    }
}
