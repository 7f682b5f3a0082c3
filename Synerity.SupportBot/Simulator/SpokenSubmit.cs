using System.Text.Json;

namespace Synerity.SupportBot.Simulator;

/// <summary>What a Submit button says for the person who presses it: <c>imBack</c> and <c>messageBack</c> (platform facts §5.4).</summary>
/// <param name="Shown">Stands in the chat as the person's own message; null: nothing does.</param>
/// <param name="Text">What the bot is told.</param>
/// <param name="Value">What the bot is told beside it; <c>messageBack</c> only.</param>
internal sealed record SpokenSubmit(string? Shown, string Text, JsonElement? Value)
{
    /// <summary>Null: the button says nothing, its data is what is sent.</summary>
    public static SpokenSubmit? In(JsonElement? data)
    {
        if (data is not { ValueKind: JsonValueKind.Object } given) return null;
        if (!given.TryGetProperty("msteams", out var teams) || teams.ValueKind != JsonValueKind.Object) return null;
        return TextOf(teams, "type") switch
        {
            "imBack" when TextOf(teams, "value") is { } words => new(words, words, null),
            "messageBack" => new(TextOf(teams, "displayText"), TextOf(teams, "text") ?? "", teams.TryGetProperty("value", out var value) ? value : null),
            _ => null,
        };
    }

    private static string? TextOf(JsonElement data, string member) =>
        data.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
