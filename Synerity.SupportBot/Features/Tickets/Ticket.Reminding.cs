using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The customer reminded support.</summary>
/// <param name="Day">The opening day it counted for, in the ticket's calendar.</param>
/// <param name="Since">How long the customer had waited: since their own words, or since support's newest answer.</param>
/// <param name="AfterAnswer">The latter.</param>
public sealed record Reminder(DateTimeOffset At, PersonRef By, DateOnly Day, DateTimeOffset Since, bool AfterAnswer);

/// <summary><em>Påminn supporten</em>.</summary>
public sealed partial record Ticket
{
    /// <summary>The newest; null before the first.</summary>
    public Reminder? Reminded { get; private init; }

    /// <summary>Support hears that the customer waits: while it has the ball, once an opening day.</summary>
    public Step Remind(Reminder reminder)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        if (State == TicketState.WaitingForCustomer) return new Step.No(Refusal.WaitsForCustomer);
        return Reminded?.Day == reminder.Day
            ? new Step.No(Refusal.RemindedToday)
            : (this with { Reminded = reminder with { At = Whole(reminder.At) } }).With(EntryKind.RemindedSupport, reminder.By, reminder.At);
    }
}
