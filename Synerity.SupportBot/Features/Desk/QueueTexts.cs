using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>What the queue says around its rows.</summary>
internal static class QueueTexts
{
    public static readonly Text All = new("Hela kön", "The whole queue");
    public static readonly Text Mine = new("Mina", "Mine");
    public static readonly Text Untaken = new("Otagna", "Unassigned");
    public static readonly Text Queue = new("Kön", "The queue");
    public static readonly Text YourQueue = new("Din kö", "Your queue");
    public static readonly Text NobodyHasThem = new("Ingen har tagit", "Nobody has these");
    public static readonly Text Empty = new("Kön är tom.", "The queue is empty.");
    public static readonly Text YouHaveNone = new("Du har inga öppna ärenden.", "You have no open tickets.");
    public static readonly Text AllTaken = new("Allt är taget.", "Everything is taken.");
    public static readonly Text CustomerHasNone = new("Kunden har inga öppna ärenden.", "The customer has no open tickets.");

    public static Text QueueOf(string customer) => new($"Kön för {customer}", $"The queue for {customer}");

    public static Text NoSuchCustomer(string words) => new(
        $"Jag hittar ingen kund som heter {words}. Skriv kundens namn eller kortnamn, till exempel kö NORD.",
        $"I can't find a customer called {words}. Write the customer's name or short key, for example queue NORD.");
}
