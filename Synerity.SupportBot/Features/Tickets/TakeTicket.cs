using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A technician makes a ticket theirs. The second one reads who was faster.</summary>
public sealed class TakeTicket(TicketAccess access, AddressBook people) : ICardAction<TakeTicket.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.take";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var key = stored.Value.Key;
        return stored.Value.Take(staff.Person.Ref, turn.Now) switch
        {
            Step.Done done => Change.To(key.Partition, new Decision(
                TicketStore.Replace(stored, done),
                [.. AcuteNews.AfterTaking(stored.Value, done), .. LiveCards.Of(done.Ticket)],
                new Reply { Living = DeskCard.Of(key) })),
            Step.No { Why: Refusal.AlreadyYours } => Reply.Refuse(TicketTexts.TakenByYou(key), DeskCard.Of(key)),
            Step.No { Why: Refusal.IsClosed } => Reply.Refuse(WhyNotTexts.Of(Refusal.IsClosed, key, TicketTexts.ATechnician), DeskCard.Of(key)),
            _ => Reply.Refuse(await WhoWasFasterAsync(stored.Value, turn, cancellation), DeskCard.Of(key)),
        };
    }

    private async Task<Text> WhoWasFasterAsync(Ticket ticket, Turn turn, CancellationToken cancellation)
    {
        var holder = await people.FindAsync(ticket.Assignee!, cancellation);
        return TicketTexts.SomebodyWasFaster(
            holder is null ? TicketTexts.ATechnician : Text.Same(holder.Name), ticket.Key, Formats.Clock(ticket.TakenAt ?? turn.Now, turn.Reader.Zone));
    }
}
