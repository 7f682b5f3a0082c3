using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Several tickets, a row each; a row opens its ticket.</summary>
internal static class TicketListCard
{
    /// <param name="next">Where the next page begins; null: there is none.</param>
    public static AdaptiveCard For(IReadOnlyList<TicketView> views, ListTickets.Data asked, string? next, CustomerUser user, Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            new TextBlock(Heading(asked).In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
        };
        if (views.Count == 0) body.Add(new TextBlock(Nothing(asked).In(tongue)));
        body.AddRange(views.Select(view => Row(view, asked.All, reader)));
        return new AdaptiveCard(body, [.. Actions(asked, next, user, tongue)], reader.Lang());
    }

    private static Text Heading(ListTickets.Data asked) => asked switch
    {
        { All: true, Closed: true } => ListTexts.OurClosed,
        { All: true } => ListTexts.OurOpen,
        { Closed: true } => ListTexts.MyClosed,
        _ => ListTexts.MyOpen,
    };

    private static Text Nothing(ListTickets.Data asked) => asked switch
    {
        { All: true, Closed: true } => ListTexts.WeHaveNoneClosed,
        { All: true } => ListTexts.WeHaveNoneOpen,
        { Closed: true } => ListTexts.IHaveNoneClosed,
        _ => ListTexts.IHaveNoneOpen,
    };

    private static Container Row(TicketView view, bool withName, Reader reader)
    {
        var (key, tongue) = (Text.Same(view.Ticket.Key.ToString()), reader.Tongue);
        var standing = Literal.Block(
            $"{TicketCard.Headline(view).In(tongue)} · {PromiseLines.Standing(view, reader.Zone).In(tongue)}", TextSize.Small, subtle: true) with { Spacing = Spacing.Small };
        var title = Literal.Block($"{view.Ticket.Key} · {view.Ticket.Title}", weight: TextWeight.Bolder);
        return new Container([.. AcuteBadge.Of(view.Ticket, tongue), title, standing, .. withName ? [From(view, tongue)] : Array.Empty<Element>()]) { Separator = true, SelectAction = Button.Says(key, key, tongue) };
    }

    private static Element From(TicketView view, Tongue tongue) =>
        Literal.Block(ListTexts.From(view.RequesterName).In(tongue), TextSize.Small, subtle: true) with { Spacing = Spacing.None };

    private static IEnumerable<CardAction> Actions(ListTickets.Data asked, string? next, CustomerUser user, Tongue tongue)
    {
        if (next is not null) yield return To(ListTexts.More, asked with { After = next });
        else if (user.HasAgreement) yield return Button.Opens<NewTicket, NewTicket.Data>(TicketTexts.NewTicket, new(), tongue);
        yield return To(asked.Closed ? ListTexts.ShowOpen : ListTexts.ShowClosed, new(!asked.Closed, asked.All));
        if (user.IsContact) yield return To(asked.All ? ListTexts.OnlyMine : ListTexts.AllOurs, new(asked.Closed, !asked.All));
        if (asked.After is not null) yield return To(ListTexts.FromTheStart, asked with { After = null }) with { Mode = ActionMode.Secondary };

        Execute To(Text title, ListTickets.Data data) => Button.For<ListTickets, ListTickets.Data>(title, data, tongue);
    }
}
