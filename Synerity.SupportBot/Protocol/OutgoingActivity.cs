using System.Text.Json;
using System.Text.Json.Serialization;

namespace Synerity.SupportBot.Protocol;

/// <summary>
/// What the bot sends: only what a sender fills. Where it goes is an argument of <see cref="ConnectorClient"/>, never part of the body;
/// the client adds <c>from</c>, <c>conversation</c> and <c>recipient</c> as Teams expects them.
/// </summary>
public sealed record OutgoingActivity
{
    /// <summary><c>message</c> or <c>typing</c>.</summary>
    public string Type { get; init; } = "message";

    public string? Text { get; init; }

    /// <summary><c>plain</c>, <c>markdown</c> or <c>xml</c>. Text that a person may have written goes out as <c>plain</c>.</summary>
    public string? TextFormat { get; init; }

    public string? Locale { get; init; }

    /// <summary>Notification text; always set with a card.</summary>
    public string? Summary { get; init; }

    public IReadOnlyList<OutgoingAttachment>? Attachments { get; init; }
    public OutgoingChannelData? ChannelData { get; init; }
    public IReadOnlyList<JsonElement>? Entities { get; init; }
}

public sealed record OutgoingAttachment(string ContentType, JsonElement Content)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    /// <summary>File cards only: the name of the file.</summary>
    public string? Name { get; init; }

    /// <summary>File cards only: where the uploaded file is.</summary>
    public string? ContentUrl { get; init; }
}

public sealed record OutgoingChannelData(NotificationSetting? Notification = null, FeedbackLoop? FeedbackLoop = null);

/// <summary>Thumbs under the message.</summary>
/// <param name="Type"><c>default</c> (Teams asks) or <c>custom</c> (the bot's own dialog).</param>
public sealed record FeedbackLoop(string Type);

/// <param name="Alert">True: Teams raises a push and a feed entry.</param>
public sealed record NotificationSetting([property: JsonPropertyName("alert")] bool Alert);
