using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What asking for a rating adds to the commit that closes a ticket; empty where nobody is asked.</summary>
public sealed record RatingRequest(IReadOnlyList<RowWrite> Rows, IReadOnlyList<Effect> Effects)
{
    public bool Asks => Effects.Count > 0;
}

/// <summary>Whoever says that their own ticket is solved is asked how the help was, if there was any: once a ticket, at most once in 30 days.</summary>
public sealed class RatingRequests(TicketStore tickets)
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(30);

    /// <param name="ticket">As it was before it was closed.</param>
    public async Task<RatingRequest> AfterAsync(Turn turn, Ticket ticket, CancellationToken cancellation)
    {
        var (key, person) = (ticket.Key, turn.Person.Ref);
        var before = await tickets.AskedToRateAsync(key, person, cancellation);
        return ticket is { Rating: null, Answered: not null } && person == ticket.Requester && !(turn.Now - before?.Value.At < Between)
            ? new([TicketStore.AskToRate(before, new(key.Number, turn.Now), person)], [new Refresh(new ToPerson(person), RatingCard.Of(key))])
            : new([], []);
    }
}
