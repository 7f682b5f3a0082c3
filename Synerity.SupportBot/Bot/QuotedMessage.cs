using System.Text.Json;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// The message that a message command was chosen on, from a conversation that the bot need not be in. All of it is what a client sent:
/// words to be read by people, never an identity.
/// </summary>
/// <param name="Text">Without its HTML; at most 4 000 signs, may be empty (a picture).</param>
/// <param name="Author">One line, at most 100 signs; empty when unknown.</param>
/// <param name="Link">To the message in Teams, https, at most 500 signs; null when there is none to trust.</param>
public sealed record QuotedMessage(string Text, string Author, string? Link)
{
    public const int MostText = 4000;
    public const int MostAuthor = 100;
    public const int MostLink = 500;

    /// <summary>Where Teams' own links lead: public, and the new name of the same.</summary>
    private static readonly string[] Hosts = ["teams.microsoft.com", "teams.cloud.microsoft"];

    /// <param name="value">Of a <c>composeExtension/fetchTask</c>.</param>
    /// <returns>Null when there is no message in it.</returns>
    internal static QuotedMessage? In(JsonElement value)
    {
        if (Member(value, "messagePayload") is not { ValueKind: JsonValueKind.Object } payload) return null;
        var body = Member(payload, "body");
        var content = Words(body, "content") ?? "";
        var text = Words(body, "contentType") == "text" ? content : PlainText.Of(content, MostText);
        return new(Shorten.To(MostText, Written.Clean(text)), AuthorOf(Member(payload, "from")), TrustedLink(Words(payload, "linkToMessage")));
    }

    private static string AuthorOf(JsonElement? from)
    {
        var name = Words(Member(from, "user"), "displayName") ?? Words(Member(from, "application"), "displayName") ?? "";
        return Shorten.To(MostAuthor, string.Join(' ', Written.Clean(name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static string? TrustedLink(string? link) =>
        link is { Length: > 0 and <= MostLink } && !link.Any(char.IsControl)
        && Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0 && uri.IsDefaultPort
        && Hosts.Any(host => uri.Host == host || uri.Host.EndsWith("." + host, StringComparison.Ordinal))
            ? link
            : null;

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var found) ? found : null;

    private static string? Words(JsonElement? value, string name) =>
        Member(value, name) is { ValueKind: JsonValueKind.String } found && found.GetString() is { Length: > 0 } words ? words : null;
}
