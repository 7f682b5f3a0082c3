using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>A page of the queue; a row opens its ticket.</summary>
internal static class QueueCard
{
    /// <param name="customer">The name, where the part is one customer's.</param>
    /// <param name="next">Where the next page begins; null: there is none.</param>
    public static AdaptiveCard For(IReadOnlyList<TicketView> views, QueuePart part, string? customer, ShowQueue.Data asked, string? next, Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element> { Literal.Block(Heading(part, customer).In(tongue), TextSize.Medium, TextWeight.Bolder) };
        if (views.Count == 0) body.Add(new TextBlock(Nothing(part).In(tongue)));
        body.AddRange(views.Select(view => Row(view, reader)));
        return new AdaptiveCard(body, [.. Actions(part, asked, next, tongue)], reader.Lang());
    }

    private static Text Heading(QueuePart part, string? customer) => part switch
    {
        QueuePart.Untaken => QueueTexts.NobodyHasThem,
        QueuePart.Of => QueueTexts.YourQueue,
        QueuePart.OfCustomer => QueueTexts.QueueOf(customer ?? ""),
        _ => QueueTexts.Queue,
    };

    private static Text Nothing(QueuePart part) => part switch
    {
        QueuePart.Untaken => QueueTexts.AllTaken,
        QueuePart.Of => QueueTexts.YouHaveNone,
        QueuePart.OfCustomer => QueueTexts.CustomerHasNone,
        _ => QueueTexts.Empty,
    };

    private static Container Row(TicketView view, Reader reader)
    {
        var (tongue, key) = (reader.Tongue, Text.Same(view.Ticket.Key.ToString()));
        var promise = new TextBlock(DeskCard.PromiseOf(view, reader).In(tongue))
        {
            Size = TextSize.Small, Spacing = Spacing.Small, Color = view.Standing.State == SlaState.Breached ? TextColor.Attention : null,
        };
        var who = Literal.Block(DeskCard.Headline(view).In(tongue), TextSize.Small, subtle: true) with { Spacing = Spacing.None };
        return new Container(
        [
            .. AcuteBadge.Of(view.Ticket, tongue),
            Literal.Block($"{view.Ticket.Key} · {view.CustomerName} · {view.Tier.In(tongue)}", TextSize.Small, subtle: true),
            Literal.Block(view.Ticket.Title, weight: TextWeight.Bolder) with { Spacing = Spacing.None },
            promise,
            who,
        ])
        {
            Separator = true, SelectAction = Button.Says(key, key, tongue),
        };
    }

    private static IEnumerable<CardAction> Actions(QueuePart part, ShowQueue.Data asked, string? next, Tongue tongue)
    {
        if (next is not null) yield return To(ListTexts.More, asked with { After = next });
        if (part is not QueuePart.Everything) yield return To(QueueTexts.All, new());
        if (part is not QueuePart.Of) yield return To(QueueTexts.Mine, new(ShowQueue.Mine));
        if (part is not QueuePart.Untaken) yield return To(QueueTexts.Untaken, new(ShowQueue.Untaken));
        if (asked.After is not null) yield return To(ListTexts.FromTheStart, asked with { After = null }) with { Mode = ActionMode.Secondary };

        Execute To(Text title, ShowQueue.Data data) => Button.For<ShowQueue, ShowQueue.Data>(title, data, tongue);
    }
}
