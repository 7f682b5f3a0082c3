using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// An answer that is made while it goes out, after the 200 of its turn: the one live exception of the storage rules. What is lost in a crash
/// is asked again.
/// </summary>
public interface ILiveAnswer
{
    /// <summary>Makes the answer. A fault of whoever makes it is <see cref="LiveEnd.Plain"/>, never an exception.</summary>
    /// <param name="show">Takes the words so far, each time beginning with those before; may be shown or passed over for newer ones.</param>
    /// <param name="cancellation">The reader pressed Stop, or the host stops.</param>
    Task<LiveEnd> ComposeAsync(Action<string> show, CancellationToken cancellation);

    /// <summary>The words of <see cref="LiveEnd.Said"/> stand in the conversation under this id.</summary>
    Task SentAsync(string message, CancellationToken cancellation);
}

/// <summary>How making an answer ended.</summary>
public abstract record LiveEnd
{
    /// <param name="Then">Follows as a message of its own.</param>
    public sealed record Said(Rendered Words, Rendered Then) : LiveEnd;

    /// <summary>Nothing came of it: the plain answer goes out, in place of what was shown.</summary>
    public sealed record Plain : LiveEnd;

    /// <summary>Something else has been committed instead, and goes out from there. Nothing was shown.</summary>
    public sealed record Elsewhere : LiveEnd;
}

/// <summary>The machine's clock for what is said live: a model and Teams keep their pace whatever the domain's clock does.</summary>
public sealed record LiveClock(TimeProvider Time);
