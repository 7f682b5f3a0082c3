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
}
