using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said while the ball is the customer's.</summary>
internal static class WaitingTexts
{
    public static readonly Text ItsSolved = new("Det löste sig", "It's solved");
    public static readonly Text StillNeedHelp = new("Jag behöver hjälp än", "I still need help");
    public static readonly Text StillOpen = new("Annars ligger ärendet kvar tills du hör av dig.", "Otherwise the ticket stays open until you get in touch.");

    public static Text Reminder(Text name, TicketKey key) => new($"{name.Swedish} väntar på ditt svar på {key}.", $"{name.English} is waiting for your reply on {key}.");

    public static Text Offer(Text name, TicketKey key) => new(
        $"{name.Swedish} har inte hört något från dig om {key}. Har det löst sig?", $"{name.English} hasn't heard from you about {key}. Has it been solved?");

    public static Text End(TicketKey key) => new($"Då är {key} stängt.", $"{key} is closed then.");

    public static Text SaysSolved(Text name, TicketKey key) => new(
        $"{name.Swedish} säger att {key} har löst sig. Ärendet är stängt.", $"{name.English} says that {key} has been solved. The ticket is closed.");

    public static Text SaidSolvedAt(Text when) => new($"Det löste sig, stängt {when.Swedish}", $"Solved, closed {when.English}");

    public static Text Since(Text when) => new($"Sedan {when.Swedish}", $"Since {when.English}");

    public static readonly Text Reminded = new(", påmind", ", reminded");
    public static readonly Text Offered = new(", tillfrågad om det har löst sig", ", asked whether it has been solved");
}
