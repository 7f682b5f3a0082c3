using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Recordings;

/// <summary>What is said about screen recordings.</summary>
internal static class RecordingTexts
{
    public static readonly Text Ask = new("Be om inspelning", "Ask for a recording");
    public static readonly Text Add = new("Lägg till inspelning", "Add a recording");
    public static readonly Text Record = new("Spela in", "Record");
    public static readonly Text OpenIt = new("Öppna inspelningen", "Open the recording");
    public static readonly Text TakeAway = new("Ta bort", "Remove");
    public static readonly Text Link = new("Länk till inspelningen", "Link to the recording");
    public static readonly Text PasteLink = new("Klistra in länken som programmet gav dig.", "Paste the link that the program gave you.");
    public static readonly Text Steps = new(
        "Tryck på Spela in och visa vad som händer. Klistra sedan in länken här i chatten.", "Press Record and show what happens. Then paste the link here in the chat.");

    public static readonly Text StepsElsewhere = new(
        "Spela in skärmen och klistra in länken här i chatten.", "Record your screen and paste the link here in the chat.");

    public static readonly Text NotIncluded = new(
        "Felsökning med skärminspelning ingår i silver- och guldavtalet. Skicka bilder och beskriv med ord, så hjälper vi dig.",
        "Troubleshooting by screen recording is part of the Silver and Gold agreements. Send pictures and describe it in words, and we'll help you.");

    public static readonly Text TheirsLacksIt = new(
        "Kundens avtal har inte felsökning med skärminspelning. Be om bilder och text.", "The customer's agreement doesn't include troubleshooting by screen recording. Ask for pictures and text.");

    public static readonly Text NoProgram = new(
        "Vi tar inte emot inspelningar än. Skicka bilder och beskriv med ord.", "We don't take recordings yet. Send pictures and describe it in words.");

    public static readonly Text NoTicket = new(
        "Skriv först vad det gäller, så att jag vet vart inspelningen ska.", "First tell us what it's about, so that I know where the recording should go.");

    public static readonly Text TheyDecide = new("Det kan den som lade till den göra, eller en tekniker.", "That's for whoever added it, or a technician.");

    public static Text WantsToSee(Text name, TicketKey key) => new(
        $"{name.Swedish} vill se hur det ser ut hos dig på {key}.", $"{name.English} would like to see what it looks like for you, on {key}.");

    public static Text BotSuggests(TicketKey key) => new(
        $"Det här är lättare att visa än att beskriva. Vill du spela in skärmen till {key}?", $"This is easier to show than to describe. Would you like to record your screen for {key}?");

    public static Text ForTicket(TicketKey key) => new($"Spela in skärmen till {key}.", $"Record your screen for {key}.");

    public static Text Asked(Text name, TicketKey key) => new($"Jag har bett {name.Swedish} om en inspelning på {key}.", $"I've asked {name.English} for a recording on {key}.");

    public static Text ThanksOn(TicketKey key) => new($"Tack, inspelningen ligger på {key}.", $"Thanks, the recording is on {key}.");

    public static Text AddedOn(Text name, TicketKey key, string host) => new(
        $"{name.Swedish} har lagt till en inspelning på {key} ({host}).", $"{name.English} has added a recording to {key} ({host}).");

    public static Text TakenAway(TicketKey key) => new($"Inspelningen är borttagen från {key}.", $"The recording is removed from {key}.");

    public static Text TookAway(Text name, TicketKey key) => new($"{name.Swedish} tog bort en inspelning från {key}.", $"{name.English} removed a recording from {key}.");

    public static Text Accepted(string hosts) => new($" Jag tar emot länkar från {hosts}.", $" I take links from {hosts}.");

    public static Text Refused(WhyNot why) => why switch
    {
        WhyNot.Unreadable => new("Det där kan jag inte läsa som en länk.", "I can't read that as a link."),
        WhyNot.NotHttps => new("Länken måste börja med https://.", "The link must begin with https://."),
        WhyNot.Credentials => new("Länken har ett användarnamn i sig.", "The link has a user name in it."),
        WhyNot.Address => new("Länken går till en adress med siffror i stället för ett namn.", "The link leads to an address of numbers instead of a name."),
        WhyNot.Port => new("Länken har ett portnummer.", "The link has a port number."),
        WhyNot.LookAlike => new("Länken har tecken som kan se ut som andra.", "The link has characters that can look like others."),
        _ => new("Länken kommer inte från ett inspelningsprogram som vi litar på.", "The link isn't from a recording program that we trust."),
    };
}
