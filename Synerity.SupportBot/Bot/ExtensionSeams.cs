using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Bot;

/// <summary>A command of the message extension, as Teams lists it.</summary>
/// <param name="Id">Stands in the app package: never changed once it has been installed anywhere.</param>
/// <param name="Title">At most 32 signs.</param>
/// <param name="Description">At most 128 signs.</param>
/// <param name="Parameter">The label of the search field; null for a command that opens a dialog.</param>
public sealed record ExtensionCommand(string Id, Text Title, Text Description, Text? Parameter = null);

/// <summary>
/// A search of the compose box. What it finds is shown to the person who searches alone; the card of the one they pick goes into
/// somebody's conversation, where the bot may not even be, and must hold nothing that others there may not read.
/// </summary>
public interface ISearchCommand : ISearchHandler
{
    static abstract ExtensionCommand Command { get; }
}

/// <summary>The part of a search that runs. Strangers are answered before it is asked.</summary>
public interface ISearchHandler
{
    /// <summary>Best first; empty when there is nothing, or nothing more.</summary>
    Task<IReadOnlyList<FoundThing>> FindAsync(Turn turn, Search asked, CancellationToken cancellation);

    /// <summary>One that was found, again, when it is picked. Null: it is gone, or this caller may not see it.</summary>
    /// <param name="item"><see cref="FoundThing.Item"/>, as the client sent it: anything.</param>
    Task<FoundThing?> PickAsync(Turn turn, string item, CancellationToken cancellation);
}

/// <param name="Words">What was typed, cleaned, at most 200 signs; empty when the search was only opened.</param>
/// <param name="Skip">0 to 1 000.</param>
/// <param name="Most">1 to 25.</param>
public sealed record Search(string Words, int Skip, int Most);

/// <summary>Something found: a row that only the searcher sees, and the card that is inserted when it is picked.</summary>
/// <param name="Item">Names it when it is picked.</param>
/// <param name="Title">May hold what people wrote.</param>
/// <param name="Line">What more the searcher is told; never inserted.</param>
public sealed record FoundThing(string Item, string Title, string Line, AdaptiveCard Card);

/// <summary>A command in the menu of any message, and in the compose box. It opens a dialog, whose buttons are card actions like any other.</summary>
public interface IMessageAction : IMessageHandler
{
    static abstract ExtensionCommand Command { get; }
}

/// <summary>The part of a message command that runs. Strangers are answered before it is asked.</summary>
public interface IMessageHandler
{
    /// <param name="message">Null in the compose box, where there is none.</param>
    Task<Outcome> OpenAsync(Turn turn, QuotedMessage? message, CancellationToken cancellation);
}

/// <summary>Shows what a pasted link leads to.</summary>
public interface ILinkPreview
{
    /// <summary>Null: not a link of mine, or nothing this caller may see. Teams keeps what it gets for 30 minutes, wherever the link is pasted next.</summary>
    Task<FoundThing?> PreviewAsync(Turn turn, Uri link, CancellationToken cancellation);
}
