using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Bot;

internal static class BotTexts
{
    public static readonly Text ACard = new("Svar från supporten", "Answer from support");

    public static readonly Text UnknownButton = new(
        "Den här knappen fungerar inte längre. Skriv hjälp så ser du vad jag kan.",
        "This button no longer works. Write help to see what I can do.");

    public static readonly Text NotHere = new(
        "Det här kan jag inte göra härifrån. Öppna chatten med mig i stället.",
        "I can't do that from here. Open the chat with me instead.");

    public static Text Fault(string reference) => new(
        $"Något gick fel hos oss, så det blev inte gjort. Försök igen om en stund. Hjälper inte det, uppge {reference} när du ringer 042-4003999.",
        $"Something went wrong on our side, so it wasn't done. Try again in a little while. If that doesn't help, quote {reference} when you call +46 42 400 39 99.");

    public static Text DidYouMean(Text command) => new($"Menade du \"{command.Swedish}\"?", $"Did you mean \"{command.English}\"?");

    public static readonly Text Introduction = new(
        "Jag är Synerity Supports bot. Skriv hjälp så ser du vad mer jag kan.", "I'm Synerity Support's bot. Write help to see what else I can do.");

    public static readonly Text NoPictures = new(
        "Det där kan jag inte ta emot. Beskriv med ord vad du ser, så hjälper jag dig därifrån.",
        "I can't take that. Describe in words what you see and I'll help from there.");

    public static readonly Text HelpTitle = new("Det här kan du skriva", "What you can write");

    public static readonly Text HelpForCustomers = new(
        "Skriv som till en kollega, så försöker jag hjälpa dig direkt. De här orden går också:",
        "Write as you would to a colleague and I'll try to help at once. These words work too:");

    public static readonly Text HelpForStaff = new(
        "Ärendena kommer till kanalen. Ta dem där, eller svara direkt. De här orden går också:",
        "Tickets come to the channel. Take them there, or answer straight away. These words work too:");

    public static readonly Text AnyLanguage = new(
        "Du kan skriva på svenska eller engelska. Jag är en bot.", "You can write in Swedish or English. I'm a bot.");

    public static readonly Text DidNotUnderstand = new("Det förstod jag inte.", "I didn't understand that.");

    public static readonly Text InPrivate = new(
        "Jag svarar bara i privat chatt, så att ingen annan läser era ärenden. Sök upp mig bland apparna och skriv där.",
        "I only answer in private chats, so that nobody else reads your tickets. Find me among your apps and write there.");

    public static readonly Text WriteToMeFirst = new(
        "Skriv något till mig i chatten först, så reder vi ut vilken organisation du hör till.",
        "Write something to me in the chat first and we'll sort out which organisation you belong to.");

    public static readonly Text NothingYet = new("Här finns inget att visa än. Skriv vad du letar efter.", "There is nothing to show yet. Type what you are looking for.");

    public static Text NothingFound(string words) => new($"Inget träffar \"{words}\". Prova färre eller andra ord.", $"Nothing matches \"{words}\". Try fewer words, or others.");
}
