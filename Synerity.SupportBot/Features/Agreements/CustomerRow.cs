using System.Text.Json;
using System.Text.Json.Serialization;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>A customer as <see cref="CustomerStore"/> keeps it. Reads past fields it does not know, and fields that are missing.</summary>
internal sealed record CustomerRow(
    string Key, string Name, AgreementRow[]? Agreements, Guid[]? Tenants, string[]? Domains, string? Language, ContactRow[]? Contacts, bool? Guests)
{
    public static string Write(Customer customer) => JsonSerializer.Serialize(Of(customer), CustomerRowContext.Default.CustomerRow);

    public static Customer Read(string data, string? version) =>
        JsonSerializer.Deserialize(data, CustomerRowContext.Default.CustomerRow)?.ToCustomer(version)
        ?? throw new JsonException("A customer's row holds null.");

    private static CustomerRow Of(Customer customer) => new(
        customer.Key.Value,
        customer.Name,
        [.. customer.Agreements.Select(AgreementRow.Of)],
        [.. customer.Tenants],
        [.. customer.Domains],
        customer.Language == Tongue.English ? "en" : "sv",
        [.. customer.Contacts.Select(ContactRow.Of)],
        customer.GuestsAllowed);

    private Customer ToCustomer(string? version) =>
        new(CustomerKey.Parse(Key), Name, [.. (Agreements ?? []).Select(agreement => agreement.ToAgreement())])
        {
            Tenants = Tenants ?? [],
            Domains = Domains ?? [],
            Language = Language == "en" ? Tongue.English : Tongue.Swedish,
            Contacts = [.. (Contacts ?? []).Select(contact => contact.ToContact())],
            GuestsAllowed = Guests ?? true,
            Version = version,
        };
}

internal sealed record AgreementRow(string Tier, DateOnly? From, DateOnly? To, bool BuysLicences, CustomTermsRow? Custom)
{
    public static AgreementRow Of(Agreement agreement) => new(
        agreement.Tier.Wire(), agreement.From, agreement.To, agreement.BuysLicences, CustomTermsRow.Of(agreement.Custom));

    public Agreement ToAgreement() => TierNames.TryParse(Tier, out var tier)
        ? new Agreement(tier, From, To, BuysLicences, Custom?.ToTerms())
        : throw new JsonException($"A stored agreement has the unknown tier {Tier}.");
}

internal sealed record CustomTermsRow(Dictionary<string, JsonElement>? Rows, long? BudgetSeconds, JsonElement? Calendar)
{
    public static CustomTermsRow? Of(CustomTerms? custom) => custom is null
        ? null
        : new CustomTermsRow(
            custom.Rows.OrderBy(row => row.Key).ToDictionary(row => EntitlementTable.Of(row.Key).Key, row => TermJson.Write(row.Value)),
            (long?)custom.Budget?.TotalSeconds,
            custom.Calendar);

    public CustomTerms ToTerms()
    {
        var rows = new Dictionary<Entitlement, Term>();
        foreach (var (key, value) in Rows ?? [])
        {
            if (EntitlementTable.TryFind(key, out var row) && TermJson.TryRead(row, value, out var term)) rows[row.Entitlement] = term;
        }

        return new CustomTerms(rows, BudgetSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Calendar);
    }
}

internal sealed record ContactRow(Guid? TenantId, Guid? ObjectId, string? Email)
{
    public static ContactRow Of(Contact contact) => contact switch
    {
        Contact.Known known => new(known.TenantId, known.ObjectId, known.Email),
        _ => new(null, null, contact.Email),
    };

    public Contact ToContact() => (TenantId, ObjectId, Email) switch
    {
        ({ } tenant, { } person, _) => new Contact.Known(tenant, person, Email),
        (_, _, { } email) => new Contact.Awaited(email),
        _ => throw new JsonException("A stored contact is neither a person nor an e-mail address."),
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CustomerRow))]
internal sealed partial class CustomerRowContext : JsonSerializerContext;
