using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Several tickets, a row each; a row opens its ticket.</summary>
internal static class TicketListCard
{
    public static AdaptiveCard For(IReadOnlyList<TicketView> views, Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            new TextBlock(TicketTexts.MyTickets.In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
        };
        body.AddRange(views.Select(view => new Container(
        [
            .. AcuteBadge.Of(view.Ticket, tongue),
            Literal.Block($"{view.Ticket.Key} · {view.Ticket.Title}", weight: TextWeight.Bolder),
            Literal.Block($"{TicketCard.Headline(view).In(tongue)} · {PromiseLines.Standing(view, reader.Zone).In(tongue)}", TextSize.Small, subtle: true) with { Spacing = Spacing.Small },
        ])
        {
            Separator = true, SelectAction = Button.Says(Text.Same(view.Ticket.Key.ToString()), Text.Same(view.Ticket.Key.ToString()), tongue),
        }));
        return new AdaptiveCard(body, [Button.Opens<NewTicket, NewTicket.Data>(TicketTexts.NewTicket, new(), tongue)], reader.Lang());
    }
}
