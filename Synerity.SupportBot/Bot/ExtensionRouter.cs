using System.Collections.Frozen;
using System.Text.Json;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>A search and its handler.</summary>
public sealed record RoutedSearch(ExtensionCommand Command, ISearchHandler Handler);

/// <summary>A message command and its handler.</summary>
public sealed record RoutedMessageAction(ExtensionCommand Command, IMessageHandler Handler);

/// <summary>
/// Message extension → handler (platform facts §5.3 to §5.5). Every value comes from a client and is read as such. Made once at start: a
/// command that is listed twice stops the host.
/// </summary>
public sealed class ExtensionRouter(IEnumerable<RoutedSearch> searches, IEnumerable<RoutedMessageAction> actions, IEnumerable<ILinkPreview> links)
{
    internal const string CommandField = "command";
    internal const string ItemField = "item";
    private const int MostWords = 200;
    private const int MostAtOnce = 25;
    private const int MostSkipped = 1000;

    private readonly FrozenDictionary<string, ISearchHandler> _searches = searches.ToFrozenDictionary(one => one.Command.Id, one => one.Handler, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, IMessageHandler> _actions = actions.ToFrozenDictionary(one => one.Command.Id, one => one.Handler, StringComparer.Ordinal);

    /// <summary>Null when nobody knows the command.</summary>
    public Bound? Find(Activity activity, Turn turn)
    {
        var value = activity.Value is { ValueKind: JsonValueKind.Object } body ? body : default;
        return (turn.Surface, turn.Caller) switch
        {
            (Surface.Link, Stranger) => Answers(Reply.Silence),
            (_, Stranger) => Answers(Reply.Say(BotTexts.WriteToMeFirst)),
            (Surface.Link, _) => Previewed(Text(value, "url")),
            (Surface.OpenAction, _) => _actions.TryGetValue(Text(value, "commandId") ?? "", out var action)
                ? new(null, (asked, cancellation) => action.OpenAsync(asked, QuotedMessage.In(value), cancellation))
                : null,
            _ when Text(value, CommandField) is { } command => Picked(command, Text(value, ItemField)),
            _ => Searched(value),
        };
    }

    private Bound? Searched(JsonElement value)
    {
        if (!_searches.TryGetValue(Text(value, "commandId") ?? "", out var handler)) return null;
        var options = value.TryGetProperty("queryOptions", out var given) ? given : default;
        var search = new Search(WordsOf(value), Math.Clamp(Number(options, "skip") ?? 0, 0, MostSkipped), Math.Clamp(Number(options, "count") ?? MostAtOnce, 1, MostAtOnce));
        return new(null, async (turn, cancellation) => await handler.FindAsync(turn, search, cancellation) switch
        {
            { Count: > 0 } found => new Reply { Found = new(Text(value, "commandId")!, found) },
            _ when search.Skip > 0 => new Reply { Found = new(Text(value, "commandId")!, []) },
            _ => Reply.Say(search.Words.Length > 0 ? BotTexts.NothingFound(search.Words) : BotTexts.NothingYet),
        });
    }

    private Bound? Picked(string command, string? item)
    {
        if (item is null || !_searches.TryGetValue(command, out var handler)) return null;
        return new(null, async (turn, cancellation) =>
            await handler.PickAsync(turn, item, cancellation) is { } found ? new Reply { Found = new(command, [found]) } : Reply.Say(BotTexts.NothingFound(item.Length <= MostWords ? item : "…")));
    }

    private Bound Previewed(string? url) => new(null, async (turn, cancellation) =>
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var link) || link.Scheme != Uri.UriSchemeHttps || link.UserInfo.Length > 0) return Reply.Silence;
        foreach (var one in links)
        {
            if (await one.PreviewAsync(turn, link, cancellation) is { } found) return new Reply { Found = new(null, [found]) };
        }

        return Reply.Silence;
    });

    /// <summary>The one field that a search has; what Teams sends when it is only opened is no word.</summary>
    private static string WordsOf(JsonElement value)
    {
        if (!value.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Array) return "";
        foreach (var parameter in parameters.EnumerateArray())
        {
            if (Text(parameter, "name") is { } name and not "initialRun" && name.Length > 0 && Text(parameter, "value") is { } words)
            {
                return Language.Shorten.Cut(MostWords, Written.Clean(words));
            }
        }

        return "";
    }

    private static Bound Answers(Reply reply) => new(null, (_, _) => Task.FromResult<Outcome>(reply));

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    private static int? Number(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) ? number : null;
}
