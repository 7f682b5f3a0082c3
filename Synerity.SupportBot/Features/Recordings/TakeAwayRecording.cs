using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Features.Recordings;

/// <summary>A recording is taken off its ticket: by whoever added it, who decides about the ticket, or a technician.</summary>
public sealed class TakeAwayRecording(TicketAccess access, TicketStore tickets) : ICardAction<TakeAwayRecording.Data>
{
    public sealed record Data(string Ticket, int Entry);

    public static string Verb => "recordings.take-away";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.FindAsync(turn.Caller, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (ticket, key, me) = (stored.Value, stored.Value.Key, turn.Person.Ref);
        var isTheirs = CustomerSide.Decides(turn.Caller, ticket) || ticket.RecordingLinks.Any(recording => recording.Entry == data.Entry && recording.By == me);
        if (!isTheirs && turn.Caller is not Staff { Roles: var roles }) return Reply.Refuse(RecordingTexts.TheyDecide);
        if (turn.Caller is Staff staff && !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        var step = ticket.TakeAwayRecording(me, data.Entry, turn.Now);
        if (step is not Step.Done done) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, TicketTexts.ATechnician));
        var entry = await tickets.EntryAsync(key, data.Entry, cancellation);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), .. entry is null ? [] : new[] { TicketStore.Blank(key, entry) }],
            [.. RecordingRules.ToTechnicians(done.Ticket, RecordingNews.Of(RecordingNews.Away, key, done.Entry.Number)), .. LiveCards.Of(done.Ticket)],
            turn.Caller is CustomerUser ? new Reply { Told = RecordingNews.Of(RecordingNews.Receipt, key, data.Entry) } : Reply.Say(RecordingTexts.TakenAway(key))));
    }
}
