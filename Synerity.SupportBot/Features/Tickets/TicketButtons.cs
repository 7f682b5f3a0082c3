using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Another room's buttons on the cards of tickets: they stand under <em>Mer</em>.</summary>
public interface ITicketButtons
{
    /// <summary>For whoever decides about the ticket.</summary>
    IEnumerable<CardAction> ForCustomer(TicketView view, Tongue tongue);

    IEnumerable<CardAction> ForTechnicians(TicketView view, Tongue tongue);
}

/// <summary>Recordings as both sides' cards show them: where, who and when.</summary>
internal static class RecordingLines
{
    private const int MostShown = 3;

    public static IEnumerable<Element> Of(TicketView view, Reader reader) => view.Ticket.RecordingLinks.TakeLast(MostShown).Select(recording =>
    {
        var by = recording.By == view.Ticket.Requester ? view.Requester : view.Shared.Followers.FirstOrDefault(person => person.Ref == recording.By);
        var name = TicketView.NameOf(by, TicketTexts.Somebody) + Text.Same(", ") + Formats.Moment(recording.At, view.Now, reader.Zone);
        return (Element)Literal.Pair(FileTexts.Recording.In(reader.Tongue), $"{new Uri(recording.Link).Host} · {name.In(reader.Tongue)}");
    });
}
