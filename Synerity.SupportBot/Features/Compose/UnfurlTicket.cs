using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>
/// A link to a ticket in the portal, <c>https://support.synerity.se/NORD-17</c> or <c>…/ticket/NORD-17</c>, becomes a card. The link is read,
/// never followed. Teams keeps the card and shows it wherever the same person pastes the link next, so that it never has more than the key.
/// </summary>
public sealed class UnfurlTicket(TicketAccess access, InsertedCards cards, IOptions<ComposeOptions> options) : ILinkPreview
{
    private static readonly string[] Folders = ["ticket", "tickets", "arende", "arenden"];

    public async Task<FoundThing?> PreviewAsync(Turn turn, Uri link, CancellationToken cancellation)
    {
        if (!link.IsDefaultPort || !options.Value.Hosts.Contains(link.IdnHost, StringComparer.OrdinalIgnoreCase)) return null;
        if (KeyIn(link) is not { } key || await access.FindAsync(turn.Caller, key, cancellation) is null) return null;
        return new FoundThing(key.ToString(), key.ToString(), ComposeTexts.Ticket.In(turn.Reader.Tongue), cards.OfTicket(key, title: null, turn.Reader));
    }

    private static TicketKey? KeyIn(Uri link)
    {
        var path = link.AbsolutePath.Trim('/').Split('/');
        if (path.Length > 2 || (path.Length == 2 && !Folders.Contains(path[0], StringComparer.OrdinalIgnoreCase))) return null;
        return TicketKey.TryParse(path[^1], out var key) ? key : null;
    }
}
