using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Protocol;

/// <summary>A conversation that the connector made.</summary>
/// <param name="ActivityId">The first message of a channel thread; null for a personal chat.</param>
public sealed record CreatedConversation(string ConversationId, string? ActivityId);

/// <summary>A member as the connector tells it. <paramref name="Email"/> is not a stable key and may be missing (guests).</summary>
/// <param name="UserRole"><c>user</c>, <c>guest</c>, <c>anonymous</c> …</param>
public sealed record Member(string Id, string? Name, string? AadObjectId, string? Email, string? UserPrincipalName, string? UserRole, string? TenantId);

/// <summary>
/// The calls the bot makes at Teams. Every failure is a <see cref="ConnectorException"/> that says what may be done about it; the caller's
/// cancellation is an <see cref="OperationCanceledException"/>. A call, its own few retries included, ends within <see cref="CallTimeout"/>;
/// longer waits are the caller's to plan. A POST is only repeated when nothing was delivered.
/// </summary>
public sealed class ConnectorClient
{
    /// <summary>Longest a call may take, retries included. A lease on a conversation must be longer.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Members of one page; the connector takes 50 to 500.</summary>
    private const int PageSize = 200;

    private readonly ConnectorTransport _transport;
    private readonly string _bot;

    internal ConnectorClient(ConnectorTransport transport, IOptions<BotOptions> options)
    {
        _transport = transport;
        _bot = options.Value.BotId;
    }

    /// <summary>Posts to the conversation. Returns the id of the new message; null where the connector gave none.</summary>
    public async Task<string?> SendAsync(ConversationReference where, OutgoingActivity activity, CancellationToken cancellation) =>
        Created(await _transport.SendAsync(HttpMethod.Post, Activities(where), Body(ActivityBody.Of(activity, _bot, where)), cancellation)).Id;

    public async Task<string?> ReplyAsync(ConversationReference where, string replyToId, OutgoingActivity activity, CancellationToken cancellation) =>
        Created(await _transport.SendAsync(HttpMethod.Post, Activity(where, replyToId), Body(ActivityBody.Of(activity, _bot, where, replyToId)), cancellation)).Id;

    public Task UpdateAsync(ConversationReference where, string activityId, OutgoingActivity activity, CancellationToken cancellation) =>
        _transport.SendAsync(HttpMethod.Put, Activity(where, activityId), Body(ActivityBody.Of(activity, _bot, where)), cancellation);

    public Task DeleteAsync(ConversationReference where, string activityId, CancellationToken cancellation) =>
        _transport.SendAsync(HttpMethod.Delete, Activity(where, activityId), null, cancellation);

    /// <summary>The personal chat with somebody: the same conversation every time.</summary>
    /// <param name="memberId">The <c>29:</c> id, or the Entra object id of somebody who has the app.</param>
    public Task<CreatedConversation> CreatePersonalAsync(string serviceUrl, string tenantId, string memberId, CancellationToken cancellation) =>
        CreateAsync(
            serviceUrl,
            new NewConversation(false, new AccountId(_bot), [new AccountId(memberId)], tenantId, new NewConversationData(null, new AccountId(tenantId)), null),
            cancellation);

    /// <summary>A new thread in a channel, begun by <paramref name="activity"/>.</summary>
    /// <param name="channelId">Without <c>;messageid=</c>.</param>
    public Task<CreatedConversation> CreateThreadAsync(string serviceUrl, string tenantId, string channelId, OutgoingActivity activity, CancellationToken cancellation) =>
        CreateAsync(
            serviceUrl,
            new NewConversation(
                true, new AccountId(_bot), null, null, new NewConversationData(new AccountId(channelId), new AccountId(tenantId)), ActivityBody.Of(activity, _bot)),
            cancellation);

    /// <summary>All members of a conversation, page by page.</summary>
    public async IAsyncEnumerable<Member> MembersAsync(ConversationReference where, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? next = null;
        do
        {
            var url = $"{Conversations(where.ServiceUrl)}/{Uri.EscapeDataString(where.ConversationId)}/pagedmembers?pageSize={PageSize}"
                + (next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}");
            var page = Parse(await _transport.SendAsync(HttpMethod.Get, url, null, cancellation), ProtocolJson.Context.MembersPage)
                ?? throw new ConnectorException(ConnectorFault.Unclear, 200, "MembersUnreadable");
            foreach (var body in page.Members ?? [])
            {
                if (body.ToMember() is { } member) yield return member;
            }

            // The same token again would go round for ever.
            next = page.ContinuationToken is { Length: > 0 } token && token != next ? token : null;
        }
        while (next is not null);
    }

    /// <summary>One member of a conversation; null when not there.</summary>
    public async Task<Member?> MemberAsync(ConversationReference where, string userId, CancellationToken cancellation)
    {
        try
        {
            var url = $"{Conversations(where.ServiceUrl)}/{Uri.EscapeDataString(where.ConversationId)}/members/{Uri.EscapeDataString(userId)}";
            var body = Parse(await _transport.SendAsync(HttpMethod.Get, url, null, cancellation), ProtocolJson.Context.MemberBody);
            return body?.ToMember() ?? throw new ConnectorException(ConnectorFault.Unclear, 200, "MemberWithoutId");
        }
        catch (ConnectorException failure) when (failure.Status == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }

    // Concatenated, because relative resolution drops the last segment of a base without a slash; each id is escaped once.
    private static string Conversations(string serviceUrl) => serviceUrl.TrimEnd('/') + "/v3/conversations";

    private static string Activities(ConversationReference where) => $"{Conversations(where.ServiceUrl)}/{Uri.EscapeDataString(where.ConversationId)}/activities";

    private static string Activity(ConversationReference where, string id) => $"{Activities(where)}/{Uri.EscapeDataString(id)}";

    private static byte[] Body(ActivityBody body) => PlainJson.Of(JsonSerializer.SerializeToUtf8Bytes(body, ProtocolJson.Context.ActivityBody));

    private static CreatedResource Created(ReadOnlyMemory<byte> answer) => Parse(answer, ProtocolJson.Context.CreatedResource) ?? new CreatedResource();

    private static T? Parse<T>(ReadOnlyMemory<byte> answer, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return answer.IsEmpty ? null : JsonSerializer.Deserialize(answer.Span, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<CreatedConversation> CreateAsync(string serviceUrl, NewConversation conversation, CancellationToken cancellation)
    {
        var body = PlainJson.Of(JsonSerializer.SerializeToUtf8Bytes(conversation, ProtocolJson.Context.NewConversation));
        return Created(await _transport.SendAsync(HttpMethod.Post, Conversations(serviceUrl), body, cancellation)) is { Id: { Length: > 0 } id } created
            ? new CreatedConversation(id, created.ActivityId)
            : throw new ConnectorException(ConnectorFault.Unclear, 201, "ConversationWithoutId");
    }
}
