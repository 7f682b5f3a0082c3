using System.ComponentModel.DataAnnotations;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Settings of the section <c>Acute</c>.</summary>
public sealed class AcuteOptions
{
    public const string Section = "Acute";

    /// <summary><c>Acute:NextAfterMinutes</c>: how long somebody who was alerted has before the next one is, 1 to 240 minutes of opening time.</summary>
    [Range(1, 240, ErrorMessage = "Acute:NextAfterMinutes must be 1 to 240 minutes.")]
    public int NextAfterMinutes { get; set; } = 10;

    /// <summary><c>Acute:OutsideHours</c>: true alerts people at any hour, and counts minutes of the clock. False: the alarm waits until support opens.</summary>
    public bool OutsideHours { get; set; }
}
