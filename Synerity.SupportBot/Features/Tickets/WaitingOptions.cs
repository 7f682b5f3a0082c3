using System.ComponentModel.DataAnnotations;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Settings of the section <c>Waiting</c>: what happens while the ball is the customer's.</summary>
public sealed class WaitingOptions : IValidatableObject
{
    public const string Section = "Waiting";

    /// <summary><c>Waiting:RemindAfterDays</c>: opening days, 1 to 60, until the customer is reminded of what a technician asked.</summary>
    [Range(1, 60, ErrorMessage = "Waiting:RemindAfterDays must be 1 to 60 opening days.")]
    public int RemindAfterDays { get; set; } = 2;

    /// <summary><c>Waiting:OfferToCloseAfterDays</c>: opening days, 1 to 60 and more than the reminder's, until the customer is asked whether it has been solved.</summary>
    [Range(1, 60, ErrorMessage = "Waiting:OfferToCloseAfterDays must be 1 to 60 opening days.")]
    public int OfferToCloseAfterDays { get; set; } = 5;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OfferToCloseAfterDays <= RemindAfterDays)
        {
            yield return new ValidationResult(
                "Waiting:OfferToCloseAfterDays must be more than Waiting:RemindAfterDays: the customer is reminded first.", [nameof(OfferToCloseAfterDays)]);
        }
    }
}
