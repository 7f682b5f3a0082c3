using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What technicians are told when a ticket goes from hand to hand, and about notes among themselves.</summary>
internal static class HandlingTexts
{
    public static readonly Text Note = new("Intern anteckning", "Internal note");
    public static readonly Text SaveAsNote = new("Spara som intern anteckning", "Save as internal note");
    public static readonly Text NoteExample = new("Bara kollegor läser det här.", "Only colleagues read this.");
    public static readonly Text HandOver = new("Lämna över", "Hand over");
    public static readonly Text ToWhom = new("Till vem?", "To whom?");
    public static readonly Text ChooseSomebody = new("Välj en tekniker.", "Choose a technician.");
    public static readonly Text AnythingToKnow = new("Något att veta? Kunden ser det inte.", "Anything to know? The customer won't see it.");
    public static readonly Text Release = new("Släpp", "Release");
    public static readonly Text NobodyElse = new(
        "Jag känner ingen annan tekniker än. Be din kollega skriva hej till mig först.", "I don't know any other technician yet. Ask your colleague to say hello to me first.");

    public static Text Noted(TicketKey key) => new($"Anteckningen ligger på {key}. Kunden ser den inte.", $"The note is on {key}. The customer doesn't see it.");

    public static Text NoteOf(Text name) => new($"Intern anteckning, {name.Swedish}", $"Internal note, {name.English}");

    public static Text NotedOn(Text name, TicketKey key) => new($"{name.Swedish} har gjort en intern anteckning på {key}:", $"{name.English} has made an internal note on {key}:");

    public static Text HandsOverToYou(Text name, TicketKey key) => new($"{name.Swedish} lämnar över {key} till dig.", $"{name.English} hands {key} over to you.");

    public static Text HandedOver(Text to, TicketKey key) => new($"{to.Swedish} har {key} nu.", $"{to.English} has {key} now.");

    public static Text TookOver(Text name, TicketKey key) => new($"{name.Swedish} har tagit över {key} från dig.", $"{name.English} has taken {key} over from you.");

    public static Text GaveAway(Text name, Text to, TicketKey key) => new(
        $"{name.Swedish} har lämnat över {key} från dig till {to.Swedish}.", $"{name.English} has handed {key} over from you to {to.English}.");

    public static Text ReleasedOn(Text name, TicketKey key) => new($"{name.Swedish} har släppt {key}. Ingen har det nu.", $"{name.English} has released {key}. Nobody has it now.");
}
