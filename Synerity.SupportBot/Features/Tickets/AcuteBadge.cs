using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The first line of every card of an acute ticket: red, and in words, for not everybody sees red.</summary>
internal static class AcuteBadge
{
    public static IEnumerable<Element> Of(Ticket ticket, Tongue tongue)
    {
        if (ticket.IsAcute) yield return new TextBlock(AcuteTexts.Badge.In(tongue)) { Weight = TextWeight.Bolder, Color = TextColor.Attention };
    }

    /// <summary>What the customer is promised: extra fast help, by when the agreement or the settings say it, and the telephone number.</summary>
    public static IEnumerable<Element> Promise(TicketView view, Reader reader)
    {
        var (tongue, alarm) = (reader.Tongue, view.Ticket.Acute!);
        if (view.Ticket.Answered is null)
        {
            var late = view.Standing.State == SlaState.Breached;
            var by = view.Standing.DueAt is not { } due ? default
                : late ? Text.Same(" ") + TicketTexts.AnswerWasDue(Formats.Moment(due, view.Now, reader.Zone))
                : AcuteTexts.GuaranteedBy(Formats.Moment(due, view.Now, reader.Zone));
            yield return new TextBlock((AcuteTexts.ExtraFast + by).In(tongue)) { Color = late ? TextColor.Attention : null, Spacing = Spacing.Small };
            if (view.Now < alarm.GoesOutAt) yield return Small(AcuteTexts.AlarmAt(Formats.Moment(alarm.GoesOutAt, view.Now, reader.Zone)).In(tongue));
        }

        yield return Small(AcuteTexts.OurPhone.In(tongue));
    }

    private static TextBlock Small(string words) => new(words) { Size = TextSize.Small, Spacing = Spacing.Small };

    /// <summary>Begins what notifications show.</summary>
    public static Text Before(Ticket ticket) => ticket.IsAcute ? AcuteTexts.Badge + Text.Same(" · ") : default;
}
