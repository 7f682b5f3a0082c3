using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>How the activity came, and so how it is answered.</summary>
public enum Surface
{
    /// <summary>A message, or a button of an old client: the answer is a message.</summary>
    Message,

    /// <summary>A button in a message: the answer replaces the card for the person who pressed, or is a short notice.</summary>
    Execute,

    /// <summary>A button that opens a dialog.</summary>
    OpenDialog,

    /// <summary>A button in a dialog.</summary>
    SubmitDialog,

    /// <summary>A thumb below a message. Answered with nothing at all, for a body is an error to the client.</summary>
    Feedback,

    /// <summary>The app was installed, or the bot was added somewhere.</summary>
    Arrival,

    /// <summary>A search of the compose box, or one of what it found.</summary>
    Search,

    /// <summary>A link that somebody pasted into a compose box. Nothing to show is answered with nothing.</summary>
    Link,

    /// <summary>A command on a message, or in the compose box, that opens a dialog.</summary>
    OpenAction,

    /// <summary>A button in such a dialog. It closes with a few words, for the answer is not in the conversation behind it.</summary>
    SubmitAction,
}

internal static class Surfaces
{
    public static bool IsComposed(this Surface surface) => surface is Surface.Search or Surface.Link or Surface.OpenAction or Surface.SubmitAction;
}

/// <summary>One activity, with everything a handler may decide by.</summary>
/// <param name="ActivityId">Which activity, for the inbox: the same again is a redelivery.</param>
/// <param name="Where">The conversation it came from.</param>
/// <param name="Text">What was written, without the mention of the bot; empty for buttons.</param>
/// <param name="CardId">The message whose button was pressed, or that was quoted.</param>
public sealed record Turn(
    Caller Caller, Surface Surface, string ActivityId, ConversationReference Where, DateTimeOffset Now, string Text = "", string? CardId = null)
{
    public Person Person => Caller.Person;

    public Reader Reader => Caller.Person.Reader;

    public bool IsPersonal => Where.ConversationType == "personal";

    /// <summary>It came from the compose box of a conversation in which the bot may not be.</summary>
    public bool IsComposed => Surface.IsComposed();

    public bool InDialog => Surface is Surface.OpenDialog or Surface.SubmitDialog or Surface.OpenAction or Surface.SubmitAction;

    /// <summary>Where a reply of this turn goes when it has to be stored.</summary>
    public Destination Here => IsPersonal || IsComposed ? new ToPerson(Person.Ref) : new ToPlace(Where);

    /// <summary>Pictures and files that came with a message, as its sender's client named them. Not fetched yet.</summary>
    public IReadOnlyList<SentFile> Files { get; init; } = [];

    /// <summary>The team of an <see cref="Surface.Arrival"/> or a channel message; null in personal chats.</summary>
    public Place? Team { get; init; }
}

/// <summary>A picture or file that somebody sent: all of it is theirs to choose, so nothing is fetched before the host is looked at.</summary>
/// <param name="Name">Empty for a picture that was pasted.</param>
/// <param name="Address">Where it can be fetched for a while. A secret, for it opens the file.</param>
/// <param name="FromConnector">Fetched from the connector, with the bot's token; otherwise without any.</param>
public sealed record SentFile(string Name, string Address, bool FromConnector);

/// <param name="ChannelId">The channel the activity came from, or that was picked at installation; without <c>;messageid=</c>.</param>
public sealed record Place(string? TeamName, string ChannelId, string? ChannelName);
