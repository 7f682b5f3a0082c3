using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Labels = Synerity.SupportBot.Features.Agreements.EntitlementLabels;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>What each tier includes: the agreement sheet, version 2024-02, row by row. Nothing else is promised to anybody.</summary>
public static class EntitlementTable
{
    private static readonly Term No = new Term.NotIncluded();
    private static readonly Term Yes = new Term.Included();
    private static readonly Term Higher = new Term.IncludedHigher();
    private static readonly Term OnRequest = new Term.OnRequest();
    private static readonly Term Proactive = new Term.Proactive();

    /// <summary>All sixteen rows in the order of the sheet.</summary>
    public static IReadOnlyList<EntitlementRow> Rows { get; } =
    [
        new(Entitlement.GuaranteedResponse, "guaranteed-response", Labels.GuaranteedResponse, No, Hours(8), Hours(2)),
        new(Entitlement.VendorReporting, "vendor-reporting", Labels.VendorReporting, OnRequest, Proactive, Proactive),
        new(Entitlement.TicketIntake, "ticket-intake", Labels.TicketIntake, Yes, Yes, Yes),
        new(Entitlement.SelfHelpAdvice, "self-help-advice", Labels.SelfHelpAdvice, Yes, Yes, Yes),
        new(Entitlement.VipWebinars, "vip-webinars", Labels.VipWebinars, No, Yes, Yes),
        new(Entitlement.VideoTroubleshooting, "video-troubleshooting", Labels.VideoTroubleshooting, No, Yes, Yes),
        new(Entitlement.FeatureRequests, "feature-requests", Labels.FeatureRequests, No, Yes, Yes),
        new(Entitlement.EnvironmentTroubleshooting, "environment-troubleshooting", Labels.EnvironmentTroubleshooting, No, Yes, Yes),
        new(Entitlement.BasicConfigurationFix, "basic-configuration-fix", Labels.BasicConfigurationFix, No, Yes, Yes),
        new(Entitlement.VendorEscalation, "vendor-escalation", Labels.VendorEscalation, No, Yes, Yes),
        new(Entitlement.SupportReports, "support-reports", Labels.SupportReports, No, Yes, Yes),
        new(Entitlement.ConsultingDiscount, "consulting-discount", Labels.ConsultingDiscount, No, Yes, Higher),
        new(Entitlement.AdvancedConfigurationFix, "advanced-configuration-fix", Labels.AdvancedConfigurationFix, No, No, Yes),
        new(Entitlement.AcuteResponse, "acute-response", Labels.AcuteResponse, No, No, Yes),
        new(Entitlement.PriceLicensed, "price-licensed", Labels.PriceLicensed, Price(0), Price(5_000), Price(10_000)),
        new(Entitlement.PriceUnlicensed, "price-unlicensed", Labels.PriceUnlicensed, Price(2_500, asterisk: true), Price(7_500), Price(15_000)),
    ];

    private static readonly FrozenDictionary<string, EntitlementRow> ByKey = Rows.ToFrozenDictionary(row => row.Key);

    public static EntitlementRow Of(Entitlement entitlement) => Rows[(int)entitlement - 1];

    public static bool TryFind(string key, [NotNullWhen(true)] out EntitlementRow? row) => ByKey.TryGetValue(key, out row);

    /// <summary>The sheet marks this tier itself with an asterisk and gives no footnote.</summary>
    public static bool HasAsterisk(Tier tier) => tier == Tier.Free;

    private static Term.Response Hours(int hours) => new Term.Response(TimeSpan.FromHours(hours));

    private static Term.PricePerMonth Price(int kronor, bool asterisk = false) => new Term.PricePerMonth(kronor, asterisk);
}
