using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The clock of the first answer runs again, and is watched again.</summary>
public sealed class ResumeTicket(TicketAccess access, TicketViews views) : ICardAction<ResumeTicket.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.resume";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var key = stored.Value.Key;
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        var step = stored.Value.Resume(staff.Person.Ref, view.Standing.DueIfResumedNow, turn.Now);
        return step is not Step.Done done
            ? Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, view.AssigneeName), DeskCard.Of(key))
            : Change.To(key.Partition, new Decision(
                TicketStore.Replace(stored, done),
                [.. LiveCards.Of(done.Ticket), .. SlaWatch.WakesAgain(done.Ticket, turn.Now)],
                new Reply { Living = DeskCard.Of(key) }));
    }
}
