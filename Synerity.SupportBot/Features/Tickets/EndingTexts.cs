using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said when a customer withdraws a ticket or wants a closed one back.</summary>
internal static class EndingTexts
{
    public static readonly Text Withdraw = new("Dra tillbaka", "Withdraw");
    public static readonly Text Reopen = new("Öppna igen", "Reopen");
    public static readonly Text YesReopen = new("Ja, öppna igen", "Yes, reopen");
    public static readonly Text WhatNow = new("Vad händer nu?", "What is happening now?");
    public static readonly Text WhatNowExample = new("Är det samma sak som förut, eller något i samma veva?", "Is it the same as before, or something related?");
    public static readonly Text Continues = new("Fortsätter på", "Continues");

    public static Text WithdrawnAt(Text when) => new($"Tillbakadraget {when.Swedish}", $"Withdrawn {when.English}");

    public static Text ReopenUntil(Text when) => new($"Du kan öppna det igen till och med {when.Swedish}.", $"You can reopen it until {when.English}.");

    public static Text Withdrawn(TicketKey key) => new(
        $"{key} är tillbakadraget. Ångrar du dig kan du öppna det igen.", $"{key} is withdrawn. If you change your mind, you can reopen it.");

    public static Text WithdrewOn(Text name, TicketKey key) => new($"{name.Swedish} har dragit tillbaka {key}.", $"{name.English} has withdrawn {key}.");

    public static Text ReopenedOn(Text name, TicketKey key) => new($"{name.Swedish} har öppnat {key} igen:", $"{name.English} has reopened {key}:");

    public static Text Reopened(TicketKey key, Text to) => new(
        $"{key} är öppet igen. Jag har skickat det du skrev till {to.Swedish}.", $"{key} is open again. I've sent what you wrote to {to.English}.");

    public static Text AskReopen(TicketKey key) => new(
        $"{key} är stängt. Ska jag öppna det igen med det du skrev?", $"{key} is closed. Shall I reopen it with what you wrote?");

    public static Text ClosedLongAgo(TicketKey key) => new(
        $"{key} stängdes för mer än två veckor sedan, så det här blir ett nytt ärende. Det hänvisar till {key}, så att teknikern ser vad som hänt.",
        $"{key} was closed more than two weeks ago, so this becomes a new ticket. It refers to {key}, so the technician sees what happened.");

    public static Text ContinuesOn(string key) => new($"Fortsätter på {key}", $"Continues {key}");
}
