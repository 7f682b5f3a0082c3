using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// What one kind of button does. The verb is a lower-case constant that cards already sent carry for ever; <typeparamref name="TData"/>
/// says which thing it is about, never who pressed or what they may.
/// </summary>
public interface ICardAction<TData> : ICardAction
    where TData : notnull
{
    static abstract string Verb { get; }

    /// <summary>Decides from what is stored. A <see cref="ConflictException"/> makes the turn ask again.</summary>
    Task<Outcome> HandleAsync(Turn turn, TData data, Inputs inputs, CancellationToken cancellation);

    /// <summary>The partition the outcome will be committed in, where it is not the caller's own customer: staff act on many.</summary>
    string? PartitionOf(TData data) => null;
}

/// <summary>Marks implementations so that the router can list them.</summary>
public interface ICardAction;

/// <summary>What was filled in. Values are texts as the client sent them; the server checks everything again.</summary>
public sealed record Inputs(IReadOnlyDictionary<string, string> Values)
{
    public static Inputs None { get; } = new(new Dictionary<string, string>());

    /// <summary>The value as <see cref="Written.Clean"/> leaves it; empty when missing.</summary>
    public string this[string id] => Values.TryGetValue(id, out var value) ? Written.Clean(value) : "";

    public bool IsOn(string id) => this[id] == "true";
}

/// <summary>Something that can be written. Its words are matched whole, in both languages, whatever the case.</summary>
public interface ITextCommand : ICommandHandler
{
    static abstract CommandWords Words { get; }

    /// <summary>Who sees it in help and may use it; others are treated as if they had written free text.</summary>
    static abstract bool IsFor(Caller caller);
}

/// <summary>The part of a command that runs.</summary>
public interface ICommandHandler
{
    Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation);
}

/// <param name="Swedish">The first is the one that help shows and misspellings lead to.</param>
/// <param name="Help">What help says it does; null keeps it out of the list.</param>
public sealed record CommandWords(IReadOnlyList<string> Swedish, IReadOnlyList<string> English, Language.Text? Help = null)
{
    public Language.Text First => new(Swedish[0], English[0]);
}

/// <summary>A way to understand free text. Asked in the order of registration, which is the order of design §4; the first outcome counts.</summary>
public interface IFreeText
{
    /// <summary>Null: not mine.</summary>
    Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation);
}

/// <summary>Understands a longer answer to what the bot last asked than a plain yes or no: <em>nej, det finns bara en</em>.</summary>
public interface IAnswerInWords
{
    /// <summary>Null: not an answer to what was asked, or not one of mine.</summary>
    Task<Outcome?> AnswerAsync(Turn turn, YesNo asked, CancellationToken cancellation);
}

/// <summary>Answers a question before a form is offered: the seam through which rooms that lead to tickets ask the one that knows.</summary>
public interface ISelfHelp
{
    /// <summary>Null: it has nothing to say to that.</summary>
    Task<Outcome?> AnswerAsync(Turn turn, string question, CancellationToken cancellation);
}

/// <summary>Takes the thumbs that Teams shows below a message made by a model.</summary>
public interface IMessageFeedback
{
    /// <summary>Null: not a message of mine. What it replies is not shown.</summary>
    /// <param name="message">The id of the rated message, in the turn's conversation.</param>
    Task<Outcome?> RateAsync(Turn turn, string message, bool liked, CancellationToken cancellation);
}

/// <summary>Greets where the bot has been installed or added.</summary>
public interface IArrival
{
    /// <summary>Null: not mine.</summary>
    Task<Outcome?> ArriveAsync(Turn turn, CancellationToken cancellation);
}
