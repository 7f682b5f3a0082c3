using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What technicians do with a ticket among themselves.</summary>
public sealed partial record Ticket
{
    /// <summary>Words between colleagues. Changes nothing, answers nobody, and no customer reads it.</summary>
    public Step Note(PersonRef technician, string words, DateTimeOffset now) => With(EntryKind.Noted, technician, now, words);

    /// <summary>Somebody else has it from now on. Any technician may, also to take it over: a colleague's holiday must not hold a ticket.</summary>
    /// <param name="words">For the new one; internal like a note.</param>
    public Step HandOver(PersonRef by, PersonRef to, string? words, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        if (Assignee == to) return new Step.No(to == by ? Refusal.AlreadyYours : Refusal.SomebodyElsesAlready);
        var done = (this with { Assignee = to, TakenAt = now, State = Held }).With(EntryKind.HandedOver, by, now, words);
        return done with { Entry = done.Entry with { To = to } };
    }

    /// <summary>Whoever has it gives it back to everybody; what is acute goes to somebody.</summary>
    public Step Release(PersonRef technician, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        if (Assignee != technician) return new Step.No(Assignee is null ? Refusal.NobodyHasIt : Refusal.SomebodyElses);
        if (IsAcute) return new Step.No(Refusal.NotWhileAcute);
        var state = State == TicketState.WithTechnician ? TicketState.WaitingForTechnician : State;
        return (this with { Assignee = null, TakenAt = null, State = state }).With(EntryKind.Released, technician, now);
    }

    /// <summary>The state once somebody has it: what waits for the customer goes on waiting.</summary>
    private TicketState Held => State == TicketState.WaitingForTechnician ? TicketState.WithTechnician : State;
}
