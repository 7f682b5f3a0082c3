using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>The rows of the agreement sheet (version 2024-02); the values are the sheet's row numbers.</summary>
public enum Entitlement
{
    GuaranteedResponse = 1,
    VendorReporting = 2,
    TicketIntake = 3,
    SelfHelpAdvice = 4,
    VipWebinars = 5,
    VideoTroubleshooting = 6,
    FeatureRequests = 7,
    EnvironmentTroubleshooting = 8,
    BasicConfigurationFix = 9,
    VendorEscalation = 10,
    SupportReports = 11,
    ConsultingDiscount = 12,
    AdvancedConfigurationFix = 13,
    AcuteResponse = 14,
    PriceLicensed = 15,
    PriceUnlicensed = 16,
}

/// <summary>One row of the sheet.</summary>
/// <param name="Key">Stable, lower-case; files and stored rows use it.</param>
public sealed record EntitlementRow(Entitlement Entitlement, string Key, Text Label, Term Free, Term Silver, Term Gold)
{
    public int Number => (int)Entitlement;

    public Term For(Tier tier) => tier switch
    {
        Tier.Free => Free,
        Tier.Silver => Silver,
        Tier.Gold => Gold,
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };

    /// <summary>The tiers that include it, from least to most; empty never happens in the sheet.</summary>
    public IReadOnlyList<Tier> Tiers => [.. Enum.GetValues<Tier>().Where(tier => For(tier).IsIncluded)];

    /// <summary>
    /// Whether a custom agreement may put <paramref name="term"/> here: the kinds of value that the sheet has in this row, and none. A
    /// response time is not put here: it is <see cref="CustomTerms.Budget"/>.
    /// </summary>
    public bool Accepts(Term term) => Entitlement switch
    {
        Entitlement.GuaranteedResponse => term is Term.NotIncluded,
        Entitlement.VendorReporting => term is Term.NotIncluded or Term.OnRequest or Term.Proactive,
        Entitlement.ConsultingDiscount => term is Term.NotIncluded or Term.Included or Term.IncludedHigher,
        Entitlement.PriceLicensed or Entitlement.PriceUnlicensed => term is Term.PricePerMonth { Kronor: >= 0, Asterisk: false },
        _ => term is Term.NotIncluded or Term.Included,
    };
}
