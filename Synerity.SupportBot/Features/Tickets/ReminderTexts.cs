using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said when a customer reminds support.</summary>
internal static class ReminderTexts
{
    public static readonly Text Remind = new("Påminn supporten", "Remind support");

    public static Text Reminded(Text name, TicketKey key) => new($"Jag har påmint {name.Swedish} om {key}.", $"I've reminded {name.English} of {key}.");

    public static Text WillRemind(Text name, TicketKey key, Text opens) => new(
        $"Vi har stängt nu. Jag påminner {name.Swedish} om {key} när vi öppnar {opens.Swedish}.", $"We are closed now. I'll remind {name.English} of {key} when we open {opens.English}.");

    public static Text RemindedBefore(Text when) => new($"Jag påminde redan {when.Swedish}. ", $"I already sent a reminder {when.English}. ");

    public static Text HasWaited(Text name, TicketKey key, Text since) => new(
        $"{name.Swedish} påminner om {key} och har väntat sedan {since.Swedish}.", $"{name.English} reminds us of {key} and has been waiting since {since.English}.");

    public static Text WaitsForNews(Text name, TicketKey key, Text answered) => new(
        $"{name.Swedish} påminner om {key}. Vårt senaste svar kom {answered.Swedish}.", $"{name.English} reminds us of {key}. Our latest answer came {answered.English}.");
}
