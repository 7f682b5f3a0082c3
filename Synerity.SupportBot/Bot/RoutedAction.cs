using System.Collections.Frozen;
using System.Text.Json;

namespace Synerity.SupportBot.Bot;

/// <summary>What is about to happen in a turn: which partition it may change, and the handler with its data bound.</summary>
public sealed record Bound(string? Partition, Func<Turn, CancellationToken, Task<Outcome>> RunAsync);

/// <summary>A verb and what it does, with the data's type closed over.</summary>
public sealed record RoutedAction(string Verb, Func<JsonElement, Bound?> Bind)
{
    public static RoutedAction To<TAction, TData>(TAction action)
        where TAction : ICardAction<TData>
        where TData : notnull =>
        new(TAction.Verb, value => ActionData.TryRead<TData>(value, out var data)
            ? new Bound(action.PartitionOf(data), (turn, cancellation) => action.HandleAsync(turn, data, ActionData.InputsOf(value), cancellation))
            : null);
}

/// <summary>Verb → handler. Made once at start: a verb that two handlers claim stops the host.</summary>
public sealed class ActionRouter(IEnumerable<RoutedAction> actions)
{
    private readonly FrozenDictionary<string, RoutedAction> _actions = actions.ToFrozenDictionary(action => action.Verb, StringComparer.Ordinal);

    public IReadOnlyCollection<string> Verbs => _actions.Keys;

    /// <summary>Null when nobody knows the verb or the data is not what its button carries.</summary>
    public Bound? Find(string? verb, JsonElement value) =>
        verb is not null && _actions.TryGetValue(verb, out var action) ? action.Bind(value) : null;
}
