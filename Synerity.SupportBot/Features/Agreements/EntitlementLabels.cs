using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>The rows of the agreement sheet in its own words.</summary>
public static class EntitlementLabels
{
    public static readonly Text GuaranteedResponse = new("Garanterad svarstid på ärenden", "Guaranteed response time");

    public static readonly Text VendorReporting = new(
        "Rapportering & uppföljning av incidenter till monday.com:s support",
        "Reporting incidents to monday.com support and following up");

    public static readonly Text TicketIntake = new("Ärendeanmälan via mail, telefon och portal", "Tickets by e-mail, phone and portal");

    public static readonly Text SelfHelpAdvice = new("Rådgivning gällande hjälp till självhjälp", "Advice: help to self-help");

    public static readonly Text VipWebinars = new("Inbjudan till Synerity VIP Webinars", "Invitation to Synerity VIP Webinars");

    public static readonly Text VideoTroubleshooting = new("Felsökning via videodelning", "Troubleshooting by shared screen recording");

    public static readonly Text FeatureRequests = new(
        "Hjälp med feature requests till monday.com:s support", "Help with feature requests to monday.com");

    public static readonly Text EnvironmentTroubleshooting = new("Felsökning i er miljö", "Troubleshooting in your environment");

    public static readonly Text BasicConfigurationFix = new("Grundläggande rättning av konfiguration", "Basic configuration fixes");

    public static readonly Text VendorEscalation = new("Eskalering av incidenter till monday.com", "Escalation of incidents to monday.com");

    public static readonly Text SupportReports = new("Regelbundna supportrapporter", "Regular support reports (monthly)");

    public static readonly Text ConsultingDiscount = new(
        "Rabatterat timpris för konsulttjänster", "Discounted hourly price for consulting");

    public static readonly Text AdvancedConfigurationFix = new("Avancerad rättning av konfiguration", "Advanced configuration fixes");

    public static readonly Text AcuteResponse = new("Snabbare responstid vid akuta incidenter", "Faster response on acute incidents");

    public static readonly Text PriceLicensed = new(
        "Pris per månad för Syneritys licenskunder", "Monthly price, customers who buy licences from Synerity");

    public static readonly Text PriceUnlicensed = new("Pris per månad för icke licenskunder", "Monthly price, other customers");
}
