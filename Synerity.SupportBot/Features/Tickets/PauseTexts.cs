using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said while the clock of the first answer stands still.</summary>
internal static class PauseTexts
{
    public static readonly Text Pause = new("Pausa klockan", "Pause the clock");
    public static readonly Text Resume = new("Starta klockan igen", "Start the clock again");
    public static readonly Text Until = new("Klockan står still tills du startar den igen eller svarar.", "The clock stands still until you start it again or answer.");
    public static readonly Text Why = new("Varför?", "Why?");
    public static readonly Text ChooseWhy = new("Välj varför klockan ska stå still.", "Choose why the clock should stand still.");
    public static readonly Text Words = new("Med dina ord", "In your own words");
    public static readonly Text WordsExample = new("Behövs bara om inget av alternativen säger det.", "Only needed if none of the choices says it.");
    public static readonly Text WordsMissing = new("Skriv varför med dina ord.", "Write why in your own words.");
    public static readonly Text WordsTooLong = new("Det blev för långt. Korta ner det till 500 tecken.", "That's too long. Shorten it to 500 characters.");
    public static readonly Text WhoReads = new("Vem läser dina ord?", "Who reads your words?");
    public static readonly Text CustomerMayRead = new("Kunden får läsa dem", "The customer may read them");
    public static readonly Text ThePause = new("pausen", "the pause");

    /// <summary>As technicians choose it.</summary>
    public static Text NameOf(PauseReason reason) => reason switch
    {
        PauseReason.NeedsCustomer => new("Vi behöver något från kunden", "We need something from the customer"),
        PauseReason.CustomerAsked => new("Kunden har bett oss vänta", "The customer has asked us to wait"),
        PauseReason.AgreedTime => new("Vi har kommit överens om en tid", "We have agreed on a time"),
        PauseReason.VendorDisturbance => new("Driftstörning hos monday.com", "A disturbance at monday.com"),
        _ => new("Annat", "Something else"),
    };

    /// <summary>As the customer reads it.</summary>
    public static Text PublicOf(PauseReason reason) => reason switch
    {
        PauseReason.NeedsCustomer => new("Vi behöver något från er för att komma vidare.", "We need something from you before we can go on."),
        PauseReason.CustomerAsked => new("Ni har bett oss vänta.", "You have asked us to wait."),
        PauseReason.AgreedTime => new("Vi har kommit överens om en tid.", "We have agreed on a time."),
        PauseReason.VendorDisturbance => new("monday.com har en driftstörning.", "monday.com has a disturbance."),
        _ => new("Teknikern behöver vänta med svaret.", "The technician has to wait with the answer."),
    };

    public static Text StandsStill(Text since) => new($"Klockan för svar står still, pausad {since.Swedish}", $"The clock for an answer stands still, paused {since.English}");

    public static Text StatusPaused(Text since) => new($" Klockan för ert svar står still, den pausades {since.Swedish}. ", $" The clock for your answer stands still; it was paused {since.English}. ");

    /// <summary>Begins with when it was said, for it is true only then.</summary>
    public static Text IfResumed(Text stamp, Text due) => new(
        $"{stamp.Swedish}: startar klockan nu blir det svar senast {due.Swedish}.", $"{stamp.English}: if the clock starts now, there will be an answer by {due.English}.");

    public static Text PausedNow(TicketKey key) => new($"Klockan för {key} står still.", $"The clock of {key} stands still.");

    public static Text ResumedNow(TicketKey key, Text due) => new(
        $"Klockan för {key} går igen. Svar senast {due.Swedish}.", $"The clock of {key} is running again. Answer by {due.English}.");
}
