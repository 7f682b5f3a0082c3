using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said of when the customer will hear from support again.</summary>
internal static class NextUpdateTexts
{
    public static readonly Text NextUpdate = new("Nästa besked", "Next update");
    public static readonly Text Day = new("Nästa besked, dag (valfritt)", "Next update, day (optional)");
    public static readonly Text Time = new("Klockslag (annars när vi stänger)", "Time (otherwise when we close)");
    public static readonly Text DayAlone = new("Dag", "Day");
    public static readonly Text Save = new("Spara", "Save");
    public static readonly Text Seen = new("Kunden ser det på sitt kort, och du får en påminnelse.", "The customer sees it on their card, and you'll be reminded.");
    public static readonly Text DayMissing = new("Välj vilken dag.", "Choose the day.");
    public static readonly Text DayWrong = new("Välj en dag från i dag till tre månader fram.", "Choose a day from today to three months ahead.");
    public static readonly Text TimeWrong = new("Skriv klockslaget som 14:30.", "Write the time as 14:30.");
    public static readonly Text Passed = new("Den tiden har redan varit.", "That time has passed already.");
    public static readonly Text ClosedThen = new("Vi har stängt den dagen. Välj en annan, eller skriv ett klockslag.", "We are closed that day. Choose another, or write a time.");

    public static Text At(Text when) => new($"Nästa besked {when.Swedish}", $"Next update {when.English}");

    public static Text WasDue(Text when) => new($"Nästa besked skulle ha kommit {when.Swedish}", $"The next update was due {when.English}");

    public static Text StatusAt(Text when) => new($" Du får nästa besked {when.Swedish}.", $" You'll have the next update {when.English}.");

    public static Text StatusWasDue(Text when) => new($" Du skulle ha fått nästa besked {when.Swedish}.", $" You should have had the next update {when.English}.");

    public static Text Promised(TicketKey key, Text when) => new($"Nästa besked på {key} kommer {when.Swedish}.", $"The next update on {key} comes {when.English}.");

    public static Text DueNow(Text name, TicketKey key, Text when) => new(
        $"{name.Swedish} ska ha besked om {key} {when.Swedish}.", $"{name.English} is to have an update on {key} {when.English}.");
}
