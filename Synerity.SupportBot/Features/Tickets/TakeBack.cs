using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary><em>Fel ärende</em>: what was just sent to a ticket was meant for something else. Only its author, and only for a while.</summary>
public sealed class TakeBack(TicketAccess access, TicketStore tickets, TicketTimes times) : ICardAction<TakeBack.Data>
{
    private static readonly TimeSpan While = TimeSpan.FromMinutes(30);

    public sealed record Data(string Ticket, int Entry);

    public static string Verb => "tickets.take-back";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        var key = stored.Value.Key;
        var entry = await tickets.EntryAsync(key, data.Entry, cancellation);
        if (entry is not { Value: { Kind: EntryKind.Wrote or EntryKind.NotSolved or EntryKind.Commented, Words: { } words } } || entry.Value.By != turn.Person.Ref || turn.Now - entry.Value.At > While)
        {
            return Reply.Refuse(TicketTexts.TooLateToTakeBack);
        }

        var done = (Step.Done)stored.Value.TakeBack(turn.Person.Ref, entry.Value, turn.Now);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), TicketStore.Blank(key, entry)],
            [
                new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)),
                .. CustomerSide.RequesterHears(done.Ticket, done.Entry),
                .. LiveCards.Of(done.Ticket),
                .. done.Ticket.State == TicketState.Solved ? CloseUnanswered.WakeOf(done.Ticket) : [],
                .. times.WakesOf(done.Ticket),
            ],
            new Reply
            {
                Card = TicketForm.For(
                    FormStamp.Issue(turn.Now), new TicketDraft(NewTicket.Shortened(words)), turn.Reader, inDialog: false, TicketTexts.TakenBack(key)),
            }));
    }
}
