using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What technicians are told of each other: notes, and tickets that go from hand to hand.</summary>
internal static class ColleagueNews
{
    /// <param name="by">Who did it.</param>
    /// <param name="to">Who has it from now on.</param>
    public static Rendered? For(TicketView view, Entry entry, Text by, Text to, Recipient recipient)
    {
        var (key, tongue) = (view.Ticket.Key, recipient.Reader.Tongue);
        return entry.Kind switch
        {
            EntryKind.Noted when entry.Words is { } words => TicketNews.Words(
                view, HandlingTexts.NotedOn(by, key), words, recipient.Reader, recipient.Person is null, DeskActions.Answer(view, tongue)),
            EntryKind.Corrected when entry.Words is { } words => TicketNews.Words(
                view, CorrectionTexts.CorrectedOn(by, key), words, recipient.Reader, recipient.Person is null, DeskActions.Answer(view, tongue)),
            EntryKind.HandedOver when recipient.Person?.Ref == entry.To => TicketNews.Words(
                view, HandlingTexts.HandsOverToYou(by, key), entry.Words ?? view.Ticket.Title, recipient.Reader, toChannel: false,
                DeskActions.Answer(view, tongue), DeskActions.HandOver(view, tongue)),
            EntryKind.HandedOver when entry.To == entry.By => TicketNews.Plain(view, HandlingTexts.TookOver(by, key), recipient.Reader),
            EntryKind.HandedOver => TicketNews.Plain(view, HandlingTexts.GaveAway(by, to, key), recipient.Reader),
            EntryKind.Released => TicketNews.Words(
                view, HandlingTexts.ReleasedOn(by, key), view.Ticket.Title, recipient.Reader, recipient.Person is null, DeskActions.Take(view, tongue), DeskActions.Answer(view, tongue)),
            _ => null,
        };
    }
}
