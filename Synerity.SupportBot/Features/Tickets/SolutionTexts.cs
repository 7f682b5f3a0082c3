using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said when a ticket is solved: the technician's dialog, the customer's answer, the end.</summary>
internal static class SolutionTexts
{
    public static readonly Text Resolve = new("Markera löst", "Mark as solved");
    public static readonly Text Cause = new("Orsak", "Cause");
    public static readonly Text Action = new("Åtgärd", "Action");
    public static readonly Text Advice = new("Råd", "Advice");
    public static readonly Text CauseExample = new("Vad var det som ställde till det?", "What was behind it?");
    public static readonly Text ActionExample = new("Vad är gjort?", "What has been done?");
    public static readonly Text AdviceExample = new("Vad kan kunden göra för att slippa det framöver?", "What can the customer do so that it doesn't come back?");
    public static readonly Text CauseMissing = new("Skriv orsaken.", "Write the cause.");
    public static readonly Text ActionMissing = new("Skriv vad som är gjort.", "Write what has been done.");
    public static readonly Text AdviceMissing = new("Skriv ett råd till kunden.", "Write some advice for the customer.");
    public static readonly Text FieldTooLong = new("Det blev för långt. Korta ner det till 1 000 tecken.", "That's too long. Shorten it to 1,000 characters.");

    public static readonly Text Works = new("Ja, det fungerar", "Yes, it works");
    public static readonly Text NotSolved = new("Nej, inte löst", "No, not solved");
    public static readonly Text WhatIsWrong = new("Vad fungerar inte?", "What doesn't work?");
    public static readonly Text WhatIsWrongExample = new("En rad räcker.", "One line is enough.");
    public static readonly Text WhatIsWrongMissing = new("Skriv en rad om vad som inte fungerar.", "Write a line about what doesn't work.");

    public static readonly Text Solved = new("Löst", "Solved");
    public static readonly Text Closed = new("Stängt", "Closed");
    public static readonly Text NotSolvedYet = new("Det här löste det inte.", "This didn't solve it.");

    public static Text TheyDecide(Text name) => new(
        $"{name.Swedish} får läsa det här och svarar om det fungerar.", $"{name.English} gets to read this and says whether it works.");

    public static Text ResolvedFor(Text name, TicketKey key) => new(
        $"{key} är löst. {name.Swedish} har fått veta det.", $"{key} is solved. {name.English} has been told.");

    public static Text HasSolved(Text name, TicketKey key) => new(
        $"{name.Swedish} har löst {key}. Fungerar det hos dig?", $"{name.English} has solved {key}. Does it work for you?");

    public static Text SolutionTo(TicketKey key) => new($"Lösning på {key}", $"Solution to {key}");

    public static Text ClosesOn(Text day) => new(
        $"Hör jag inget stänger jag ärendet {day.Swedish}.", $"If I hear nothing, I'll close it on {day.English}.");

    public static Text WaitingForWord(Text name) => new($"Löst, väntar på {name.Swedish}", $"Solved, waiting for {name.English}");

    public static Text ClosesByItselfOn(Text day) => new($"Stängs {day.Swedish} om ingen hör av sig", $"Closes on {day.English} if nobody objects");

    public static Text AcceptedAt(Text when) => new($"Löst och stängt {when.Swedish}", $"Solved and closed {when.English}");

    public static Text ClosedByItselfAt(Text when) => new(
        $"Stängt {when.Swedish}, då ingen hade hört av sig på fem arbetsdagar", $"Closed {when.English}, as nobody had objected for five working days");

    public static Text Good(TicketKey key) => new($"Skönt! Då stänger jag {key}.", $"Good! I'll close {key}.");

    public static Text WelcomeAndWorks(TicketKey key) => new(
        $"Varsågod! Fungerar {key} nu? Svara ja eller nej.", $"You're welcome! Does {key} work now? Answer yes or no.");

    public static Text SaysItWorks(Text name, TicketKey key) => new(
        $"{name.Swedish} säger att lösningen på {key} fungerar. Ärendet är stängt.", $"{name.English} says that the solution to {key} works. The ticket is closed.");

    public static Text SaysNotSolved(Text name, TicketKey key) => new($"{name.Swedish} skriver att {key} inte är löst:", $"{name.English} writes that {key} is not solved:");

    public static Text StatusSolved(Text name, TicketKey key) => new(
        $"{name.Swedish} har löst {key} och undrar om det fungerar hos dig.", $"{name.English} has solved {key} and wonders whether it works for you.");

    public static Text StatusClosed(TicketKey key) => new($"{key} är stängt.", $"{key} is closed.");
}
