using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary><em>Ja, det fungerar</em>: the ticket is closed, and its technician hears it.</summary>
public sealed class AcceptSolution(TicketAccess access, RatingRequests ratings, TicketViews views) : ICardAction<AcceptSolution.Data>
{
    /// <param name="Solved">The solution that was asked about; null from the ticket's own card.</param>
    public sealed record Data(string Ticket, int? Solved = null);

    public static string Verb => "tickets.accept";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        return await DecideAsync(turn, stored, data.Solved, cancellation);
    }

    /// <summary>What saying that it works leads to, whichever way it was said.</summary>
    /// <param name="told">What a pressed message that was no card of the solution turns into; null: it was one, or the ticket's own.</param>
    internal async Task<Outcome> DecideAsync(Turn turn, Stored<Ticket> stored, int? solved, CancellationToken cancellation, Content? told = null)
    {
        var (ticket, key) = (stored.Value, stored.Value.Key);
        var card = solved is { } entry ? SolvedCard.Of(key, entry) : TicketCard.Of(key);
        if (!CustomerSide.Decides(turn.Caller, ticket)) return Reply.Refuse(SharingTexts.NotYours(key), card);
        var step = solved is { } asked && ticket.State == TicketState.Solved && asked != ticket.SolvedEntry
            ? new Step.No(Refusal.IsNotSolved)
            : ticket.Accept(turn.Person.Ref, turn.Now);
        if (step is not Step.Done done)
        {
            var view = await views.OfAsync(ticket, turn.Now, cancellation);
            return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, view.AssigneeName), card);
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
            told is null
                ? new Reply { Words = rating.Asks ? null : SolutionTexts.Good(key), Living = card }
                : new Reply { Told = told }));
    }
}
