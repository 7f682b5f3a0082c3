using System.Text.Json;
using System.Text.Json.Serialization;

namespace Synerity.SupportBot.Protocol;

/// <summary>
/// What Teams posts to the bot. Tolerant: anything but <see cref="Type"/> may be missing, what is unknown is kept in <see cref="More"/>.
/// After authentication <see cref="From"/>, <see cref="Conversation"/> and the tenant are the channel's word; <see cref="Text"/>,
/// <see cref="Value"/>, names and attachments are whatever somebody chose to send.
/// </summary>
public sealed record Activity
{
    public string Type { get; init; } = "";
    public string? Id { get; init; }

    /// <summary>When the channel recorded it; null also when it cannot be read, for nobody is refused because of a clock.</summary>
    [JsonConverter(typeof(ReadableTime))]
    public DateTimeOffset? Timestamp { get; init; }

    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public string? ReplyToId { get; init; }
    public JsonElement? Value { get; init; }
    public ChannelData? ChannelData { get; init; }

    [JsonConverter(typeof(ReadableItems<Entity>))]
    public IReadOnlyList<Entity>? Entities { get; init; }

    [JsonConverter(typeof(ReadableItems<IncomingAttachment>))]
    public IReadOnlyList<IncomingAttachment>? Attachments { get; init; }

    [JsonConverter(typeof(ReadableItems<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    [JsonConverter(typeof(ReadableItems<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; } // not init: the generated reader cannot fill that

    /// <summary>The tenant the conversation belongs to, or null when the two places that name it are missing or disagree.</summary>
    [JsonIgnore]
    public string? TenantId =>
        Conversation?.TenantId is { Length: > 0 } tenant
        && (ChannelData?.Tenant?.Id ?? tenant) == tenant
        && (From?.TenantId ?? tenant) == tenant
            ? tenant
            : null;
}

/// <summary>A person or a bot as this bot sees it. <see cref="Name"/> is display text, never identity.</summary>
public sealed record ChannelAccount(string? Id = null, string? Name = null, string? AadObjectId = null, string? TenantId = null, string? Role = null);

/// <param name="Id">Opaque. A channel thread ends in <c>;messageid=N</c>.</param>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
public sealed record ConversationAccount(
    string? Id = null, string? ConversationType = null, string? TenantId = null, bool? IsGroup = null, string? Name = null);

/// <summary>The parts of Teams' channel data that the bot reads.</summary>
public sealed record ChannelData
{
    public IdOnly? Tenant { get; init; }
    public TeamInfo? Team { get; init; }
    public IdAndName? Channel { get; init; }
    public string? EventType { get; init; }
    public ChannelSettings? Settings { get; init; }
    public AppInfo? App { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; } // not init: the generated reader cannot fill that
}

public sealed record IdOnly(string? Id = null);

public sealed record IdAndName(string? Id = null, string? Name = null);

public sealed record TeamInfo(string? Id = null, string? Name = null, string? AadGroupId = null);

public sealed record ChannelSettings(IdOnly? SelectedChannel = null);

public sealed record AppInfo(string? Id = null, string? Version = null);

/// <summary>An entity of an incoming activity; <see cref="More"/> has what depends on its type.</summary>
public sealed record Entity
{
    public string? Type { get; init; }
    public string? Text { get; init; }
    public ChannelAccount? Mentioned { get; init; }
    public string? Locale { get; init; }
    public string? Timezone { get; init; }
    public QuotedReply? QuotedReply { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; } // not init: the generated reader cannot fill that
}

public sealed record QuotedReply(string? MessageId = null);

public sealed record IncomingAttachment(string? ContentType = null, string? ContentUrl = null, string? Name = null, JsonElement? Content = null);
