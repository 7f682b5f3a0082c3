using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Outbox;

/// <summary>
/// What a message is about, not how it reads: it is rendered when it is sent, in the reader's language, from what is stored by then.
/// </summary>
/// <param name="Kind">Which <see cref="ICardSource"/> renders it; safe in a row key.</param>
/// <param name="Subject">What it is about, such as <c>ACME-42</c>; safe in a row key.</param>
/// <param name="Detail">Whatever else the source needs.</param>
public sealed record Content(string Kind, string Subject, string? Detail = null)
{
    /// <summary>Words that are already in the reader's language.</summary>
    public static Content Words(string words) => new(LiteralSource.WordsKind, "-", words);
}

/// <summary>One message as it goes out: either words, or a card with the summary that notifications show.</summary>
/// <param name="Alert">True: Teams alerts the reader. False: it arrives silently.</param>
/// <param name="Ticket">The ticket a reply to this message belongs to.</param>
/// <param name="Asks">The verbs of its yes and no buttons, so that a written answer counts as pressing one.</param>
/// <param name="Listens">It invites the reader to write: what they write next goes to <paramref name="Ticket"/>.</param>
/// <param name="Notice">Set for what tells staff something: it may be muted, and waits for opening hours.</param>
/// <param name="Composed">Set when a model made the words: they go out labelled, as Markdown that their maker has escaped.</param>
public sealed record Rendered(
    string Summary, AdaptiveCard? Card = null, bool Alert = false, string? Ticket = null, string? Asks = null, bool Listens = false, Composed? Composed = null,
    Notice? Notice = null);

/// <param name="Kind">What a person may have muted, see <see cref="Person.Mutes"/>.</param>
/// <param name="WaitsUntil">When support opens; null: it is told at once.</param>
public sealed record Notice(string Kind, DateTimeOffset? WaitsUntil = null);

/// <summary>Where words of a model come from.</summary>
/// <param name="AsksFeedback">Whether Teams shows its thumbs below.</param>
public sealed record Composed(IReadOnlyList<CitedText> Citations, bool AsksFeedback);

/// <param name="Position">The n of <c>[n]</c> in the words; from 1.</param>
public sealed record CitedText(int Position, string Name, string Abstract);

/// <summary>Who will read it: a person, or a channel (then <paramref name="Person"/> is null).</summary>
public sealed record Recipient(Reader Reader, Person? Person);

/// <summary>A room's way of putting what is stored into words. Implementations only read.</summary>
public interface ICardSource
{
    string Kind { get; }

    /// <summary>Null when there is nothing to say any more: the row is dropped.</summary>
    Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation);
}

/// <summary>Words that were settled when they were stored: a reply to the person who caused it.</summary>
public sealed class LiteralSource : ICardSource
{
    internal const string WordsKind = "words";

    public string Kind => WordsKind;

    public Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation) =>
        Task.FromResult<Rendered?>(content.Detail is { } words ? new Rendered(words) : null);
}
