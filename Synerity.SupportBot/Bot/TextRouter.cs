using System.Collections.Frozen;

namespace Synerity.SupportBot.Bot;

/// <summary>A command's handler, by the type it was listed with.</summary>
public sealed record RoutedCommand(Type Handler, ICommandHandler Command);

/// <summary>What was written → a command, or the first of the ways to understand free text that knows what to do with it.</summary>
public sealed class TextRouter(CommandList list, IEnumerable<RoutedCommand> commands, IEnumerable<IFreeText> freeTexts)
{
    private readonly FrozenDictionary<Type, ICommandHandler> _commands = commands.ToFrozenDictionary(command => command.Handler, command => command.Command);
    private readonly IReadOnlyList<IFreeText> _freeTexts = [.. freeTexts];

    public async Task<Outcome> RouteAsync(Turn turn, CancellationToken cancellation)
    {
        if (list.Find(turn.Caller, turn.Text) is { } found)
        {
            return await _commands[found.Handler].HandleAsync(turn, cancellation);
        }

        foreach (var freeText in _freeTexts)
        {
            if (await freeText.UnderstandAsync(turn, cancellation) is { } outcome) return outcome;
        }

        return Reply.Silence;
    }
}
