namespace Synerity.SupportBot.Protocol;

/// <summary>What a failed call means for its caller (platform facts §4.3 and §4.6).</summary>
public enum ConnectorFault
{
    /// <summary>Nothing was delivered; the same call may be made again after <see cref="ConnectorException.RetryAfter"/> (429, 412, a request that never left).</summary>
    TryAgain,

    /// <summary>The answer was lost (time-out, 408, 5xx): a POST may have been delivered.</summary>
    Unclear,

    /// <summary>The recipient blocked or removed the bot, or the tenant did: stop until they return.</summary>
    Unreachable,

    /// <summary>The message is no longer in the conversation: post a new one.</summary>
    MessageGone,

    /// <summary>We sent something wrong, or our credentials are: no retry helps.</summary>
    Refused,
}

/// <summary>The connector said no, or did not answer. Never holds message text or tokens.</summary>
public sealed class ConnectorException(ConnectorFault fault, int status, string code, TimeSpan? retryAfter = null, Exception? inner = null)
    : Exception($"The connector answered {status} {code}.", inner)
{
    public ConnectorFault Fault { get; } = fault;

    /// <summary>HTTP status; 0 when there was no answer.</summary>
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>How long the connector asked us to wait, where it did.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
