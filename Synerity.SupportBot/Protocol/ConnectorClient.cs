using System.Buffers;
using System.Net.Http.Headers;
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

    private const int Retries = 2;
    private const int MaxAnswer = 256 * 1024;

    private static readonly TimeSpan LongestRetryWait = TimeSpan.FromSeconds(5);

    private readonly ConnectorTransport _transport;
    private readonly TimeProvider _clock;
    private readonly string _bot;

    /// <param name="clock">The machine's clock: what waits here is the network, not the domain.</param>
    internal ConnectorClient(ConnectorTransport transport, IOptions<BotOptions> options, TimeProvider clock)
    {
        _transport = transport;
        _clock = clock;
        _bot = options.Value.BotId;
    }

    /// <summary>Posts to the conversation. Returns the id of the new message; null where the connector gave none.</summary>
    public async Task<string?> SendAsync(ConversationReference where, OutgoingActivity activity, CancellationToken cancellation) =>
        Created(await CallAsync(HttpMethod.Post, Activities(where), Body(ActivityBody.Of(activity, _bot, where)), cancellation)).Id;

    public async Task<string?> ReplyAsync(ConversationReference where, string replyToId, OutgoingActivity activity, CancellationToken cancellation) =>
        Created(await CallAsync(HttpMethod.Post, Activity(where, replyToId), Body(ActivityBody.Of(activity, _bot, where, replyToId)), cancellation)).Id;

    public Task UpdateAsync(ConversationReference where, string activityId, OutgoingActivity activity, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Put, Activity(where, activityId), Body(ActivityBody.Of(activity, _bot, where)), cancellation);

    public Task DeleteAsync(ConversationReference where, string activityId, CancellationToken cancellation) =>
        CallAsync(HttpMethod.Delete, Activity(where, activityId), null, cancellation);

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

    /// <summary>One member of a conversation; null when not there.</summary>
    public async Task<Member?> MemberAsync(ConversationReference where, string userId, CancellationToken cancellation)
    {
        try
        {
            var url = $"{Conversations(where.ServiceUrl)}/{Uri.EscapeDataString(where.ConversationId)}/members/{Uri.EscapeDataString(userId)}";
            var body = Parse(await CallAsync(HttpMethod.Get, url, null, cancellation), ProtocolJson.Context.MemberBody);
            return body is { Id: { Length: > 0 } id }
                ? new Member(id, body.Name, body.AadObjectId ?? body.ObjectId, body.Email, body.UserPrincipalName, body.UserRole, body.TenantId)
                : throw new ConnectorException(ConnectorFault.Unclear, 200, "MemberWithoutId");
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

    private static byte[] Body(ActivityBody body) => JsonSerializer.SerializeToUtf8Bytes(body, ProtocolJson.Context.ActivityBody);

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
        var body = JsonSerializer.SerializeToUtf8Bytes(conversation, ProtocolJson.Context.NewConversation);
        return Created(await CallAsync(HttpMethod.Post, Conversations(serviceUrl), body, cancellation)) is { Id: { Length: > 0 } id } created
            ? new CreatedConversation(id, created.ActivityId)
            : throw new ConnectorException(ConnectorFault.Unclear, 201, "ConversationWithoutId");
    }

    /// <summary>Every call goes through here: one time limit over all attempts, and few retries where a repeat does no harm.</summary>
    private async Task<ReadOnlyMemory<byte>> CallAsync(HttpMethod method, string url, byte[]? body, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(CallTimeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await AttemptAsync(method, url, body, either.Token);
            }
            catch (ConnectorException failure) when (attempt < Retries && MayRepeat(method, failure))
            {
                await Task.Delay(failure.RetryAfter ?? Backoff(attempt), _clock, either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancellation.ThrowIfCancellationRequested();
                if (limit.IsCancellationRequested)
                {
                    throw;
                }
            }
            catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
            {
                throw new ConnectorException(ConnectorFault.Unclear, 0, "Timeout", inner: late);
            }
        }
    }

    private static bool MayRepeat(HttpMethod method, ConnectorException failure) =>
        (failure.Fault == ConnectorFault.TryAgain || (failure.Fault == ConnectorFault.Unclear && method != HttpMethod.Post))
        && (failure.RetryAfter ?? TimeSpan.Zero) <= LongestRetryWait;

    private static TimeSpan Backoff(int attempt) => TimeSpan.FromMilliseconds((300 << attempt) + Random.Shared.Next(200));

    private async Task<ReadOnlyMemory<byte>> AttemptAsync(HttpMethod method, string url, byte[]? body, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            throw new ConnectorException(ConnectorFault.Refused, 0, "ServiceUrlNotAllowed");
        }

        using var request = new HttpRequestMessage(method, address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        }

        try
        {
            using var answer = await _transport.SendAsync(request, cancellation);
            var text = await ReadAsync(answer.Content, cancellation);
            return answer.IsSuccessStatusCode
                ? text
                : throw ConnectorErrors.Read(method, answer.StatusCode, text.Span, ConnectorErrors.Wait(answer.Headers.RetryAfter, _clock.GetUtcNow()));
        }
        catch (HttpRequestException failure)
        {
            throw ConnectorErrors.Unanswered(failure);
        }
        catch (IOException failure)
        {
            throw new ConnectorException(ConnectorFault.Unclear, 0, "AnswerLost", inner: failure);
        }
    }

    /// <summary>At most <see cref="MaxAnswer"/> of it: nobody fills our memory.</summary>
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var buffer = new ArrayBufferWriter<byte>(1024);
        int read;
        while (buffer.WrittenCount < MaxAnswer && (read = await stream.ReadAsync(buffer.GetMemory(1024), cancellation)) > 0)
        {
            buffer.Advance(read);
        }

        return buffer.WrittenMemory;
    }
}
