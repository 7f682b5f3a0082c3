using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>Finds tickets from the compose box; before anything is typed, one's own open ones.</summary>
public sealed class FindTickets(TicketSearch search, TicketAccess access, TicketViews views, InsertedCards cards) : ISearchCommand
{
    public static ExtensionCommand Command { get; } = new("findTickets", ComposeTexts.FindTickets, ComposeTexts.FindTicketsWhat, ComposeTexts.FindTicketsWords);

    public async Task<IReadOnlyList<FoundThing>> FindAsync(Turn turn, Search asked, CancellationToken cancellation)
    {
        var words = asked.Words.Length > 0 ? asked.Words : await FirstAsync(turn.Caller, cancellation);
        var tickets = await search.FindAsync(turn.Caller, words, asked.Skip, asked.Most, cancellation);
        return await Task.WhenAll(tickets.Select(ticket => ShownAsync(turn, ticket, cancellation)));
    }

    public async Task<FoundThing?> PickAsync(Turn turn, string item, CancellationToken cancellation) =>
        await access.FindAsync(turn.Caller, item, cancellation) is { Value: var ticket } ? await ShownAsync(turn, ticket, cancellation) : null;

    /// <summary>What somebody most likely looks for, in the words that a search understands: their own, and where they have none, everything that is theirs to see.</summary>
    private async Task<string> FirstAsync(Caller caller, CancellationToken cancellation)
    {
        var (own, all) = caller is Staff ? ("mine", "") : ("mine open", "open");
        return (await search.FindAsync(caller, own, 0, 1, cancellation)).Count > 0 ? own : all;
    }

    private async Task<FoundThing> ShownAsync(Turn turn, Ticket ticket, CancellationToken cancellation)
    {
        var (view, tongue) = (await views.OfAsync(ticket, turn.Now, cancellation), turn.Reader.Tongue);
        var standing = PromiseLines.Standing(view, turn.Reader.Zone).In(tongue);
        var line = turn.Caller is Staff
            ? $"{view.CustomerName} · {DeskCard.Headline(view).In(tongue)} · {standing}"
            : $"{TicketCard.Headline(view, turn.Person).In(tongue)} · {standing}";
        return new FoundThing(ticket.Key.ToString(), $"{ticket.Key} · {ticket.Title}", line, await cards.ForAsync(ticket, turn, cancellation));
    }
}
