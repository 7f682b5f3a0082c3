using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Whoever has a ticket gives it back; its thread in the channel hears that nobody has it.</summary>
public sealed class ReleaseTicket(TicketAccess access, TicketViews views) : ICardAction<ReleaseTicket.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.release";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var key = stored.Value.Key;
        var step = stored.Value.Release(staff.Person.Ref, turn.Now);
        if (step is not Step.Done done)
        {
            var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
            return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, view.AssigneeName), DeskCard.Of(key));
        }

        return Change.To(key.Partition, new Decision(
            TicketStore.Replace(stored, done),
            [new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)), .. LiveCards.Of(done.Ticket)],
            new Reply { Living = DeskCard.Of(key) }));
    }
}
