using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A stopped clock on the cards of both sides: since when, why, and nothing that would be wrong a minute later.</summary>
internal static class PauseLines
{
    private const int MostWords = 500;

    /// <param name="stamp">When it is said, where that is told: then also when the answer would be due if the clock started now.</param>
    public static IEnumerable<Element> For(TicketView view, Reader reader, Func<PauseReason, Text> why, Text? stamp)
    {
        if (view.Ticket.Paused is not { } pause) yield break;
        yield return new TextBlock(Since(view, reader.Zone).In(reader.Tongue)) { Spacing = Spacing.Small };
        yield return Small(why(pause.Reason).In(reader.Tongue));
        if (pause.PublicWords is { } words) foreach (var line in Literal.Lines(Shorten.To(MostWords, words), italic: true)) yield return line with { Spacing = Spacing.Small };
        if (stamp is { } at && view.Standing.DueIfResumedNow is { } due)
        {
            yield return Small(PauseTexts.IfResumed(at, Formats.Moment(due, view.Now, reader.Zone)).In(reader.Tongue));
        }
    }

    public static Text Since(TicketView view, TimeZoneInfo zone) =>
        PauseTexts.StandsStill(Formats.Moment(view.Ticket.Paused?.From ?? view.Now, view.Now, zone));

    /// <summary>What is added to an answer about where the ticket stands.</summary>
    public static Text InWords(TicketView view, TimeZoneInfo zone) => view.Ticket.Paused is { } pause
        ? PauseTexts.StatusPaused(Formats.Moment(pause.From, view.Now, zone)) + PauseTexts.PublicOf(pause.Reason)
        : default;

    private static TextBlock Small(string text) => new(text) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };
}
