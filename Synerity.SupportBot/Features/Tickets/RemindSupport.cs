using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// The customer waits and says so: whoever has the ticket hears it, else the channel; in opening hours, and once an opening day. To ask
/// oftener would only teach everybody to look away, so the answer is what has been promised.
/// </summary>
public sealed class RemindSupport(TicketAccess access, TicketStore tickets, TicketViews views, PromiseClock promises) : ICardAction<RemindSupport.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.remind";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        var (ticket, key) = (stored.Value, stored.Value.Key);
        if (!CustomerSide.Decides(turn.Caller, ticket)) return Reply.Refuse(SharingTexts.NotYours(key), TicketCard.Of(key));
        var view = await views.OfAsync(ticket, turn.Now, cancellation);
        var hours = promises.HoursOf(ticket.Promise);
        DateTimeOffset? opens = hours.IsOpen(turn.Now) ? null : hours.NextOpening(turn.Now);
        var (since, afterAnswer) = WaitsSince(await tickets.TimelineAsync(key, cancellation));
        return ticket.Remind(new Reminder(turn.Now, turn.Person.Ref, hours.DateAt(opens ?? turn.Now), since, afterAnswer)) switch
        {
            Step.Done done => Decide(stored, done, view, opens, turn),
            Step.No { Why: Refusal.RemindedToday } => Reply.Refuse(
                ReminderTexts.RemindedBefore(Formats.Moment(ticket.Reminded!.At, turn.Now, turn.Reader.Zone)) + StatusAnswer.InWords(view, turn.Reader.Zone, turn.Person),
                TicketCard.Of(key)),
            Step.No no => Reply.Refuse(WhyNotTexts.Of(no.Why, key, view.AssigneeName), TicketCard.Of(key)),
            _ => throw new InvalidOperationException("A step is done or not."),
        };
    }

    /// <summary>The first words of the customer's that have had no answer; when all have, the newest answer.</summary>
    internal static (DateTimeOffset Since, bool AfterAnswer) WaitsSince(IReadOnlyList<Entry> timeline)
    {
        var answered = timeline.LastOrDefault(entry => entry.Kind == EntryKind.Answered);
        var waiting = timeline.FirstOrDefault(entry => entry.Number > (answered?.Number ?? 0) && entry.Kind is EntryKind.Opened or EntryKind.Wrote or EntryKind.FilesAdded or EntryKind.RecordingAdded or EntryKind.NotSolved or EntryKind.Reopened);
        return waiting is not null ? (waiting.At, false) : ((answered ?? timeline[0]).At, answered is not null);
    }

    internal static Rendered? News(TicketView view, Person? by, Reader reader, bool toChannel)
    {
        if (!view.IsWithSupport || view.Ticket.Reminded is not { } reminder) return null;
        var (key, since) = (view.Ticket.Key, Formats.Moment(reminder.Since, view.Now, reader.Zone));
        var name = TicketView.NameOf(by, TicketTexts.Somebody);
        var words = reminder.AfterAnswer ? ReminderTexts.WaitsForNews(name, key, since) : ReminderTexts.HasWaited(name, key, since);
        return TicketNews.Words(
            view, words, view.Ticket.Title, reader, toChannel,
            [.. view.Ticket.Assignee is null ? [DeskActions.Take(view, reader.Tongue)] : Array.Empty<Cards.CardAction>(), DeskActions.Answer(view, reader.Tongue)]);
    }

    private static Change Decide(Stored<Ticket> before, Step.Done done, TicketView view, DateTimeOffset? opens, Turn turn)
    {
        var key = done.Ticket.Key;
        var name = view.Assignee is { Blocked: null } technician ? Text.Same(technician.FirstName) : TicketTexts.Support;
        var words = opens is { } at ? ReminderTexts.WillRemind(name, key, Formats.Moment(at, turn.Now, turn.Reader.Zone)) : ReminderTexts.Reminded(name, key);
        return Change.To(key.Partition, new Decision(
            TicketStore.Replace(before, done),
            [new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)) { NotBefore = opens }, .. LiveCards.Of(done.Ticket)],
            new Reply { Words = words, Living = TicketCard.Of(key) }));
    }
}
