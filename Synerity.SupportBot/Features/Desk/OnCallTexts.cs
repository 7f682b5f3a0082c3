using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>The on-call list.</summary>
internal static class OnCallTexts
{
    public static readonly Text Title = new("Jour", "On-call");
    public static readonly Text ThisWeek = new("Den här veckan", "This week");
    public static readonly Text NextWeek = new("Nästa vecka", "Next week");
    public static readonly Text Empty = new(
        "Ingen står på jourlistan. Larm går till kanalen och till administratörerna.", "Nobody is on the on-call list. Alerts go to the channel and to administrators.");

    public static readonly Text Nobody = new("Ingen", "Nobody");
    public static readonly Text Rotates = new("De turas om: varje måndag går den första sist.", "They take turns: each Monday the first goes last.");
    public static readonly Text TakeTurns = new("Turas om varje måndag", "Take turns each Monday");
    public static readonly Text Turns = new("Ordning", "Order");
    public static readonly Text OnlyThatWeek = new(" (egen ordning)", " (its own order)");
    public static readonly Text Change = new("Ändra ordningen", "Change the order");
    public static readonly Text ChangeThisWeek = new("Ändra den här veckan", "Change this week");
    public static readonly Text ChangeNextWeek = new("Ändra nästa vecka", "Change next week");
    public static readonly Text LeaveEmpty = new("Lämna alla tomma om veckan ska vara som vanligt.", "Leave all empty for the ordinary order.");
    public static readonly Text Save = new("Spara", "Save");
    public static readonly Text Saved = new("Jourlistan är sparad.", "The on-call list is saved.");
    public static readonly Text Twice = new("Samma person står två gånger.", "The same person is there twice.");
    public static readonly Text ChangedMeanwhile = new(
        "Någon annan ändrade listan under tiden. Så här ser den ut nu.", "Someone else changed the list meanwhile. This is how it looks now.");

    public static readonly Text NoTechnicians = new(
        "Jag känner ingen tekniker än. Be dem skriva hej till mig först.", "I don't know any technician yet. Ask them to say hello to me first.");

    public static Text Place(int number) => number == 1 ? new("1. Larmas först", "1. Alerted first") : new($"{number}. Larmas sedan", $"{number}. Alerted next");

    public static Text Week(Text from, Text to) => new($"{from.Swedish}–{to.Swedish}", $"{from.English}–{to.English}");

    public static Text NotReached(Text name) => new($"⚠ Jag når inte {name.Swedish} i chatten och hoppar över den raden.", $"⚠ I can't reach {name.English} in the chat and will skip them.");

    public static readonly Text AtAnyHour = new(" Larm går dygnet runt.", " Alerts go out at any hour.");
    public static readonly Text InHours = new(" Utanför öppettid väntar larmet tills vi öppnar.", " Outside opening hours the alert waits until we open.");

    public static Text After(int minutes) => new($"Nästa larmas efter {minutes} minuter.", $"The next one is alerted after {minutes} minutes.");

    public static Text ChangedBy(Text name, Text when) => new($"Ändrad av {name.Swedish} {when.Swedish}", $"Changed by {name.English} {when.English}");
}
