using System.ComponentModel.DataAnnotations;

namespace Synerity.SupportBot.Outbox;

/// <summary>Section <c>Outbox</c>. Nobody needs to set anything here; tests of a take-over do.</summary>
public sealed class OutboxOptions
{
    /// <summary>
    /// How long an instance that fell silent keeps its conversations, in seconds. The same for all instances of a store. At least 30: a
    /// send begins with at least 25 s left, which is more than the connector's time-out of 20 s.
    /// </summary>
    [Range(30, 600, ErrorMessage = "Outbox:LeaseSeconds must be between 30 and 600; leave it out for 60.")]
    public int LeaseSeconds { get; set; } = 60;
}
