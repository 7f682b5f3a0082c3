using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said while monday.com has the ball.</summary>
internal static class VendorTexts
{
    public static readonly Text Waiting = new("Väntar på monday.com", "Waiting for monday.com");
    public static readonly Text Wait = new("Vänta på monday.com", "Wait for monday.com");
    public static readonly Text Answered = new("monday.com har svarat", "monday.com has answered");
    public static readonly Text FollowUp = new("Följ upp (valfritt)", "Follow up (optional)");
    public static readonly Text FollowUpHint = new("Du får en påminnelse när vi öppnar den dagen.", "You'll be reminded when we open that day.");
    public static readonly Text FollowUpWrong = new("Välj en dag efter i dag, högst ett år fram.", "Choose a day after today, within a year.");
    public static readonly Text NoFollowUp = new("ingen uppföljning bestämd", "no follow-up planned");

    public static Text Watches(Text name) => new($"{name.Swedish} bevakar det.", $"{name.English} is keeping an eye on it.");

    public static Text FollowedUp(Text day) => new($"följs upp {day.Swedish}", $"to be followed up {day.English}");

    public static Text WaitsNow(TicketKey key) => new($"{key} väntar på monday.com.", $"{key} is waiting for monday.com.");

    public static Text Status(Text name, TicketKey key) => new(
        $"{key} väntar på monday.com. {name.Swedish} bevakar det.", $"{key} is waiting for monday.com. {name.English} is keeping an eye on it.");

    public static Text FollowUpNow(TicketKey key) => new($"{key} ska följas upp hos monday.com i dag.", $"{key} is to be followed up with monday.com today.");
}
