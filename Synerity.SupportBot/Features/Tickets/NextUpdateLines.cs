using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>When the customer will hear from support again, in words: one that was not kept is told as such.</summary>
internal static class NextUpdateLines
{
    /// <summary>For a card; null where nothing is promised.</summary>
    public static Text? Of(TicketView view, TimeZoneInfo zone) => view.Ticket is { IsOpen: true, NextUpdate.At: var at }
        ? at > view.Now ? NextUpdateTexts.At(Formats.Moment(at, view.Now, zone)) : NextUpdateTexts.WasDue(Formats.Moment(at, view.Now, zone))
        : null;

    /// <summary>For an answer; begins with a space, empty where nothing is promised.</summary>
    public static Text InWords(TicketView view, TimeZoneInfo zone) => view.Ticket is { IsOpen: true, NextUpdate.At: var at }
        ? at > view.Now ? NextUpdateTexts.StatusAt(Formats.Moment(at, view.Now, zone)) : NextUpdateTexts.StatusWasDue(Formats.Moment(at, view.Now, zone))
        : default;

    /// <summary>For the technician who said so.</summary>
    public static Text Promised(Ticket ticket, Turn turn) =>
        NextUpdateTexts.Promised(ticket.Key, Formats.Moment(ticket.NextUpdate?.At ?? turn.Now, turn.Now, turn.Reader.Zone));
}
