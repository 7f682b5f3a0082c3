using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The promise in words: always as clock time, never as a countdown, for a card stands still.</summary>
internal static class PromiseLines
{
    /// <summary><em>Svar senast måndag 30 november 09:15</em>, what became of it, or that there is none.</summary>
    public static Text Promise(TicketView view, TimeZoneInfo zone) => view.Standing switch
    {
        { State: SlaState.NoSla or SlaState.NoSlaResponded } => TicketTexts.NoPromise,
        { State: SlaState.Breached, DueAt: { } due } => TicketTexts.AnswerWasDue(Formats.Moment(due, view.Now, zone)),
        { State: SlaState.Paused } => PauseLines.Since(view, zone),
        { DueAt: { } due } => TicketTexts.AnswerBy(Formats.Moment(due, view.Now, zone)),
        _ => TicketTexts.SoonAsWeCan,
    };

    /// <summary>Where the ticket stands, in one line: its promise, what became of it, or how it ends.</summary>
    public static Text Standing(TicketView view, TimeZoneInfo zone) => view.Ticket switch
    {
        { State: TicketState.Solved, ClosesAt: { } at } => SolutionTexts.ClosesByItselfOn(LastDay(at, view, zone)),
        { Closed: { } closed } => Closed(closed, view, zone),
        _ when Answered(view, zone) is var (when, verdict) => TicketTexts.FirstAnswer(when, verdict),
        _ => Promise(view, zone),
    };

    /// <summary><em>8 timmar öppettid från i dag 10:15. Helgen räknas inte.</em> Null where nothing needs to be explained.</summary>
    public static Text? Reckoning(TicketView view, TimeZoneInfo zone)
    {
        if (view.Ticket.Promise.Budget is not { } budget || view.CountsFrom is not { } from) return null;
        var words = TicketTexts.BudgetFrom(budget, Formats.Moment(from, view.Now, zone));
        var closed = DaysClosed(view);
        return closed.Count == 0 ? words : words + Text.Same(" ") + TicketTexts.DoesNotCount(closed);
    }

    /// <summary><em>Första svar i dag 08:14, i tid</em>; null before it.</summary>
    public static (Text When, Text? Verdict)? Answered(TicketView view, TimeZoneInfo zone)
    {
        if (view.Ticket.Answered is not { } answered) return null;
        Text? verdict = view.Standing.State switch
        {
            SlaState.Met => TicketTexts.OnTime,
            SlaState.Missed => TicketTexts.Late,
            _ => null,
        };
        return (Formats.Moment(answered.At, view.Now, zone), verdict);
    }

    /// <summary>The last day somebody has, for a deadline at the end of its hours: midnight still belongs to the day before.</summary>
    public static Text LastDay(DateTimeOffset deadline, TicketView view, TimeZoneInfo zone) =>
        Formats.Date(Formats.DateIn(deadline.AddSeconds(-1), zone), Formats.DateIn(view.Now, zone).Year);

    /// <summary>How and when it was closed.</summary>
    public static Text Closed(Closing closed, TicketView view, TimeZoneInfo zone)
    {
        var when = Formats.Moment(closed.At, view.Now, zone);
        return closed.How switch
        {
            ClosedHow.Accepted => SolutionTexts.AcceptedAt(when),
            ClosedHow.Merged => MergeTexts.MergedAt(closed.Into ?? "", when),
            ClosedHow.SaidSolved => WaitingTexts.SaidSolvedAt(when),
            ClosedHow.Withdrawn => EndingTexts.WithdrawnAt(when),
            _ => SolutionTexts.ClosedByItselfAt(when),
        };
    }

    /// <summary>Each closed day once: weekends as one, holidays by name, closures by date.</summary>
    private static List<Text> DaysClosed(TicketView view)
    {
        var names = new List<Text>();
        foreach (var day in view.Closed)
        {
            var name = day switch
            {
                { Holiday: { } holiday } => holiday,
                { Because: ClosedBecause.Weekday } => TicketTexts.TheWeekend,
                _ => Formats.Date(day.Date, day.Date.Year),
            };
            if (!names.Contains(name)) names.Add(name);
        }

        if (view.Ticket.Pauses.Count > 0) names.Add(PauseTexts.ThePause);

        return names;
    }
}
