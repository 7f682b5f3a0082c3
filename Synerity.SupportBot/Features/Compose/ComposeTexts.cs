using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>What the message extension says. Titles stay within 32 signs and descriptions within 128: they stand in the app package too.</summary>
internal static class ComposeTexts
{
    public static readonly Text FindTickets = new("Ärenden", "Tickets");
    public static readonly Text FindTicketsWhat = new("Hitta ärenden på nummer, ord, kund eller läge", "Find tickets by number, words, customer or state");
    public static readonly Text FindTicketsWords = new("Nummer, ord, kund eller öppna", "Number, words, customer or open");
    public static readonly Text FindArticles = new("Hjälpartiklar", "Help articles");
    public static readonly Text FindArticlesWhat = new("Hitta en hjälpartikel att dela i chatten", "Find a help article to share in the chat");
    public static readonly Text FindArticlesWords = new("Vad gäller det?", "What is it about?");
    public static readonly Text FromMessage = new("Skapa ärende av meddelandet", "Create ticket from message");
    public static readonly Text FromMessageWhat = new("Öppna ett ärende med meddelandets text, avsändare och länk", "Open a ticket with the message's text, author and link");

    public static readonly Text Ticket = new("Ärende hos Synerity Support. Bara den som får se det kan öppna det.", "A ticket at Synerity Support. Only those who may see it can open it.");
    public static readonly Text Article = new("Hjälpartikel från Synerity Support", "A help article from Synerity Support");
    public static readonly Text OpenTicket = new("Öppna hos Synerity Support", "Open at Synerity Support");
    public static readonly Text ReadArticle = new("Läs mer hos Synerity Support", "Read more at Synerity Support");

    public static readonly Text Customer = new("Vilken kund gäller det?", "Which customer is it for?");
    public static readonly Text CustomerExample = new("NORD eller Nordhem", "NORD or Nordhem");
    public static readonly Text CustomerMissing = new("Skriv kundens namn eller förkortning.", "Write the customer's name or short key.");
    public static readonly Text SeveralCustomers = new("Flera kunder heter så. Skriv förkortningen i stället.", "Several customers have that name. Write the short key instead.");
    public static readonly Text NoSuchCustomer = new("Jag hittar ingen sådan kund. Prova med förkortningen.", "I can't find that customer. Try the short key.");
    public static readonly Text NoAgreement = new("Kunden har inget avtal som gäller just nu.", "The customer has no agreement that is valid at the moment.");
    public static readonly Text Create = new("Skapa ärendet", "Create the ticket");
    public static readonly Text Person = new("Vem hos kunden får svaret?", "Who at the customer gets the answer?");
    public static readonly Text PersonExample = new("Namn eller mejladress", "Name or e-mail address");
    public static readonly Text PersonMissing = new("Skriv ett namn eller en mejladress.", "Write a name or an e-mail address.");

    public static readonly Text NoSuchPerson = new(
        "Jag har inte träffat någon med det namnet där. Den som ska få svaret behöver ha skrivit till mig någon gång.",
        "I haven't met anybody of that name there. Whoever gets the answer must have written to me at some time.");

    public static readonly Text SeveralPeople = new("Flera heter så. Skriv mejladressen i stället.", "Several people have that name. Write the e-mail address instead.");

    public static readonly Text AnswerGoesThere = new("Svaret går till personen du har valt, i chatten med mig.", "The answer goes to the person you chose, in their chat with me.");

    public static Text WrittenBy(string author) => new($"Skrivet av {author} i Teams", $"Written by {author} in Teams");

    public static Text OpenedFor(string key, string person) => new($"Klart! {key} ligger i kön. {person} får svaret.", $"Done! {key} is in the queue. {person} will get the answer.");
}
