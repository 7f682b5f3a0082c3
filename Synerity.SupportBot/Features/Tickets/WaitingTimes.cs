using Microsoft.Extensions.Options;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>When a customer who has the ball is reminded, and asked whether it has been solved: in opening days of the ticket's calendar.</summary>
public sealed class WaitingTimes(PromiseClock promises, IOptions<WaitingOptions> options)
{
    /// <summary>Null when the calendar never gets there.</summary>
    public DateTimeOffset? RemindAt(Ticket ticket, CustomerWait wait) => BusinessDays.After(promises.HoursOf(ticket.Promise), wait.Since, options.Value.RemindAfterDays);

    /// <summary>Null when the calendar never gets there.</summary>
    public DateTimeOffset? OfferAt(Ticket ticket, CustomerWait wait) => BusinessDays.After(promises.HoursOf(ticket.Promise), wait.Since, options.Value.OfferToCloseAfterDays);

    /// <summary>Null while it is open: a message goes at once.</summary>
    public DateTimeOffset? NotBefore(Ticket ticket, DateTimeOffset now) =>
        promises.HoursOf(ticket.Promise) is var hours && hours.IsOpen(now) ? null : hours.NextOpening(now);

    /// <summary>The wake-up that a ticket needs which waits for its customer; none for others.</summary>
    public IEnumerable<Effect> WakeOf(Ticket ticket)
    {
        if (ticket.Waiting is not { Offered: false } wait) yield break;
        if ((wait.Reminded ? OfferAt(ticket, wait) : RemindAt(ticket, wait)) is { } at) yield return new Wake(at, WaitingWatch.WakeKind, ticket.Key.Partition, ticket.Key.ToString());
    }
}
