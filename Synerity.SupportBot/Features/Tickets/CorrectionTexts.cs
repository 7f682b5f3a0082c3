using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What technicians read when tier or kind is put right.</summary>
internal static class CorrectionTexts
{
    public static readonly Text Correct = new("Rätta ärendet", "Correct the ticket");
    public static readonly Text Counts = new("Byter du nivå räknas svarstiden om från när ärendet kom in.", "If you change the tier, the response time is counted anew from when the ticket came in.");
    public static readonly Text Tier = new("Nivå", "Tier");
    public static readonly Text Kind = new("Typ", "Kind");
    public static readonly Text Why = new("Varför? Kunden ser det inte.", "Why? The customer won't see it.");
    public static readonly Text WhyMissing = new("Skriv varför.", "Write why.");
    public static readonly Text Save = new("Spara", "Save");
    public static readonly Text NothingChanged = new("Ändra nivå eller typ först.", "Change the tier or the kind first.");

    public static Text Corrected(TicketKey key) => new($"{key} är rättat.", $"{key} is corrected.");

    public static Text CorrectedOn(Text name, TicketKey key) => new($"{name.Swedish} har rättat {key}:", $"{name.English} has corrected {key}:");

    /// <summary>The finer kinds that only technicians set; <see cref="TicketTexts.KindName"/> has them all.</summary>
    public static Text KindName(TicketKind kind) => kind switch
    {
        TicketKind.AccessFault => new("Fel: inloggning eller behörighet", "Fault: login or permissions"),
        TicketKind.ConfigurationFault => new("Fel: konfiguration", "Fault: configuration"),
        TicketKind.VendorFault => new("Fel: hos monday.com", "Fault: at monday.com"),
        TicketKind.Training => new("Fråga: behöver utbildning", "Question: needs training"),
        TicketKind.LicenceQuestion => new("Fråga: avtal eller licenser", "Question: agreement or licences"),
        TicketKind.FeatureWish => new("Önskemål: ny funktion", "Wish: new feature"),
        _ => new("Önskemål: konsulthjälp", "Wish: consulting"),
    };
}
