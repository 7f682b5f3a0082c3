using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary><em>Det löste sig</em>: the customer closes the ticket, and its technician hears it. What support has marked as solved is accepted.</summary>
public sealed class SaySolved(TicketAccess access, TicketViews views, AcceptSolution accept, RatingRequests ratings) : ICardAction<SaySolved.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.say-solved";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        return await DecideAsync(turn, stored, cancellation);
    }

    /// <summary>What saying so leads to, whichever way it was said.</summary>
    internal async Task<Outcome> DecideAsync(Turn turn, Stored<Ticket> stored, CancellationToken cancellation)
    {
        var (ticket, key) = (stored.Value, stored.Value.Key);
        if (!CustomerSide.Decides(turn.Caller, ticket)) return Reply.Refuse(SharingTexts.NotYours(key), TicketCard.Of(key));
        if (ticket.State == TicketState.Solved) return await accept.DecideAsync(turn, stored, solved: null, cancellation, WaitingCard.EndOf(key));
        if (ticket.SaySolved(turn.Person.Ref, turn.Now) is not Step.Done done)
        {
            var view = await views.OfAsync(ticket, turn.Now, cancellation);
            return Reply.Refuse(WhyNotTexts.Of(ticket.NotOpen, key, view.AssigneeName), TicketCard.Of(key));
        }

        var rating = await ratings.AfterAsync(turn, ticket, cancellation);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), .. rating.Rows],
            [
                new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)),
                .. CustomerSide.Hears(done.Ticket, done.Entry),
                .. LiveCards.Of(done.Ticket),
                .. rating.Effects,
            ],
            new Reply { Told = WaitingCard.EndOf(key) }));
    }
}

/// <summary><em>Jag behöver hjälp än</em>: the same as writing it.</summary>
public sealed class StillNeedHelp(TicketAccess access, WordsOnTicket written) : ICardAction<StillNeedHelp.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.still-need-help";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        await access.OfCustomerAsync(turn, data.Ticket, cancellation) is { } stored
            ? await written.DecideAsync(turn, stored, WaitingTexts.StillNeedHelp.In(turn.Reader.Tongue), [], cancellation)
            : Reply.Refuse(TicketTexts.NotFound);
}
