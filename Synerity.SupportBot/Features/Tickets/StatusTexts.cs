using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said when somebody asks how it is going, besides where the ticket stands.</summary>
internal static class StatusTexts
{
    public static readonly Text SupportIsTold = new(" Jag har sagt till hela supporten nu.", " I've told the whole support team now.");

    public static readonly Text SupportKnows = new(" Hela supporten vet om det.", " The whole support team knows.");

    public static readonly Text NobodyHasIt = new(" Ingen har tagit det. Kan någon svara?", " Nobody has it. Can someone answer?");

    public static Text SupportWillBeTold(Text opens) => new(
        $" Jag säger till hela supporten när vi öppnar {opens.Swedish}.", $" I'll tell the whole support team when we open {opens.English}.");

    public static Text WeClose(string clock, Text day) => new(
        $" Vi stänger {clock}, så det kan bli först {day.Swedish}.", $" We close at {clock}, so it may be {day.English}.");

    /// <summary>"på måndag", "Monday".</summary>
    public static Text On(Text day) => new($"på {day.Swedish}", day.English);

    public static Text GotWorse(Text name, string closing) => new(
        $"Har det blivit värre? Skriv det här, så ser {name.Swedish} det direkt. Eller ring 042-4003999 före {closing}.",
        $"Has it got worse? Write it here and {name.English} sees it right away. Or call +46 42 400 39 99 before {closing}.");

    public static Text GotWorseAtNight(Text name, Text opens) => new(
        $"Har det blivit värre? Skriv det här, så ser {name.Swedish} det när vi öppnar {opens.Swedish}.",
        $"Has it got worse? Write it here and {name.English} sees it when we open {opens.English}.");

    public static Text Asks(Text name, TicketKey key, Text tier, Text due) => new(
        $"{name.Swedish} frågar hur det går med {key} ({tier.Swedish}), som skulle ha fått svar {due.Swedish}.",
        $"{name.English} asks how {key} ({tier.English}) is going. It should have had an answer {due.English}.");

    public static Text HasIt(Text name) => new($" {name.Swedish} har det. Kan någon hjälpa till?", $" {name.English} has it. Can someone help?");
}
