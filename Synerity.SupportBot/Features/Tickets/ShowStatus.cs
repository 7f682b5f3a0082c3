using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Understands that somebody asks how it is going, and about which ticket.</summary>
public sealed class ShowStatus(StatusAnswer status, TicketLists lists, ListTickets list) : ITextCommand, IFreeText
{
    private static readonly string[] Openings = ["hur går det", "har ni tittat", "how is it going", "how's it going", "have you looked", "any news"];

    public static CommandWords Words { get; } = new(
        ["status", "hur går det", "har ni tittat", "vad händer med mitt ärende", "får jag svar snart", "när får jag svar", "läget"],
        ["status", "how is it going", "how's it going", "any news", "have you looked", "when will i get an answer"],
        Help: new("se hur det går, till exempel status ACME-1", "see how it is going, for example status ACME-1"));

    public static bool IsFor(Caller caller) => caller is CustomerUser or Staff;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser user) return Reply.Refuse(TicketTexts.NotFound);
        var key = CustomerKey.Parse(user.Customer);
        var open = await lists.OfPersonAsync(key, user.Person.Ref, TicketFilter.Open, after: null, 2, cancellation);
        if (open.Tickets.Count == 0) open = await lists.OfPersonAsync(key, user.Person.Ref, TicketFilter.Closed, after: null, 1, cancellation);
        return open.Tickets.Count switch
        {
            0 => Reply.Say(TicketTexts.NoTickets),
            1 => await status.OfAsync(turn, open.Tickets[0].Key.ToString(), cancellation),
            _ => await list.ShowAsync(turn, new(), cancellation),
        };
    }

    /// <summary>A ticket's key alone or after <c>status</c>, and questions that begin as those above do.</summary>
    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (!IsFor(turn.Caller)) return null;
        var text = CommandList.Normal(turn.Text);
        if (KeyIn(turn.Text) is { } key) return await status.OfAsync(turn, key, cancellation);
        if (!Openings.Any(opening => text.StartsWith(opening + " ", StringComparison.Ordinal))) return null;
        var named = text.Split(' ').Select(word => word.Trim('.', ',', '?', '!', ':')).FirstOrDefault(word => TicketKey.TryParse(word, out _));
        return named is not null ? await status.OfAsync(turn, named, cancellation) : await HandleAsync(turn, cancellation);
    }

    /// <summary>The key that is all somebody wrote, alone or after <c>status</c>; null: they wrote something else.</summary>
    internal static string? KeyIn(string words)
    {
        var text = CommandList.Normal(words);
        var key = text.StartsWith("status ", StringComparison.Ordinal) ? text["status ".Length..] : text;
        return TicketKey.TryParse(key, out _) ? key : null;
    }
}

/// <summary>Where a ticket stands against its promise: the answer first, its card second, stamped with the moment it was given.</summary>
public sealed class StatusAnswer(TicketAccess access, TicketStore tickets, TicketViews views, StatusLines lines)
{
    public async Task<Outcome> OfAsync(Turn turn, string key, CancellationToken cancellation)
    {
        if (await access.FindAsync(turn.Caller, key, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        if (turn.Caller is Staff staff) return new Reply { Card = DeskCard.For(view, turn.Reader, staff) };
        var (words, zone) = (InWords(view, turn.Reader.Zone, turn.Person), turn.Reader.Zone);
        var reply = new Reply { Told = StatusCard.Of(view.Ticket.Key, invites: turn.Caller is CustomerUser { HasAgreement: true }) };
        var told = await tickets.HasFactAsync(view.Ticket.Key, AskedAfterMiss.Fact(view), cancellation);
        if (told || !view.IsWithSupport || view.Standing.State != SlaState.Breached) return reply with { Words = words + lines.After(view, zone, told) };

        // The promise is broken and the customer had to ask: everybody at support hears it, once.
        return Change.To(view.Ticket.Key.Partition, new Decision(
            [TicketStore.Fact(view.Ticket.Key, AskedAfterMiss.Fact(view), turn.Now)],
            [lines.TellSupport(view, turn.Person.Ref)],
            reply with { Words = words + lines.Telling(view, zone) }));
    }

    /// <param name="asks">Who of the customer asks; null: the requester.</param>
    internal static Text InWords(TicketView view, TimeZoneInfo zone, Outbox.Person? asks = null)
    {
        var key = view.Ticket.Key;
        var who = view.Ticket switch
        {
            { State: TicketState.WaitingForCustomer } when asks is not null && asks.Ref != view.Ticket.Requester =>
                SharingTexts.WaitsFor(view.AssigneeName, view.RequesterName, key),
            { State: TicketState.WaitingForCustomer } => TicketTexts.StatusYours(view.AssigneeName, key),
            { State: TicketState.WaitingForVendor } => VendorTexts.Status(view.AssigneeName, key),
            { State: TicketState.Solved } => SolutionTexts.StatusSolved(view.AssigneeName, key),
            { MergedInto: { } into } => MergeTexts.Status(key, into.ToString()),
            { State: TicketState.Closed } => SolutionTexts.StatusClosed(key),
            { Answered: not null } => TicketTexts.StatusAnswered(view.AssigneeName, key),
            { Assignee: not null } => TicketTexts.StatusTaken(view.AssigneeName, key),
            _ => TicketTexts.StatusUntaken(key),
        };
        if (!view.Ticket.IsOpen) return who;
        var promise = view.Standing switch
        {
            { State: SlaState.NoSla } => who + Text.Same(" ") + TicketTexts.SoonAsWeCan + Text.Same(" ") + TicketTexts.NoPromise,
            { State: SlaState.Paused } => who + PauseLines.InWords(view, zone),
            { State: SlaState.Breached, DueAt: { } due } => who + TicketTexts.WeMissedThat(Formats.Moment(due, view.Now, zone)),
            { State: SlaState.OnTrack or SlaState.AtRisk, DueAt: { } due } => who + TicketTexts.YouWillHaveAnAnswerBy(Formats.Moment(due, view.Now, zone)),
            _ => who,
        };
        return promise + NextUpdateLines.InWords(view, zone);
    }
}
