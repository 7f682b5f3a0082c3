using Microsoft.Extensions.Options;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>When somebody has to be reminded of something about a ticket: counted in the ticket's own calendar.</summary>
public sealed class TicketTimes(PromiseClock promises, IOptions<WaitingOptions> options)
{
    public WorkingHours HoursOf(Ticket ticket) => promises.HoursOf(ticket.Promise);

    /// <summary>Null when the calendar never gets there.</summary>
    public DateTimeOffset? RemindAt(Ticket ticket, CustomerWait wait) => BusinessDays.After(promises.HoursOf(ticket.Promise), wait.Since, options.Value.RemindAfterDays);

    /// <summary>Null when the calendar never gets there.</summary>
    public DateTimeOffset? OfferAt(Ticket ticket, CustomerWait wait) => BusinessDays.After(promises.HoursOf(ticket.Promise), wait.Since, options.Value.OfferToCloseAfterDays);

    /// <summary>The opening of that day, or the next one where it is closed then.</summary>
    public DateTimeOffset? OpeningFrom(Ticket ticket, DateOnly day) => BusinessDays.OpeningFrom(HoursOf(ticket), day);

    /// <summary>Null while it is open: a message goes at once.</summary>
    public DateTimeOffset? NotBefore(Ticket ticket, DateTimeOffset now) =>
        promises.HoursOf(ticket.Promise) is var hours && hours.IsOpen(now) ? null : hours.NextOpening(now);

    /// <summary>The wake-ups that what a ticket waits for needs, as it stands now.</summary>
    public IEnumerable<Effect> WakesOf(Ticket ticket)
    {
        if (ticket.Waiting is { Offered: false } wait && (wait.Reminded ? OfferAt(ticket, wait) : RemindAt(ticket, wait)) is { } at) yield return Wake(ticket, WaitingWatch.WakeKind, at);
        if (ticket.AtVendor is { Reminded: false, FollowUpAt: { } followUp }) yield return Wake(ticket, TechnicianReminders.WakeKind, followUp);
        if (ticket is { IsOpen: true, NextUpdate: { Reminded: false, At: var update } }) yield return Wake(ticket, TechnicianReminders.WakeKind, update);
    }

    private static Wake Wake(Ticket ticket, string kind, DateTimeOffset at) => new(at, kind, ticket.Key.Partition, ticket.Key.ToString());
}
