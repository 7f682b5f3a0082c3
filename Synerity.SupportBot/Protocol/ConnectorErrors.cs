using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Synerity.SupportBot.Protocol;

/// <summary>What the connector's refusals mean (platform facts §4.3 and §4.6). Pure.</summary>
internal static class ConnectorErrors
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <param name="body">What was read of the answer: JSON of either form, HTML or nothing. Only its code goes on.</param>
    public static ConnectorException Read(HttpMethod method, HttpStatusCode status, ReadOnlySpan<byte> body, TimeSpan? retryAfter)
    {
        var (code, message) = Detail(body);
        return new ConnectorException(Fault(method, (int)status, code, message), (int)status, Refine(code, message) ?? status.ToString(), retryAfter);
    }

    /// <summary>A request that got no answer.</summary>
    public static ConnectorException Unanswered(HttpRequestException failure) =>
        new(NeverLeft(failure.HttpRequestError) ? ConnectorFault.TryAgain : ConnectorFault.Unclear, 0, failure.HttpRequestError.ToString(), inner: failure);

    /// <summary>Seconds or a date, never negative, at most 5 minutes.</summary>
    public static TimeSpan? Wait(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        (header?.Delta ?? header?.Date - now) is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestWait.Ticks)) : null;

    private static bool NeverLeft(HttpRequestError error) =>
        error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private static ConnectorFault Fault(HttpMethod method, int status, string? code, string? message) => (status, code) switch
    {
        (429 or 412, _) => ConnectorFault.TryAgain,
        (408 or >= 500, _) => ConnectorFault.Unclear,
        (404, "ActivityNotFoundInConversation") => ConnectorFault.MessageGone,
        (404, "ConversationNotFound") => ConnectorFault.Unreachable,
        (404, _) => method == HttpMethod.Put || method == HttpMethod.Delete ? ConnectorFault.MessageGone : ConnectorFault.Unreachable,
        (403, "BotDisabledByAdmin" or "BotNotInConversationRoster" or "ConversationBlockedByUser" or "ForbiddenOperationException" or "MessageWritesBlocked") =>
            ConnectorFault.Unreachable,
        (400 or 403, _) when Says(message, "not installed") => ConnectorFault.Unreachable,
        _ => ConnectorFault.Refused,
    };

    /// <summary>A refused stream tells why in its words alone; the words stay here, a code goes on.</summary>
    private static string? Refine(string? code, string? message) => code != "ContentStreamNotAllowed" ? code
        : Says(message, "canceled by user") ? "ContentStreamCanceled"
        : Says(message, "exceeded streaming time") ? "ContentStreamTimedOut"
        : Says(message, "already completed") ? "ContentStreamCompleted"
        : Says(message, "too large") ? "ContentStreamTooLarge"
        : Says(message, "previously streamed") ? "ContentStreamMismatch"
        : code;

    private static bool Says(string? message, string words) => message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;

    private static (string? Code, string? Message) Detail(ReadOnlySpan<byte> body)
    {
        try
        {
            var error = JsonSerializer.Deserialize(body, ProtocolJson.Context.ErrorBody);
            return error?.Error is { } usual ? (Word(usual.Code), usual.Message)
                : error is { ErrorCode: not null, Message: { } nested } ? (Word(JsonSerializer.Deserialize(nested, ProtocolJson.Context.ErrorDetail)?.SubCode), nested)
                : (null, null);
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    /// <summary>Codes are words; anything else could be content and goes no further.</summary>
    private static string? Word(string? code) => code is { Length: > 0 and <= 64 } && code.All(char.IsAsciiLetterOrDigit) ? code : null;
}
