using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A time in which monday.com has the ball, and support watches over it.</summary>
/// <param name="FollowUpAt">When a technician is reminded: an opening. Null: never.</param>
public sealed record VendorWait(DateTimeOffset Since, DateTimeOffset? FollowUpAt = null, bool Reminded = false);

/// <summary>How a ticket waits for monday.com. The clock of the first answer runs on (sla rule 6).</summary>
public sealed partial record Ticket
{
    /// <summary>Null while it does not.</summary>
    public VendorWait? AtVendor => State == TicketState.WaitingForVendor ? LastVendorWait : null;

    private VendorWait? LastVendorWait { get; init; }

    /// <summary>monday.com has the ball; said again, another day to follow it up. Whoever says so watches over it if nobody had the ticket.</summary>
    public Step WaitForVendor(PersonRef technician, DateTimeOffset? followUpAt, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        var done = (this with
        {
            State = TicketState.WaitingForVendor,
            Assignee = Assignee ?? technician,
            TakenAt = TakenAt ?? now,
            AskedCustomer = false,
            LastVendorWait = new VendorWait(AtVendor?.Since ?? Whole(now), followUpAt),
        }).With(EntryKind.WaitsForVendor, technician, now);
        return done with { Entry = done.Entry with { Until = followUpAt } };
    }

    /// <summary>Support has the ball again. So it has once a technician answers the customer.</summary>
    public Step EndVendorWait(PersonRef technician, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        return AtVendor is null
            ? new Step.No(Refusal.IsNotAtVendor)
            : (this with { State = BackAtSupport }).With(EntryKind.VendorAnswered, technician, now);
    }

    /// <summary>The day to follow it up has come.</summary>
    public Step RemindFollowUp(DateTimeOffset now) => AtVendor is { Reminded: false, FollowUpAt: { } at } wait && at <= now
        ? (this with { LastVendorWait = wait with { Reminded = true } }).With(EntryKind.FollowUpDue, by: null, now)
        : new Step.No(Refusal.NothingDue);
}
