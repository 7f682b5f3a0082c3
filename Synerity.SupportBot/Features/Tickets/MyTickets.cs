using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// A page of tickets, each with who has the ball and its promise: one's own, or, for a contact, the whole organisation's; open or closed. The
/// buttons turn the page or choose other tickets in the same card.
/// </summary>
public sealed class ListTickets(TicketLists lists, TicketViews views) : ICardAction<ListTickets.Data>
{
    private const int PageSize = 6;

    /// <param name="All">The organisation's; counts for contacts only.</param>
    /// <param name="After">Where the page before ended; null: the first page.</param>
    public sealed record Data(bool Closed = false, bool All = false, string? After = null);

    public static string Verb => "tickets.list";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        turn.Caller is CustomerUser ? await ShowAsync(turn, data, cancellation) : Reply.Refuse(TicketTexts.NotFound);

    /// <summary>For a customer's user.</summary>
    internal async Task<Reply> ShowAsync(Turn turn, Data data, CancellationToken cancellation)
    {
        var user = (CustomerUser)turn.Caller;
        var asked = data with { All = data.All && user.IsContact };
        var (customer, filter) = (CustomerKey.Parse(user.Customer), asked.Closed ? TicketFilter.Closed : TicketFilter.Open);
        var page = asked.All
            ? await lists.OfCustomerAsync(customer, filter, asked.After, PageSize, cancellation)
            : await lists.OfPersonAsync(customer, user.Person.Ref, filter, asked.After, PageSize, cancellation);
        var shown = new List<TicketView>(page.Tickets.Count);
        foreach (var ticket in page.Tickets) shown.Add(await views.OfAsync(ticket, turn.Now, cancellation));
        return new Reply { Card = TicketListCard.For(shown, asked, page.Next, user, turn.Reader) };
    }
}

/// <summary><em>Mina ärenden</em>.</summary>
public sealed class MyTickets(ListTickets list) : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["mina ärenden", "ärenden", "visa mina ärenden", "lista ärenden", "öppna ärenden"],
        ["my tickets", "tickets", "show my tickets", "list tickets", "open tickets"],
        Help: new("se dina ärenden", "see your tickets"));

    public static bool IsFor(Caller caller) => caller is CustomerUser;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => await list.ShowAsync(turn, new(), cancellation);
}

/// <summary><em>Stängda ärenden</em>.</summary>
public sealed class MyClosedTickets(ListTickets list) : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["stängda ärenden", "mina stängda ärenden", "gamla ärenden", "mina gamla ärenden"],
        ["closed tickets", "my closed tickets", "old tickets", "my old tickets"]);

    public static bool IsFor(Caller caller) => caller is CustomerUser;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => await list.ShowAsync(turn, new(Closed: true), cancellation);
}

/// <summary><em>Alla våra ärenden</em>, for contacts.</summary>
public sealed class OurTickets(ListTickets list) : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["alla våra ärenden", "våra ärenden", "alla ärenden", "organisationens ärenden"],
        ["all our tickets", "our tickets", "all tickets"],
        Help: new("se hela organisationens ärenden", "see all your organisation's tickets"));

    public static bool IsFor(Caller caller) => caller is CustomerUser { IsContact: true };

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => await list.ShowAsync(turn, new(All: true), cancellation);
}
