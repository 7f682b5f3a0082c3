using System.ComponentModel.DataAnnotations;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>Settings of the section <c>Sla</c>.</summary>
public sealed class SlaOptions : IValidatableObject
{
    public const string Section = "Sla";
    private static readonly int[] StandardLevels = [75, 100];

    /// <summary><c>Sla:WarningLevels</c>: per cent of the budget, 1 to 100, at which staff are warned. Not set: 75 and 100.</summary>
    public int[]? WarningLevels { get; set; }

    /// <summary><c>Sla:AcuteTargetMinutes</c>: the target for acute incidents in business minutes, 1 to 10 000. Not set: no number is promised.</summary>
    [Range(1, 10_000, ErrorMessage = "Sla:AcuteTargetMinutes must be 1 to 10000 business minutes, or be left out.")]
    public int? AcuteTargetMinutes { get; set; }

    /// <summary><c>Sla:EvesClosed</c>: whether midsommarafton, julafton and nyårsafton are closed.</summary>
    public bool EvesClosed { get; set; } = true;

    /// <summary>The levels that hold, ascending and each once.</summary>
    public IReadOnlyList<int> Levels => [.. (WarningLevels ?? StandardLevels).Distinct().Order()];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Levels.Any(level => level is < 1 or > 100))
        {
            yield return new ValidationResult("Sla:WarningLevels must be whole per cents from 1 to 100, such as [75, 100].", [nameof(WarningLevels)]);
        }
    }
}
