using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// A term as files and rows write it: <c>true</c> (also "included"), <c>false</c> (also "not-included"), <c>"higher"</c>,
/// <c>"on-request"</c>, <c>"proactive"</c>, or a whole number of SEK a month. A response time is not written here but as seconds beside it.
/// </summary>
internal static class TermJson
{
    private static readonly JsonElement True = JsonElement.Parse("true");
    private static readonly JsonElement False = JsonElement.Parse("false");

    public static bool TryRead(EntitlementRow row, JsonElement json, [NotNullWhen(true)] out Term? term)
    {
        term = json.ValueKind switch
        {
            JsonValueKind.True => new Term.Included(),
            JsonValueKind.False => new Term.NotIncluded(),
            JsonValueKind.Number when json.TryGetInt32(out var kronor) => new Term.PricePerMonth(kronor),
            JsonValueKind.String => Word(json.GetString()),
            _ => null,
        };
        return term is not null && row.Accepts(term);
    }

    public static JsonElement Write(Term term) => term switch
    {
        Term.Included => True,
        Term.NotIncluded => False,
        Term.IncludedHigher => JsonElement.Parse("\"higher\""),
        Term.OnRequest => JsonElement.Parse("\"on-request\""),
        Term.Proactive => JsonElement.Parse("\"proactive\""),
        Term.PricePerMonth price => JsonElement.Parse($"{price.Kronor}"),
        _ => throw new ArgumentException("A response time is written as seconds.", nameof(term)),
    };

    /// <summary>What a row takes, for the person who wrote something else.</summary>
    public static string Remedy(Entitlement entitlement) => entitlement switch
    {
        Entitlement.GuaranteedResponse => "use false for no guarantee, or custom.budgetSeconds for a time",
        Entitlement.VendorReporting => "use \"on-request\", \"proactive\" or false",
        Entitlement.ConsultingDiscount => "use true, \"higher\" or false",
        Entitlement.PriceLicensed or Entitlement.PriceUnlicensed => "use whole SEK a month, such as 5000",
        _ => "use true or false",
    };

    private static Term? Word(string? word) => word switch
    {
        "included" => new Term.Included(),
        "not-included" => new Term.NotIncluded(),
        "higher" => new Term.IncludedHigher(),
        "on-request" => new Term.OnRequest(),
        "proactive" => new Term.Proactive(),
        _ => null,
    };
}
