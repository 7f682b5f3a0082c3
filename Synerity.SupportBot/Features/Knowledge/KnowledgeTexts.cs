using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Every sentence of self-help.</summary>
internal static class KnowledgeTexts
{
    public static readonly Text DidItHelp = new("Hjälpte det?", "Did that help?");
    public static readonly Text YourQuestion = new("Din fråga", "Your question");
    public static readonly Text Yes = new("Ja", "Yes");
    public static readonly Text No = new("Nej", "No");
    public static readonly Text ReadItAll = new("Läs hela", "Read it all");
    public static readonly Text OpenTicket = new("Öppna ärende", "Open a ticket");
    public static readonly Text OrDidYouMean = new("Eller gäller det något av det här?", "Or is it one of these?");
    public static readonly Text GladItHelped = new("Skönt! Säg till om det är något mer.", "Good! Just say if there's anything else.");
    public static readonly Text ItHelped = new("Du svarade att det hjälpte.", "You said that it helped.");
    public static readonly Text GoneArticle = new("Den artikeln finns inte längre. Skriv din fråga igen, så letar jag upp en som stämmer.", "That article no longer exists. Write your question again and I'll find one that fits.");
    public static readonly Text CustomersOnly = new("Det här är till för kundernas användare.", "This is for customers' users.");
    public static readonly Text ShowHow = new("Visa hur", "Show me");
    public static readonly Text ShowHowToTurnOff = new("Visa hur jag slår av den", "Show me how to turn it off");
    public static readonly Text ReadAlso = new("Läs också", "Read also");
    public static readonly Text NewTicket = new("Nytt ärende", "New ticket");

    public static readonly Text HandOver = new(
        "Okej, då lämnar jag över till en tekniker. Jag har fyllt i det du skrev, så det går fort.",
        "All right, I'll hand over to a technician. I've filled in what you wrote, so this won't take long.");

    public static readonly Text OnlyTwoLanguages = new(
        "Jag förstår bara svenska och engelska. I only understand Swedish and English.",
        "I only understand Swedish and English. Jag förstår bara svenska och engelska.");

    public static readonly Text KeepSwedish = new("Svara på svenska i fortsättningen", "Answer in Swedish from now on");
    public static readonly Text KeepEnglish = new("Svara på engelska i fortsättningen", "Answer in English from now on");

    public static Text Updated(Text day) => new($"Uppdaterad {day.Swedish}", $"Updated {day.English}");

    public static Text StepsOf(int shown, int all) => new($"{shown} av {all} steg", $"{shown} of {all} steps");
}
