using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What the channel reads about a ticket that somebody already has.</summary>
internal static class HelpOutTexts
{
    public static Text Due(Text name, TicketKey key, Text tier, Text due) => new(
        $"{key} ({tier.Swedish}) ska ha svar senast {due.Swedish}. {name.Swedish} har det. Kan någon hjälpa till?",
        $"{key} ({tier.English}) needs an answer by {due.English}. {name.English} has it. Can someone help?");

    public static Text Missed(Text name, TicketKey key, Text tier, Text due) => new(
        $"{key} ({tier.Swedish}) skulle ha fått svar {due.Swedish}. {name.Swedish} har det. Kan någon hjälpa till?",
        $"{key} ({tier.English}) should have had an answer {due.English}. {name.English} has it. Can someone help?");

    public static Text NotReached(Text name) => new(
        $"Jag når inte {name.Swedish} i chatten, så det kommer hit.", $"I can't reach {name.English} in the chat, so it comes here.");
}
