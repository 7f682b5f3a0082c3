using System.Text.Json;

namespace Synerity.SupportBot.Protocol;

/// <summary>An outgoing activity with what the client adds. Property names are the connector's.</summary>
internal sealed record ActivityBody(
    string Type,
    AccountId From,
    AccountId? Conversation,
    AccountId? Recipient,
    string? ReplyToId,
    string? Text,
    string? TextFormat,
    string? Locale,
    string? Summary,
    IReadOnlyList<OutgoingAttachment>? Attachments,
    OutgoingChannelData? ChannelData,
    IReadOnlyList<JsonElement>? Entities)
{
    public static ActivityBody Of(OutgoingActivity activity, string bot, ConversationReference? where = null, string? replyToId = null) => new(
        activity.Type,
        new AccountId(bot),
        where is null ? null : new AccountId(where.ConversationId),
        where?.Member is { } member ? new AccountId(member) : null,
        replyToId,
        activity.Text,
        activity.TextFormat,
        activity.Locale,
        activity.Summary,
        activity.Attachments,
        activity.ChannelData,
        activity.Entities);
}

internal sealed record AccountId(string Id);

internal sealed record NewConversation(
    bool IsGroup, AccountId Bot, IReadOnlyList<AccountId>? Members, string? TenantId, NewConversationData ChannelData, ActivityBody? Activity);

internal sealed record NewConversationData(AccountId? Channel, AccountId Tenant);

internal sealed record CreatedResource(string? Id = null, string? ActivityId = null);

internal sealed record MemberBody(
    string? Id = null, string? Name = null, string? AadObjectId = null, string? ObjectId = null, string? Email = null,
    string? UserPrincipalName = null, string? UserRole = null, string? TenantId = null)
{
    /// <summary>Null: it has no id, and so is nobody.</summary>
    public Member? ToMember() =>
        Id is { Length: > 0 } id ? new Member(id, Name, AadObjectId ?? ObjectId, Email, UserPrincipalName, UserRole, TenantId) : null;
}

internal sealed record MembersPage(IReadOnlyList<MemberBody>? Members = null, string? ContinuationToken = null);

/// <summary>The usual error, <c>{error:{code, message}}</c>, and the variant whose message is JSON in a string.</summary>
internal sealed record ErrorBody(ErrorDetail? Error = null, JsonElement? ErrorCode = null, string? Message = null);

internal sealed record ErrorDetail(string? Code = null, string? Message = null, string? SubCode = null);
