using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>A message of the bot's as it stands in Teams now.</summary>
/// <param name="Updates">How often it was changed since it was posted.</param>
internal sealed record Message(string Id, string ConversationId, JsonElement Body, int Updates = 0)
{
    public Card? Card => Body.TryGetProperty("attachments", out var attachments) ? new Card(attachments[0].GetProperty("content")) : null;

    /// <summary>What the notification shows.</summary>
    public string Summary => TextOf("summary") ?? TextOf("text") ?? "";

    /// <summary>Everything that can be read, text or card.</summary>
    public string Words => Card is { } card ? card.Words : TextOf("text") ?? "";

    public bool Alerts => Body.TryGetProperty("channelData", out var data) && data.TryGetProperty("notification", out var told) && told.GetProperty("alert").GetBoolean();

    private string? TextOf(string name) => Body.TryGetProperty(name, out var text) ? text.GetString() : null;
}

/// <summary>An Adaptive Card as somebody sees it.</summary>
internal sealed class Card(JsonElement json)
{
    private static readonly string[] Readable = ["text", "title", "value", "label", "errorMessage"];

    public JsonElement Json { get; } = json;

    /// <summary>Everything readable, a line each: texts, facts, labels, button titles, and what fields are filled in with.</summary>
    public string Words => string.Join('\n', Objects().SelectMany(Lines));

    public IReadOnlyList<string> Buttons => [.. Objects().Where(IsAction).Select(action => action.GetProperty("title").GetString()!)];

    /// <summary>What a field is filled in with.</summary>
    public string? this[string input] =>
        Inputs().Single(field => field.GetProperty("id").GetString() == input).TryGetProperty("value", out var value) ? value.GetString() : null;

    /// <summary>The value behind a choice, by how it is named.</summary>
    public string Choice(string title) => Inputs().Where(field => field.TryGetProperty("choices", out _))
        .SelectMany(field => field.GetProperty("choices").EnumerateArray())
        .Single(choice => choice.GetProperty("title").GetString() == title).GetProperty("value").GetString()!;

    /// <summary>The complaint that stands right after a field; null when there is none.</summary>
    public string? ErrorBeside(string input) => Objects()
        .SelectMany(container => container.TryGetProperty("body", out var items) || container.TryGetProperty("items", out items) ? [items] : Array.Empty<JsonElement>())
        .Select(items => items.EnumerateArray().SkipWhile(item => !(item.TryGetProperty("id", out var id) && id.GetString() == input)).Skip(1).FirstOrDefault())
        .Where(next => next.ValueKind == JsonValueKind.Object && next.TryGetProperty("text", out var text) && text.GetString()!.StartsWith('⚠'))
        .Select(next => next.GetProperty("text").GetString()).FirstOrDefault();

    public JsonElement Button(string title) =>
        Objects().Where(IsAction).FirstOrDefault(action => action.GetProperty("title").GetString() == title) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new Xunit.Sdk.XunitException($"There is no button \"{title}\", only: {string.Join(" · ", Buttons)}");

    /// <summary>A button's data with what the client puts in: the fields as they are filled in, or as <paramref name="typed"/> says.</summary>
    public JsonObject Filled(JsonElement button, params IEnumerable<(string Id, string Value)> typed)
    {
        var data = JsonNode.Parse(button.GetProperty("data").GetRawText())!.AsObject();
        if (button.TryGetProperty("associatedInputs", out var associated) && associated.GetString() == "none") return data;
        foreach (var field in Inputs()) data[field.GetProperty("id").GetString()!] = field.TryGetProperty("value", out var value) ? value.GetString() : "";
        foreach (var (id, value) in typed) data[id] = value;
        return data;
    }

    private static bool IsAction(JsonElement part) =>
        part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString()!.StartsWith("Action.", StringComparison.Ordinal);

    private static IEnumerable<string> Lines(JsonElement part) =>
        from name in Readable
        where part.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
        select part.GetProperty(name).GetString()!;

    private IEnumerable<JsonElement> Inputs() => Objects().Where(part =>
        part.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString()!.StartsWith("Input.", StringComparison.Ordinal));

    /// <summary>Every object of the card that is shown; not the data of its buttons, nor what only old clients show.</summary>
    private IEnumerable<JsonElement> Objects() => Within(Json);

    private static IEnumerable<JsonElement> Within(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Where(member => member.Name is not ("data" or "fallback")).SelectMany(member => Within(member.Value)).Prepend(json),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Within),
        _ => [],
    };
}

/// <summary>The HTTP answer to one activity.</summary>
/// <param name="Conversation">Where the activity came from: a dialog is submitted from where it was opened.</param>
internal sealed record Answered(int Status, JsonElement? Body, string Conversation = "")
{
    /// <summary>The card of a dialog, or the one that replaces the pressed card.</summary>
    public Card? Card => Dialog is { } dialog ? new Card(dialog.GetProperty("card").GetProperty("content"))
        : Type == "application/vnd.microsoft.card.adaptive" ? new Card(Body!.Value.GetProperty("value"))
        : null;

    public string? DialogTitle => Dialog?.GetProperty("title").GetString();

    /// <summary>The status inside the answer of a button.</summary>
    public int? StatusCode => Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("statusCode", out var code) ? code.GetInt32() : null;

    /// <summary>Everything readable in the answer; empty when there is none.</summary>
    public string Words => Card?.Words ?? (Body is { } body ? string.Join('\n', Texts(body)) : "");

    /// <summary>As it came; to look for what must not be in it.</summary>
    public string Raw => Body?.GetRawText() ?? "";

    private string? Type => Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("type", out var type) ? type.GetString() : null;

    private JsonElement? Dialog =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("task", out var task) && task.GetProperty("type").GetString() == "continue"
            ? task.GetProperty("value")
            : null;

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => Texts(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };
}
