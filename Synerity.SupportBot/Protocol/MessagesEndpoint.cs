using System.Buffers;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Synerity.SupportBot.Protocol.Auth;

namespace Synerity.SupportBot.Protocol;

/// <summary>
/// <c>POST /api/messages</c>. Lets in activities that Teams sent to this bot and answers with what <see cref="IActivityHandler"/> returns.
/// The order is: kind and stated size, token, body, whether the token covers the body, room for one more turn. So a stranger's body is
/// never read, and nobody is told why they were refused.
/// </summary>
internal sealed partial class MessagesEndpoint(
    InboundTokens tokens, ServiceUrls allowed, IOptions<BotOptions> options, ILogger<MessagesEndpoint> log) : IDisposable
{
    public const string Path = "/api/messages";

    /// <summary>Largest body that is read. Teams' own messages end near 100 KB.</summary>
    public const int MaxBytes = 256 * 1024;

    private readonly SemaphoreSlim _room = new(options.Value.MaxConcurrentTurns);

    public async Task HandleAsync(HttpContext http)
    {
        var (activity, refusal) = await AdmitAsync(http.Request);
        if (activity is null)
        {
            Refuse(http, refusal);
        }
        else if (!_room.Wait(0))
        {
            http.Response.Headers.RetryAfter = "2";
            Refuse(http, Refusal.Overload);
        }
        else
        {
            try
            {
                await AnswerAsync(http, await TurnAsync(http, activity));
            }
            finally
            {
                _room.Release();
            }
        }
    }

    public void Dispose() => _room.Dispose();

    private async Task<(Activity? Activity, Refusal Refusal)> AdmitAsync(HttpRequest request)
    {
        if (!IsJson(request.ContentType))
        {
            return (null, Refusal.NotJson);
        }

        if (request.ContentLength > MaxBytes)
        {
            return (null, Refusal.TooLarge);
        }

        var (token, refusal) = await tokens.ProveAsync(request.Headers.Authorization, request.HttpContext.RequestAborted);
        if (token is null)
        {
            return (null, refusal);
        }

        var (activity, unread) = await ReadAsync(request);
        if (activity is null)
        {
            return (null, unread);
        }

        return Admission.Check(activity, token, allowed) is var uncovered and not Refusal.None ? (null, uncovered) : (activity, Refusal.None);
    }

    /// <summary>Counts what arrives, for a chunked body states no length.</summary>
    private static async Task<(Activity? Activity, Refusal Refusal)> ReadAsync(HttpRequest request)
    {
        try
        {
            var read = await request.BodyReader.ReadAtLeastAsync(MaxBytes + 1, request.HttpContext.RequestAborted);
            if (read.Buffer.Length > MaxBytes)
            {
                return (null, Refusal.TooLarge);
            }

            var activity = ProtocolJson.ReadActivity(read.Buffer.IsSingleSegment ? read.Buffer.FirstSpan : read.Buffer.ToArray());
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return activity is null ? (null, Refusal.Malformed) : (activity, Refusal.None);
        }
        catch (BadHttpRequestException failure)
        {
            return (null, failure.StatusCode == StatusCodes.Status413PayloadTooLarge ? Refusal.TooLarge : Refusal.Malformed);
        }
    }

    /// <summary>The turn is not tied to the request: Teams hangs up after some seconds, and what was begun is finished all the same.</summary>
    private async Task<InvokeResponse> TurnAsync(HttpContext http, Activity activity)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<IActivityHandler>().HandleAsync(activity, CancellationToken.None);
        }
#pragma warning disable CA1031 // The edge of the process: whatever escaped the turn is this request's 500, and its message may hold content.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.Escaped(log, activity.Type, activity.Id, failure.GetType().FullName, failure.StackTrace);
            return new InvokeResponse(StatusCodes.Status500InternalServerError);
        }
    }

    private static async Task AnswerAsync(HttpContext http, InvokeResponse answer)
    {
        http.Response.StatusCode = answer.Status;
        var body = answer.Body is { } json ? ProtocolJson.Write(json) : [];
        http.Response.ContentLength = body.Length;
        if (body.Length > 0)
        {
            http.Response.ContentType = "application/json; charset=utf-8";
            await http.Response.Body.WriteAsync(body, CancellationToken.None);
        }
    }

    private void Refuse(HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = Admission.Status(refusal);
        http.Response.ContentLength = 0;
        Log.Refused(log, http.Response.StatusCode, refusal);
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An activity was refused with {Status}: {Reason}.")]
        public static partial void Refused(ILogger logger, int status, Refusal reason);

        [LoggerMessage(2, LogLevel.Error, "The turn of {Type} {ActivityId} ended in {Exception}: {Stack}")]
        public static partial void Escaped(ILogger logger, string type, string? activityId, string? exception, string? stack);
    }
}
