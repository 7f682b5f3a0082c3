using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A time in which the ball is the customer's; what the bot does meanwhile it does once.</summary>
/// <param name="Asked">Number of the timeline entry with what the technician asked.</param>
/// <param name="Offered">The customer has been asked whether it is solved.</param>
public sealed record CustomerWait(DateTimeOffset Since, int Asked, bool Reminded = false, bool Offered = false);

/// <summary>What becomes of a ticket whose customer says nothing, or that it has been solved.</summary>
public sealed partial record Ticket
{
    /// <summary>Null while the ball is somebody else's.</summary>
    public CustomerWait? Waiting => State == TicketState.WaitingForCustomer ? LastWait : null;

    /// <summary>The newest wait, whether it goes on or not: a customer may take back what ended it.</summary>
    internal CustomerWait? LastWait { get; private init; }

    /// <summary>The customer is reminded of what was asked.</summary>
    public Step Remind(DateTimeOffset now) => Waiting is { Reminded: false, Offered: false } wait
        ? (this with { LastWait = wait with { Reminded = true } }).With(EntryKind.Reminded, by: null, now)
        : new Step.No(Refusal.IsNotWaiting);

    /// <summary>The customer is asked whether it has been solved. Nothing closes by itself for that.</summary>
    public Step OfferToClose(DateTimeOffset now) => Waiting is { Offered: false } wait
        ? (this with { LastWait = wait with { Offered = true } }).With(EntryKind.OfferedToClose, by: null, now)
        : new Step.No(Refusal.IsNotWaiting);

    /// <summary>The customer says that it has been solved, before support has: the end.</summary>
    public Step SaySolved(PersonRef customer, DateTimeOffset now) => IsOpen
        ? Close(ClosedHow.SaidSolved, customer, now).With(EntryKind.SaidSolved, customer, now)
        : new Step.No(NotOpen);
}
