using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The cards that show a ticket's state, on both sides: whatever changes it brings them up to date.</summary>
internal static class LiveCards
{
    public static IEnumerable<Effect> Of(Ticket ticket)
    {
        yield return DeskCard.RefreshOf(ticket.Key);
        foreach (var person in CustomerSide.Of(ticket).Select(person => new ToPerson(person)))
        {
            yield return new Refresh(person, TicketCard.Of(ticket.Key));
            if (ticket.SolvedEntry > 0) yield return new Refresh(person, SolvedCard.Of(ticket.Key, ticket.SolvedEntry));
        }
    }
}
