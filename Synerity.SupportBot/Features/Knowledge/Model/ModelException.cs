using System.ClientModel;
using System.Globalization;
using System.Text.Json;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>Why there is no answer of the model.</summary>
public enum ModelFault
{
    /// <summary>429: too many tokens or requests.</summary>
    Throttled,

    /// <summary>The content filter stopped the question or the answer.</summary>
    Filtered,

    /// <summary>Too slow for the reader.</summary>
    TimedOut,

    /// <summary>Not what the protocol says, or cut off.</summary>
    Malformed,

    /// <summary>Any other refusal, or no connection.</summary>
    Failed,

    /// <summary>It has failed so often, or asked for so much time, that it is not called for a while.</summary>
    Resting,
}

/// <summary>The model did not answer. Holds no text of anybody's.</summary>
public sealed class ModelException(ModelFault fault, int status = 0, TimeSpan? retryAfter = null, string? kind = null) : Exception($"The model gave no answer: {fault} ({status} {kind}).")
{
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(10);

    public ModelFault Fault { get; } = fault;

    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>True when the next call would probably end the same way: a filtered question says nothing about the next one.</summary>
    public bool IsOutage => Fault is not (ModelFault.Filtered or ModelFault.Resting);

    /// <summary>What the libraries of the wire threw, without its texts.</summary>
    internal static ModelException Of(Exception thrown, bool tooSlow, DateTimeOffset now) => thrown switch
    {
        ModelException own => own,
        _ when tooSlow => new(ModelFault.TimedOut),
        ClientResultException { Status: 429 } refusal => new(ModelFault.Throttled, 429, Wait(refusal, now)),
        ClientResultException { Status: 400 } refusal when IsFilter(refusal) => new(ModelFault.Filtered, 400),
        ClientResultException refusal => new(ModelFault.Failed, refusal.Status, Wait(refusal, now)),
        JsonException or FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException => new(ModelFault.Malformed, kind: thrown.GetType().Name),
        _ => new(ModelFault.Failed, kind: thrown.GetType().Name),
    };

    private static bool IsFilter(ClientResultException refusal) => refusal.Message.Contains("content_filter", StringComparison.Ordinal);

    private static TimeSpan? Wait(ClientResultException refusal, DateTimeOffset now)
    {
        if (refusal.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) != true) return null;
        var wait = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out var date) ? date - now
            : TimeSpan.Zero;
        return wait <= TimeSpan.Zero ? null : wait < LongestRest ? wait : LongestRest;
    }
}
