using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>monday.com has answered: the ball is support's again.</summary>
public sealed class EndVendorWait(TicketAccess access, TicketViews views) : ICardAction<EndVendorWait.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.vendor-answered";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var key = stored.Value.Key;
        if (stored.Value.EndVendorWait(staff.Person.Ref, turn.Now) is not Step.Done done)
        {
            var why = stored.Value.IsOpen ? Refusal.IsNotAtVendor : stored.Value.NotOpen;
            var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
            return Reply.Refuse(WhyNotTexts.Of(why, key, view.AssigneeName), DeskCard.Of(key));
        }

        return Change.To(key.Partition, new Decision(TicketStore.Replace(stored, done), [.. LiveCards.Of(done.Ticket)], new Reply { Living = DeskCard.Of(key) }));
    }
}
