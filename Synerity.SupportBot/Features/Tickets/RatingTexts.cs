using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What is said when a customer is asked how the help was.</summary>
internal static class RatingTexts
{
    public static readonly Text HowHappy = new("Skönt! Hur nöjd är du med hjälpen?", "Good! How happy are you with the help?");
    public static readonly Text Stars = new("Betyg", "Rating");
    public static readonly Text ChooseStars = new("Välj ett betyg mellan 1 och 5.", "Choose a rating between 1 and 5.");
    public static readonly Text Comment = new("Vill du säga något mer?", "Anything else you'd like to say?");
    public static readonly Text CommentTooLong = new("Det blev för långt. Korta ner det till 500 tecken.", "That's too long. Shorten it to 500 characters.");
    public static readonly Text Send = new("Skicka", "Send");
    public static readonly Text Skip = new("Hoppa över", "Skip");
    public static readonly Text Skipped = new("Okej, då hoppar vi över det.", "All right, we'll skip that.");

    public static Text Star(int stars) => stars switch
    {
        1 => new("1, inte alls nöjd", "1, not at all happy"),
        5 => new("5, mycket nöjd", "5, very happy"),
        _ => new($"{stars} av 5", $"{stars} out of 5"),
    };

    public static Text Thanks(int stars) => new($"Tack! Du gav {stars} av 5.", $"Thank you! You gave {stars} out of 5.");

    public static Text OutOfFive(int stars) => new($"{stars} av 5", $"{stars} out of 5");
}
