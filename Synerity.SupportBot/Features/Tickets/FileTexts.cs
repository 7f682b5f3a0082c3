using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said about pictures and files.</summary>
internal static class FileTexts
{
    public static readonly Text Files = new("Filer", "Files");
    public static readonly Text Recording = new("Inspelning", "Recording");
    public static readonly Text Open = new("Öppna filen", "Open the file");
    public static readonly Text APicture = new("en bild utan namn", "a picture without a name");
    public static readonly Text WhichTicket = new("Vilket ärende hör det till?", "Which ticket does it belong to?");
    public static readonly Text NewTicketTakesIt = new(
        "Tack! Skriv vad det gäller, så följer det med till ärendet.", "Thanks! Tell us what it's about, and it comes along to the ticket.");

    public static readonly Text SendAgain = new("Det var för länge sedan. Skicka filen en gång till.", "That was too long ago. Send the file once more.");
    public static readonly Text OnlyFromCustomers = new(
        "Bilder och filer tar jag emot av den som har ett ärende. Beskriv med ord vad du ser.", "I take pictures and files from whoever has a ticket. Describe in words what you see.");

    public static readonly Text TooLateToTakeBack = new("Det går inte att ta bort längre.", "It can no longer be removed.");

    public static Text ThanksOn(int count, TicketKey key) => count == 1
        ? new($"Tack, bilden ligger på {key}.", $"Thanks, the picture is on {key}.")
        : new($"Tack, de ligger på {key}.", $"Thanks, they are on {key}.");

    public static Text ThanksForFile(TicketKey key) => new($"Tack, filen ligger på {key}.", $"Thanks, the file is on {key}.");

    public static Text TakenBack(TicketKey key) => new(
        $"Okej, jag tog bort det från {key}. Skicka det igen där det hör hemma.", $"All right, I've removed it from {key}. Send it again where it belongs.");

    public static Text AddedOn(Text name, Text what, TicketKey key) => new($"{name.Swedish} har lagt till {what.Swedish} på {key}.", $"{name.English} has added {what.English} to {key}.");

    public static Text TookBackOn(Text name, TicketKey key) => new($"{name.Swedish} tog bort det som just lades till på {key}.", $"{name.English} removed what was just added to {key}.");

    public static Text CannotOpen => new(
        "Filen kan inte öppnas härifrån. En administratör kan sätta Files:PublicUrl.", "The file can't be opened from here. An administrator can set Files:PublicUrl.");

    /// <param name="why">As <see cref="FileFetcher"/> says it.</param>
    public static Text Refused(string why, Text name, TicketKey key, int mostMegabytes) => why switch
    {
        "size" => new(
            $"{name.Swedish} är för stor för {key}. Jag tar emot filer på högst {mostMegabytes} MB.", $"{name.English} is too big for {key}. I take files of up to {mostMegabytes} MB."),
        "type" => new(
            $"{name.Swedish} kan jag inte lägga på {key}. Jag tar emot bilder, PDF, text och Word, Excel och PowerPoint.",
            $"I can't put {name.English} on {key}. I take pictures, PDF, text, and Word, Excel and PowerPoint."),
        _ => new($"Jag kunde inte hämta {name.Swedish} till {key}. Skicka den gärna en gång till.", $"I couldn't fetch {name.English} for {key}. Send it once more."),
    };
}
