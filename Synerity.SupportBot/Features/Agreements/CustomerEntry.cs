using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>One customer of a customers file.</summary>
internal static class CustomerEntry
{
    private const int MaxStored = 60 * 1024;

    /// <summary>Null: something was wrong and has been noted.</summary>
    public static Customer? Read(string place, JsonElement json, CalendarCheck? calendar, List<ImportError> errors)
    {
        var before = errors.Count;
        var entry = new EntryReader(
            place, json, errors, "key", "name", "tier", "tenantIds", "domains", "buysLicences", "language", "from", "to", "contacts", "custom");
        if (json.ValueKind != JsonValueKind.Object) return null;

        var key = entry.Required("key", FieldKind.Key);
        var name = entry.Required("name", FieldKind.Name);
        var tenants = Tenants(entry);
        var agreement = Agreement(entry, calendar, errors);
        var domains = entry.List("domains", 50, FieldKind.Domain);
        var language = entry.Optional("language", FieldKind.Language) ?? Tongue.Swedish;
        var contacts = entry.List("contacts", 100, (at, value) => Contact(entry, at, value, tenants, errors));
        if (errors.Count > before || key is not { } known || agreement is null) return null;

        var customer = new Customer(known, name!, [agreement]) { Tenants = tenants, Domains = domains, Language = language, Contacts = contacts };
        if (Encoding.UTF8.GetByteCount(CustomerRow.Write(customer)) <= MaxStored) return customer;

        entry.Fault(null, "takes more than 60 KB when stored; shorten its lists or its calendar");
        return null;
    }

    /// <summary>The key that an entry claims, right or wrong, so that one used twice is told beside the entry's other errors.</summary>
    public static string? KeyOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String
            ? key.GetString()
            : null;

    /// <summary>The customer with its newest agreement. One without agreement, which no file can state, has no tier.</summary>
    public static JsonObject Write(Customer customer)
    {
        var agreement = customer.Agreements.Count > 0 ? customer.Agreements[^1] : null;
        var entry = new JsonObject { ["key"] = customer.Key.Value, ["name"] = customer.Name };
        if (agreement is not null) entry["tier"] = agreement.Tier.Wire();
        entry["tenantIds"] = Strings(customer.Tenants.Select(id => id.ToString("D")));
        entry["domains"] = Strings(customer.Domains);
        entry["buysLicences"] = agreement?.BuysLicences ?? false;
        entry["language"] = customer.Language == Tongue.English ? "en" : "sv";
        if (agreement?.From is { } from) entry["from"] = $"{from:O}";
        if (agreement?.To is { } to) entry["to"] = $"{to:O}";
        entry["contacts"] = new JsonArray([.. customer.Contacts.Select(Write)]);
        if (agreement?.Custom is { } custom) entry["custom"] = CustomEntry.Write(custom);
        return entry;
    }

    private static JsonNode Write(Contact contact)
    {
        if (contact is not Contact.Known known) return contact.Email!;

        var person = new JsonObject { ["tenantId"] = known.TenantId.ToString("D"), ["objectId"] = known.ObjectId.ToString("D") };
        if (known.Email is { } email) person["email"] = email;
        return person;
    }

    private static JsonArray Strings(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static IReadOnlyList<Guid> Tenants(EntryReader entry)
    {
        if (!entry.Has("tenantIds", out var list) || list is { ValueKind: JsonValueKind.Array } && list.GetArrayLength() == 0)
        {
            entry.Fault("tenantIds", "is missing or empty; use a list with the customer's Microsoft Entra tenant id");
        }

        return [.. entry.List("tenantIds", 50, FieldKind.Id).Select(id => id!.Value)];
    }

    private static Agreement? Agreement(EntryReader entry, CalendarCheck? calendar, List<ImportError> errors)
    {
        var tier = entry.Required("tier", FieldKind.Tier);
        var (from, to) = (entry.Optional("from", FieldKind.Date), entry.Optional("to", FieldKind.Date));
        var buysLicences = entry.Flag("buysLicences");
        var before = errors.Count;
        var custom = entry.Has("custom", out var json) ? CustomEntry.Read(entry.At("custom"), json, calendar, errors) : null;
        if (to < from)
        {
            entry.Fault("to", $"\"{to:O}\" is before from; use the last day the agreement holds");
            return null;
        }

        return tier is { } known && errors.Count == before ? new Agreement(known, from, to, buysLicences, custom) : null;
    }

    private static Contact? Contact(EntryReader entry, string at, JsonElement json, IReadOnlyList<Guid> tenants, List<ImportError> errors)
    {
        if (json.ValueKind == JsonValueKind.String) return entry.One(at, json, FieldKind.Email) is { } address ? new Contact.Awaited(address) : null;

        var person = new EntryReader(entry.At(at), json, errors, "tenantId", "objectId", "email");
        if (json.ValueKind != JsonValueKind.Object) return null;

        var email = person.Optional("email", FieldKind.Email);
        if (!person.Has("tenantId", out _) && !person.Has("objectId", out _) && email is not null) return new Contact.Awaited(email);

        var tenant = person.Required("tenantId", FieldKind.Id);
        var objectId = person.Required("objectId", FieldKind.Id);
        if (tenant is { } named && !tenants.Contains(named))
        {
            person.Fault("tenantId", $"\"{named}\" is not among the customer's tenantIds; a contact belongs to one of them");
        }

        return tenant is { } its && objectId is { } who ? new Contact.Known(its, who, email) : null;
    }
}
