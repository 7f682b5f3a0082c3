using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said about an answer that a technician writes in a ticket's thread.</summary>
internal static class ThreadTexts
{
    public static readonly Text ItIsClosed = new("Ärendet är stängt, så det går inte att skicka.", "The ticket is closed, so it can't be sent.");

    public static Text ShouldItGo(Text to) => new($"Ska det här gå till {to.Swedish}?", $"Should this go to {to.English}?");

    public static Text SentBy(Text by, Text to, Text when) => new(
        $"{by.Swedish} skickade det till {to.Swedish} {when.Swedish}.", $"{by.English} sent it to {to.English} {when.English}.");

    public static Text NotedBy(Text by, Text when) => new(
        $"{by.Swedish} sparade det som intern anteckning {when.Swedish}. Kunden ser den inte.",
        $"{by.English} saved it as an internal note {when.English}. The customer doesn't see it.");

    public static Text CancelledBy(Text by) => new($"{by.Swedish} ångrade sig. Inget är skickat.", $"{by.English} thought better of it. Nothing was sent.");

    public static Text OnlyTheWriter(Text writer) => new(
        $"Det är {writer.Swedish} som har skrivit det och bestämmer.", $"{writer.English} wrote it, so it's theirs to decide.");
}
