using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The small print of the technicians' card: what is waited for, and since or until when.</summary>
internal static class DeskLines
{
    public static IEnumerable<Element> For(TicketView view, Reader reader)
    {
        if (view.Ticket.Waiting is { } wait) yield return Small(Since(wait.Since) + (wait.Offered ? WaitingTexts.Offered : wait.Reminded ? WaitingTexts.Reminded : default));
        if (view.Ticket.AtVendor is { } vendor)
        {
            var has = view.Ticket.Assignee is null ? TicketTexts.NobodyHasIt : TicketTexts.HasIt(view.AssigneeName);
            yield return Small(has + Text.Same(" · ") + (vendor.FollowUpAt is { } at ? VendorTexts.FollowedUp(DayOf(at)) : VendorTexts.NoFollowUp));
        }

        if (NextUpdateLines.Of(view, reader.Zone) is { } update) yield return Small(update);

        Element Small(Text words) => Literal.Block(words.In(reader.Tongue), TextSize.Small, subtle: true) with { Spacing = Spacing.Small };

        Text Since(DateTimeOffset at) => WaitingTexts.Since(Formats.Moment(at, view.Now, reader.Zone));

        Text DayOf(DateTimeOffset at) => Formats.Day(Formats.DateIn(at, reader.Zone), Formats.DateIn(view.Now, reader.Zone));
    }
}
