using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>
/// A page of the technicians' queue: acute ones first, then by due time. The buttons turn the page or choose another part in the same card.
/// </summary>
public sealed class ShowQueue(TicketLists lists, TicketViews views, CustomerStore customers) : ICardAction<ShowQueue.Data>
{
    internal const string Mine = "mine";
    internal const string Untaken = "untaken";

    private const int PageSize = 6;

    /// <param name="Part"><c>mine</c>, <c>untaken</c> or a customer's key; anything else is everything.</param>
    /// <param name="After">Where the page before ended; null: the first page.</param>
    public sealed record Data(string? Part = null, string? After = null);

    public static string Verb => "desk.queue";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        turn.Caller is Staff staff ? await ShowAsync(turn, staff, data, cancellation) : Reply.Refuse(TicketTexts.NotFound);

    internal async Task<Reply> ShowAsync(Turn turn, Staff staff, Data data, CancellationToken cancellation)
    {
        var customer = CustomerKey.TryParse(data.Part?.ToUpperInvariant() ?? "", out var key) ? await customers.ReadAsync(key, cancellation) : null;
        QueuePart part = data.Part switch
        {
            Mine => new QueuePart.Of(staff.Person.Ref),
            Untaken => new QueuePart.Untaken(),
            _ when customer is not null => new QueuePart.OfCustomer(customer.Key),
            _ => new QueuePart.Everything(),
        };
        var page = await lists.QueueAsync(part, data.After, PageSize, cancellation);
        var shown = new List<TicketView>(page.Tickets.Count);
        foreach (var ticket in page.Tickets) shown.Add(await views.OfAsync(ticket, turn.Now, cancellation));
        return new Reply { Card = QueueCard.For(shown, part, customer?.Name, data, page.Next, turn.Reader) };
    }
}

/// <summary><em>Kö</em>, also with a customer after it: <em>kö NORD</em>, <em>kö Nordhem</em>.</summary>
public sealed class QueueCommand(ShowQueue queue, CustomerStore customers) : ITextCommand, IFreeText
{
    public static CommandWords Words { get; } = new(
        ["kö", "kön", "visa kön", "öppna kön"],
        ["queue", "the queue", "show the queue", "open the queue"],
        Help: new("se kön i den ordning den ska besvaras; kö NORD visar en kunds ärenden", "see the queue in the order it is due; queue NORD shows one customer's tickets"));

    public static bool IsFor(Caller caller) => caller is Staff;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => await queue.ShowAsync(turn, (Staff)turn.Caller, new(), cancellation);

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff) return null;
        var words = CommandList.Normal(turn.Text).Split(' ', 2);
        if (words.Length != 2 || words[0] is not ("kö" or "kön" or "queue")) return null;
        return await FindAsync(words[1], cancellation) is { } customer
            ? await queue.ShowAsync(turn, staff, new(customer.Key.Value), cancellation)
            : Reply.Say(QueueTexts.NoSuchCustomer(words[1]));
    }

    private async Task<Customer?> FindAsync(string words, CancellationToken cancellation)
    {
        if (CustomerKey.TryParse(words.ToUpperInvariant(), out var key) && await customers.ReadAsync(key, cancellation) is { } named) return named;
        return (await customers.NamedAsync(words, 1, cancellation)) is [var first, ..] ? first : null;
    }
}

/// <summary><em>Min kö</em>: what one has taken.</summary>
public sealed class MyQueue(ShowQueue queue) : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["min kö", "mina ärenden", "mina"],
        ["my queue", "my tickets", "mine"],
        Help: new("se det du har tagit", "see what you have taken"));

    public static bool IsFor(Caller caller) => caller is Staff staff && staff.Roles.HasFlag(StaffRoles.Technician);

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => await queue.ShowAsync(turn, (Staff)turn.Caller, new(ShowQueue.Mine), cancellation);
}

/// <summary><em>Otagna</em>: what nobody has.</summary>
public sealed class UntakenQueue(ShowQueue queue) : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["otagna", "otagna ärenden", "ingen har tagit"],
        ["unassigned", "unassigned tickets", "nobody has it"],
        Help: new("se det som ingen har tagit", "see what nobody has taken"));

    public static bool IsFor(Caller caller) => caller is Staff;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => await queue.ShowAsync(turn, (Staff)turn.Caller, new(ShowQueue.Untaken), cancellation);
}
