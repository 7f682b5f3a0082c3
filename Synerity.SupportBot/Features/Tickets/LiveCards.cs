using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The cards that show a ticket's state, on both sides: whatever changes it brings them up to date.</summary>
internal static class LiveCards
{
    public static IEnumerable<Effect> Of(Ticket ticket)
    {
        var requester = new ToPerson(ticket.Requester);
        yield return DeskCard.RefreshOf(ticket.Key);
        yield return new Refresh(requester, TicketCard.Of(ticket.Key));
        if (ticket.SolvedEntry > 0) yield return new Refresh(requester, SolvedCard.Of(ticket.Key, ticket.SolvedEntry));
    }
}
