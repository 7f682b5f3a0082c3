using System.Globalization;
using System.Text;

namespace Synerity.SupportBot.Protocol;

/// <summary>Whether a message was meant for the bot, and its words without the bot's name. Pure.</summary>
public static class Mentions
{
    /// <summary>Everything said in a personal chat; elsewhere what mentions the bot by an entity. Typed angle brackets mention nobody.</summary>
    public static bool IsAddressed(Activity activity) =>
        string.Equals(activity.Conversation?.ConversationType, "personal", StringComparison.Ordinal) || Own(activity).Any();

    /// <summary>
    /// The text without the bot's own mention, in normal form C (a Mac may send å as two characters), without blank or invisible characters
    /// at its ends. Mentions of others and whatever looks like markup stay: they are the sender's words.
    /// </summary>
    public static string Strip(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in Own(activity))
        {
            text = Without(text, mention.Text);
        }

        return Trim(text.Normalize(NormalizationForm.FormC));
    }

    private static IEnumerable<Entity> Own(Activity activity) =>
        activity.Recipient?.Id is { Length: > 0 } bot
            ? activity.Entities?.Where(entity => entity.Type == "mention" && string.Equals(entity.Mentioned?.Id, bot, StringComparison.Ordinal)) ?? []
            : [];

    /// <summary>Removes the first occurrence, and one of the two blanks that would meet where it was.</summary>
    private static string Without(string text, string? mention)
    {
        var at = string.IsNullOrEmpty(mention) ? -1 : text.IndexOf(mention, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var end = at + mention!.Length;
        if (at > 0 && end < text.Length && char.IsWhiteSpace(text[at - 1]) && char.IsWhiteSpace(text[end]))
        {
            end++;
        }

        return text.Remove(at, end - at);
    }

    private static string Trim(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;
}
