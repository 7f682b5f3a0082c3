namespace Synerity.SupportBot.Protocol;

/// <summary>Where a message goes. Only authenticated activities and the connector's own answers may make one.</summary>
/// <param name="ServiceUrl">Base of every call; checked against the allowed origins each time it is used.</param>
/// <param name="ConversationId">With <c>;messageid=N</c> a thread of a channel, without it the channel itself.</param>
/// <param name="ConversationType"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
/// <param name="Member">The <c>29:</c> id of the person of a personal chat.</param>
public sealed record ConversationReference(
    string ServiceUrl, string TenantId, string ConversationId, string ConversationType, string? Member = null);
