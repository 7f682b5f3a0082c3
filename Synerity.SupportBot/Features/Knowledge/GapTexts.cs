using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Sentences for those who write articles.</summary>
internal static class GapTexts
{
    public static readonly Text Title = new("Kunskapsluckor", "Knowledge gaps");
    public static readonly Text Period = new("Frågor som inte fick svar de senaste 30 dagarna.", "Questions that found no answer in the last 30 days.");
    public static readonly Text None = new("Alla frågor fick svar de senaste 30 dagarna.", "Every question found an answer in the last 30 days.");
    public static readonly Text Drafts = new("Utkast som väntar", "Drafts that wait");
    public static readonly Text WriteArticle = new("Skriv artikel", "Write an article");
    public static readonly Text StaffOnly = new("Artiklar skrivs av supporten.", "Articles are written by support.");
    public static readonly Text AdministratorsPublish = new("Utkastet är sparat. En administratör publicerar det.", "The draft is saved. An administrator publishes it.");
    public static readonly Text OnlyAdministratorsPublish = new("Det är bara en administratör som kan publicera.", "Only an administrator can publish.");
    public static readonly Text NoSuchDraft = new("Det utkastet finns inte längre.", "That draft no longer exists.");
    public static readonly Text NotResolved = new("Ärendet är inte löst än. Gör en artikel av det när lösningen finns.", "The ticket isn't solved yet. Make an article of it once there is a solution.");
    public static readonly Text WhichTicket = new("Skriv artikel och ärendets nyckel, till exempel artikel ACME-1.", "Write article and the ticket's key, for example article ACME-1.");
    public static readonly Text MakeArticleOf = new(
        "Lösningen fylls i. Skriv om den så att den gäller alla, utan namn på kunden.", "The solution is filled in. Rewrite it so that it holds for everybody, without the customer's name.");

    public static readonly Text Published = new("Artikeln är publicerad och kan hittas nu.", "The article is published and can be found now.");
    public static readonly Text Dropped = new("Utkastet är borttaget.", "The draft is gone.");
    public static readonly Text Publish = new("Publicera", "Publish");
    public static readonly Text Drop = new("Släng utkastet", "Discard the draft");
    public static readonly Text SaveDraft = new("Spara utkast", "Save draft");
    public static readonly Text InSwedish = new("På svenska", "In Swedish");
    public static readonly Text InEnglish = new("På engelska", "In English");
    public static readonly Text Heading = new("Rubrik", "Title");
    public static readonly Text Answer = new("Svaret i en mening", "The answer in one sentence");
    public static readonly Text Steps = new("Så gör man, ett steg per rad", "What to do, a step on each line");
    public static readonly Text Words = new("Ord som folk söker på, med komma emellan", "Words that people search for, with commas between");
    public static readonly Text Missing = new("Fyll i det här.", "Fill this in.");
    public static readonly Text TooLong = new("Det blev för långt. Korta ner det.", "That's too long. Shorten it.");
    public static readonly Text WhatYouSee = new("Vad du ser", "What you see");
    public static readonly Text WhatToDo = new("Gör så här", "What to do");
    public static readonly Text OpenATicket = new("När du ska öppna ett ärende", "When to open a ticket");

    public static readonly Text OpenATicketText = new(
        "Öppna ett ärende om det inte hjälper. Skicka med en länk till tavlan och skriv vad du har provat.",
        "Open a ticket if that doesn't help. Add a link to the board and tell us what you have tried.");

    public static Text Counts(int all, int customers, int no, int tickets) => new(
        $"{all} {(all == 1 ? "gång" : "gånger")} hos {customers} {(customers == 1 ? "kund" : "kunder")}{(no > 0 ? $" · {no} fick ingen hjälp" : "")}{(tickets > 0 ? $" · {tickets} blev ärenden" : "")}",
        $"{all} {(all == 1 ? "time" : "times")} at {customers} {(customers == 1 ? "customer" : "customers")}{(no > 0 ? $" · {no} weren't helped" : "")}{(tickets > 0 ? $" · {tickets} became tickets" : "")}");

    public static Text Tried(string title) => new($"Läste: {title}", $"Read: {title}");

    public static Text More(int count) => new($"Och {count} till.", $"And {count} more.");

    public static Text NewDraft(string name, string title) => new($"{name} har skrivit ett utkast till en artikel: {title}", $"{name} has written a draft of an article: {title}");

    public static readonly Text Review = new("Granska", "Review");
}
