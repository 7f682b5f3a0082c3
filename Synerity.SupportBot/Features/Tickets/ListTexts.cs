using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What lists of tickets say around their rows.</summary>
internal static class ListTexts
{
    public static readonly Text More = new("Visa fler", "Show more");
    public static readonly Text ShowClosed = new("Stängda", "Closed");
    public static readonly Text ShowOpen = new("Öppna", "Open");
    public static readonly Text AllOurs = new("Hela organisationens", "The whole organisation's");
    public static readonly Text OnlyMine = new("Bara mina", "Only mine");
    public static readonly Text FromTheStart = new("Från början", "From the start");

    public static readonly Text MyOpen = new("Mina öppna ärenden", "My open tickets");
    public static readonly Text MyClosed = new("Mina stängda ärenden", "My closed tickets");
    public static readonly Text OurOpen = new("Organisationens öppna ärenden", "The organisation's open tickets");
    public static readonly Text OurClosed = new("Organisationens stängda ärenden", "The organisation's closed tickets");
    public static readonly Text IHaveNoneOpen = new("Du har inga öppna ärenden just nu.", "You have no open tickets right now.");
    public static readonly Text IHaveNoneClosed = new("Du har inga stängda ärenden.", "You have no closed tickets.");
    public static readonly Text WeHaveNoneOpen = new("Ni har inga öppna ärenden just nu.", "Your organisation has no open tickets right now.");
    public static readonly Text WeHaveNoneClosed = new("Ni har inga stängda ärenden.", "Your organisation has no closed tickets.");

    public static Text From(Text name) => new($"Från {name.Swedish}", $"From {name.English}");
}
