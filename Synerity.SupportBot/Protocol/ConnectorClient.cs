namespace Synerity.SupportBot.Protocol;

/// <summary>A conversation that the connector made.</summary>
/// <param name="ActivityId">The first message of a channel thread; null for a personal chat.</param>
public sealed record CreatedConversation(string ConversationId, string? ActivityId);

/// <summary>A member as the connector tells it. <paramref name="Email"/> is not a stable key and may be missing (guests).</summary>
/// <param name="UserRole"><c>user</c>, <c>guest</c>, <c>anonymous</c> …</param>
public sealed record Member(string Id, string? Name, string? AadObjectId, string? Email, string? UserPrincipalName, string? UserRole, string? TenantId);

/// <summary>The calls the bot makes at Teams. Every failure is a <see cref="ConnectorException"/> that says what may be done about it.</summary>
public sealed class ConnectorClient
{
    /// <summary>Posts to the conversation. Returns the id of the new message; null where the connector gave none.</summary>
    public Task<string?> SendAsync(ConversationReference where, OutgoingActivity activity, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<string?> ReplyAsync(ConversationReference where, string replyToId, OutgoingActivity activity, CancellationToken cancellation) => throw new NotSupportedException();

    public Task UpdateAsync(ConversationReference where, string activityId, OutgoingActivity activity, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteAsync(ConversationReference where, string activityId, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>The personal chat with somebody: the same conversation every time.</summary>
    /// <param name="memberId">The <c>29:</c> id, or the Entra object id of somebody who has the app.</param>
    public Task<CreatedConversation> CreatePersonalAsync(string serviceUrl, string tenantId, string memberId, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>A new thread in a channel, begun by <paramref name="activity"/>.</summary>
    /// <param name="channelId">Without <c>;messageid=</c>.</param>
    public Task<CreatedConversation> CreateThreadAsync(string serviceUrl, string tenantId, string channelId, OutgoingActivity activity, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>One member of a conversation; null when not there.</summary>
    public Task<Member?> MemberAsync(ConversationReference where, string userId, CancellationToken cancellation) => throw new NotSupportedException();
}
