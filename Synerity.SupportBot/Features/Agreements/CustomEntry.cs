using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>The custom terms of one customer of a customers file.</summary>
internal static class CustomEntry
{
    private static readonly string[] CalendarFields = ["tz", "hours", "holidays", "breaks", "shifts"];

    /// <summary>Null: something was wrong and has been noted, or nothing is custom.</summary>
    public static CustomTerms? Read(string place, JsonElement json, CalendarCheck? check, List<ImportError> errors)
    {
        var before = errors.Count;
        var custom = new EntryReader(place, json, errors, "rows", "budgetSeconds", "calendar");
        var rows = Rows(custom, errors);
        var budget = Budget(custom);
        var calendar = Calendar(custom, check, errors);
        if (budget is not null && rows.ContainsKey(Entitlement.GuaranteedResponse))
        {
            custom.Fault("budgetSeconds", "contradicts rows.guaranteed-response; keep one of them");
        }

        var empty = rows.Count == 0 && budget is null && calendar is null;
        return errors.Count > before || empty ? null : new CustomTerms(rows, budget, calendar);
    }

    public static JsonObject Write(CustomTerms custom)
    {
        var rows = custom.Rows.OrderBy(row => row.Key)
            .Select(row => KeyValuePair.Create(EntitlementTable.Of(row.Key).Key, (JsonNode?)JsonValue.Create(TermJson.Write(row.Value))));
        var entry = new JsonObject { ["rows"] = new JsonObject(rows) };
        if (custom.Budget is { } budget) entry["budgetSeconds"] = (long)budget.TotalSeconds;
        if (custom.Calendar is { } calendar) entry["calendar"] = JsonObject.Create(calendar);
        return entry;
    }

    private static Dictionary<Entitlement, Term> Rows(EntryReader custom, List<ImportError> errors)
    {
        var terms = new Dictionary<Entitlement, Term>();
        if (!custom.Has("rows", out var json)) return terms;

        var rows = new EntryReader(custom.At("rows"), json, errors, [.. EntitlementTable.Rows.Select(row => row.Key)]);
        foreach (var row in EntitlementTable.Rows)
        {
            if (!rows.Has(row.Key, out var value)) continue;
            if (TermJson.TryRead(row, value, out var term)) terms.Add(row.Entitlement, term);
            else rows.Fault(row.Key, $"{EntryReader.Shown(value)} cannot stand here; {TermJson.Remedy(row.Entitlement)}");
        }

        return terms;
    }

    private static TimeSpan? Budget(EntryReader custom)
    {
        if (!custom.Has("budgetSeconds", out var json)) return null;
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var seconds) && seconds > 0) return TimeSpan.FromSeconds(seconds);

        custom.Fault("budgetSeconds", $"{EntryReader.Shown(json)} is not a response time; use whole seconds of opening time, such as 14400 for 4 hours");
        return null;
    }

    private static JsonElement? Calendar(EntryReader custom, CalendarCheck? check, List<ImportError> errors)
    {
        if (!custom.Has("calendar", out var json)) return null;

        var before = errors.Count;
        var calendar = new EntryReader(custom.At("calendar"), json, errors, CalendarFields);
        if (errors.Count == before && check?.Invoke(json) is { } fault) calendar.Fault(null, fault);
        return json;
    }
}
