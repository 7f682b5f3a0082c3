using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed class ImportCustomersTests
{
    private const string Full = """
        [{ "key": "FJM", "name": "Fjällmat AB", "tier": "GULD", "tenantIds": ["11111111-1111-4111-8111-111111111111"], "domains": ["Fjallmat.se"],
           "buysLicences": true, "language": "en", "from": "2026-01-01", "to": "2026-12-31",
           "contacts": [{ "tenantId": "11111111-1111-4111-8111-111111111111", "objectId": "22222222-2222-4222-8222-222222222222" }, "Eva@fjallmat.se", { "email": "bo@fjallmat.se" }],
           "custom": { "rows": { "vip-webinars": false, "price-licensed": 12000, "vendor-reporting": "on-request" }, "budgetSeconds": 3600,
                       "calendar": { "tz": "Europe/Stockholm", "hours": { "mon": [["06:00", "24:00"]] } } } }]
        """;

    private readonly MemoryRows _rows = new();
    private readonly CustomerStore _store;

    public ImportCustomersTests() => _store = new CustomerStore(_rows);

    [Theory]
    [InlineData("name")]
    [InlineData("key")]
    [InlineData("other")]
    public async Task Half_a_character_is_an_error_like_any_other(string field)
    {
        var entry = field == "name" ? Full.Replace("Fjällmat AB", "Fj\\ud800", StringComparison.Ordinal)
            : field == "key" ? Full.Replace("\"FJM\"", "\"\\udc00\"", StringComparison.Ordinal)
            : Full.Replace("\"domains\"", "\"\\udbff\"", StringComparison.Ordinal);

        var result = await ImportAsync(entry);

        Assert.Equal("[0]", Assert.Single(result.Errors).Place);
        Assert.Empty(result.Created);
    }

    [Fact]
    public async Task A_whole_entry_becomes_a_customer()
    {
        var result = await ImportAsync(Full);

        var customer = (await _store.ReadAsync(CustomerKey.Parse("FJM"), default))!;
        var agreement = Assert.Single(customer.Agreements);
        Assert.Empty(result.Errors);
        Assert.Equal([customer.Key], result.Created);
        Assert.Equal(("Fjällmat AB", Tongue.English, "fjallmat.se"), (customer.Name, customer.Language, Assert.Single(customer.Domains)));
        Assert.Equal((Tier.Gold, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), true), (agreement.Tier, agreement.From, agreement.To, agreement.BuysLicences));
        Assert.Equal([null, "eva@fjallmat.se", "bo@fjallmat.se"], customer.Contacts.Select(contact => contact.Email));
        Assert.True(customer.IsContact(customer.Tenants[0], new Guid("22222222-2222-4222-8222-222222222222")));
        Assert.Equal((TimeSpan.FromHours(1), 12000), (agreement.ResponseBudget, agreement.MonthlyPrice.Kronor));
        Assert.Equal([1, 2, 5, 15], agreement.Terms.Where(term => term.IsCustom).Select(term => term.Row.Number));
        Assert.Equal("24:00", agreement.Custom!.Calendar!.Value.GetProperty("hours").GetProperty("mon")[0][1].GetString());
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await ImportAsync(Full);
        var commits = _rows.Commits;

        var again = await ImportAsync(Full);

        Assert.Equal([CustomerKey.Parse("FJM")], again.Unchanged);
        Assert.Equal(commits, _rows.Commits);
    }

    [Fact]
    public async Task A_newer_file_renews_and_an_older_one_is_refused()
    {
        await ImportAsync(Full);

        var renewal = await ImportAsync(Full.Replace("2026-", "2027-", StringComparison.Ordinal).Replace("GULD", "SILVER", StringComparison.Ordinal));
        var older = await ImportAsync(Full);

        var customer = (await _store.ReadAsync(CustomerKey.Parse("FJM"), default))!;
        Assert.Equal([customer.Key], renewal.Updated);
        Assert.Equal([Tier.Gold, Tier.Silver], customer.Agreements.Select(agreement => agreement.Tier));
        Assert.StartsWith("[0].from: is before 2027-01-01", Assert.Single(older.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_are_told_together_with_place_and_remedy_and_nothing_is_written()
    {
        const string File = """
            [{ "key": "ACME", "name": "Acme", "tier": "FREE", "tenantIds": ["11111111-1111-4111-8111-111111111111"] },
             { "key": "acme", "name": " Acme", "tier": "GOLD", "tenantIds": ["x"], "domains": ["nordhem"], "buysLicences": "yes", "language": "fi",
               "from": "2026-02-30", "contacts": ["maria", { "tenantId": "33333333-3333-4333-8333-333333333333", "objectId": 7 }] },
             { "tier": "FREE", "teir": "FREE", "tier": "FREE" },
             { "key": "ACME", "name": "Acme 2", "tier": "FREE", "tenantIds": ["11111111-1111-4111-8111-111111111111", "11111111-1111-4111-8111-111111111111"] },
             { "key": "B1", "name": "B", "tier": "FREE", "tenantIds": ["11111111-1111-4111-8111-111111111111"], "from": "2026-02-02", "to": "2026-02-01" },
             7]
            """;

        var result = await ImportAsync(File);

        Assert.Equal(
        [
            "[1].key: \"acme\" is not a customer key; use 2–8 upper-case letters A–Z and digits, first a letter, such as ACME",
            "[1].name: \" Acme\" is not a name; use 1–100 signs on one line, none of them space at the ends",
            "[1].tenantIds[0]: \"x\" is not an Entra id; use a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "[1].tier: \"GOLD\" is not a tier; use FREE, SILVER or GULD",
            "[1].from: \"2026-02-30\" is not a date; use year-month-day such as 2027-01-31",
            "[1].buysLicences: \"yes\" is not a yes or no; use true or false",
            "[1].domains[0]: \"nordhem\" is not an e-mail domain; use the part after @, such as nordhem.se (å, ä, ö as xn--…)",
            "[1].language: \"fi\" is not a language; use sv or en",
            "[1].contacts[0]: \"maria\" is not an e-mail address; use one such as maria@nordhem.se",
            "[1].contacts[1].objectId: 7 is not an Entra id; use a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "[1].contacts[1].tenantId: \"33333333-3333-4333-8333-333333333333\" is not among the customer's tenantIds; a contact belongs to one of them",
            "[2].teir: is not known here; use key, name, tier, tenantIds, domains, buysLicences, language, from, to, contacts, custom",
            "[2].tier: stands twice; keep one",
            "[2].key: is missing; use 2–8 upper-case letters A–Z and digits, first a letter, such as ACME",
            "[2].name: is missing; use 1–100 signs on one line, none of them space at the ends",
            "[2].tenantIds: is missing or empty; use a list with the customer's Microsoft Entra tenant id",
            "[3].tenantIds[1]: \"11111111-1111-4111-8111-111111111111\" stands twice; keep one",
            "[3].key: \"ACME\" is another customer's already; use a key of its own",
            "[4].to: \"2026-02-01\" is before from; use the last day the agreement holds",
            "[5]: 7 is not an object; use { … } with key, name, tier, tenantIds, domains, buysLicences, language, from, to, contacts, custom",
        ], result.Errors.Select(error => error.ToString()));
        Assert.Equal(0, _rows.Commits);
    }

    [Theory]
    [InlineData("""{"rows":{"guaranteed-response":7200}}""", "[0].custom.rows.guaranteed-response: 7200 cannot stand here; use false for no guarantee, or custom.budgetSeconds for a time")]
    [InlineData("""{"rows":{"acute-response":"higher"}}""", "[0].custom.rows.acute-response: \"higher\" cannot stand here; use true or false")]
    [InlineData("""{"rows":{"vendor-reporting":true}}""", "[0].custom.rows.vendor-reporting: true cannot stand here; use \"on-request\", \"proactive\" or false")]
    [InlineData("""{"rows":{"price-licensed":-1}}""", "[0].custom.rows.price-licensed: -1 cannot stand here; use whole SEK a month, such as 5000")]
    [InlineData("""{"rows":{"consulting-discount":10}}""", "[0].custom.rows.consulting-discount: 10 cannot stand here; use true, \"higher\" or false")]
    [InlineData("""{"rows":{"guaranteed-response":false},"budgetSeconds":60}""", "[0].custom.budgetSeconds: contradicts rows.guaranteed-response; keep one of them")]
    [InlineData("""{"budgetSeconds":0}""", "[0].custom.budgetSeconds: 0 is not a response time; use whole seconds of opening time, such as 14400 for 4 hours")]
    [InlineData("""{"calendar":{"timezone":"Europe/Oslo"}}""", "[0].custom.calendar.timezone: is not known here; use tz, hours, holidays, breaks, shifts")]
    [InlineData("""{"calendar":{"tz":"Europe/Atlantis"}}""", "[0].custom.calendar: tz is unknown; use an IANA zone")]
    public async Task A_custom_term_that_cannot_be_is_told(string custom, string expected)
    {
        var import = new ImportCustomers(
            _store, calendar => calendar.GetProperty("tz").GetString() == "Europe/Atlantis" ? "tz is unknown; use an IANA zone" : null);

        var result = await import.RunAsync(Encoding.UTF8.GetBytes(Entry(custom)), default);

        Assert.Equal(expected, Assert.Single(result.Errors).ToString());
        Assert.Equal(0, _rows.Commits);
    }

    [Fact]
    public async Task A_customer_too_big_for_a_row_is_told()
    {
        var holidays = string.Join(',', Enumerable.Repeat("\"2027-05-07\"", 5000));

        var result = await ImportAsync(Entry("""{"calendar":{"holidays":[DAYS]}}""".Replace("DAYS", holidays, StringComparison.Ordinal)));

        Assert.Equal("[0]: takes more than 60 KB when stored; shorten its lists or its calendar", Assert.Single(result.Errors).ToString());
    }

    [Theory]
    [InlineData("[{]", "line 1: is not JSON")]
    [InlineData("[\n\n{\"key\": }]", "line 3: is not JSON")]
    [InlineData("", "line 1: is not JSON")]
    [InlineData("{}", "file: is not a list of customers")]
    public async Task A_broken_file_is_told_with_its_line(string file, string expected) =>
        Assert.StartsWith(expected, Assert.Single((await ImportAsync(file)).Errors).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Encodings_of_Windows_are_taken_or_told()
    {
        var marked = await new ImportCustomers(_store).RunAsync((byte[])[0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Full)], default);
        var latin = await new ImportCustomers(_store).RunAsync(Encoding.Latin1.GetBytes(Full), default);

        Assert.Empty(marked.Errors);
        Assert.Equal("file: is not UTF-8; save it with that encoding", Assert.Single(latin.Errors).ToString());
    }

    [Fact]
    public async Task Somebody_who_writes_at_the_same_moment_is_not_overwritten()
    {
        await ImportAsync(Full);
        var ours = (await _store.ReadAsync(CustomerKey.Parse("FJM"), default))!;
        _rows.BeforeCommit = _ =>
        {
            _rows.BeforeCommit = null;
            _store.SaveAsync(ours with { GuestsAllowed = false }, default).GetAwaiter().GetResult();
        };

        var result = await ImportAsync(Full.Replace("Fjällmat AB", "Fjällmat Sverige AB", StringComparison.Ordinal));

        var stored = (await _store.ReadAsync(CustomerKey.Parse("FJM"), default))!;
        Assert.Equal([ours.Key], result.Updated);
        Assert.Equal((false, "Fjällmat Sverige AB"), (stored.GuestsAllowed, stored.Name));
    }

    [Fact]
    public void What_is_written_is_read_back_the_same() => CustomerGen.Customers.Sample(customer =>
    {
        var file = new JsonArray(CustomerEntry.Write(customer)).ToJsonString();

        var (customers, errors) = CustomersFile.Read(Encoding.UTF8.GetBytes(file), calendar: null);

        Assert.Empty(errors);
        Assert.Equal(CustomerRow.Write(customer), CustomerRow.Write(Assert.Single(customers).Customer));
        Assert.Equal(CustomerRow.Write(customer), CustomerRow.Write(CustomerRow.Read(CustomerRow.Write(customer), "1")));
    });

    [Fact]
    public void Any_JSON_is_taken_or_told_and_never_a_fault() =>
        Gen.Select(Gen.Int[0, Full.Length - 1], Gen.Int[0, 12], Pick("", "null", "[]", "{}", "\"\"", "-1e99", "\u0000", "å"))
            .Sample((at, length, instead) =>
            {
                var end = Math.Min(Full.Length, at + length);
                var bytes = Encoding.UTF8.GetBytes(Full[..at] + instead + Full[end..]);

                var (customers, errors) = CustomersFile.Read(bytes, calendar: null);

                return errors.Count > 0 || customers.Count == 1;
            }, iter: 2000);

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static string Entry(string custom) =>
        $$"""[{"key":"ACME","name":"Acme","tier":"SILVER","tenantIds":["11111111-1111-4111-8111-111111111111"],"custom":{{custom}} }]""";

    private Task<ImportResult> ImportAsync(string file) => new ImportCustomers(_store).RunAsync(Encoding.UTF8.GetBytes(file), default);

    private static class CustomerGen
    {
        private static readonly Gen<Guid> Id = Gen.Guid.Where(id => id != Guid.Empty);

        private static readonly Gen<Term> Price = Gen.Int[0, 1_000_000].Select(kronor => (Term)new Term.PricePerMonth(kronor));

        private static readonly Gen<CustomTerms?> Custom = Gen.Select(
            Price,
            Gen.Bool.Select(yes => yes ? (Term)new Term.Included() : new Term.NotIncluded()),
            Pick<Term>(new Term.OnRequest(), new Term.Proactive(), new Term.NotIncluded()),
            Pick<Term>(new Term.Included(), new Term.IncludedHigher(), new Term.NotIncluded()),
            Gen.Int[0, 100_000],
            Gen.Bool).Select((price, acute, vendor, consulting, seconds, calendar) => seconds < 10_000 ? null : new CustomTerms(
                new Dictionary<Entitlement, Term>
                {
                    [Entitlement.PriceUnlicensed] = price,
                    [Entitlement.AcuteResponse] = acute,
                    [Entitlement.VendorReporting] = vendor,
                    [Entitlement.ConsultingDiscount] = consulting,
                },
                seconds < 20_000 ? null : TimeSpan.FromSeconds(seconds),
                calendar ? JsonElement.Parse("""{"tz":"Europe/Oslo","holidays":["2027-05-17"]}""") : null));

        private static readonly Gen<Agreement> Agreements = Gen.Select(
            Gen.Enum<Tier>(), Gen.Int[700_000, 740_000], Gen.Int[0, 4000], Gen.Int[0, 3], Gen.Bool, Custom).Select((tier, day, days, ends, buys, custom) => new Agreement(
                tier,
                ends % 2 == 0 ? DateOnly.FromDayNumber(day) : null,
                ends > 1 ? DateOnly.FromDayNumber(day + days) : null,
                buys,
                custom));

        public static readonly Gen<Customer> Customers = Gen.Select(
            Gen.String[Gen.Char['A', 'Z'], 2, 8],
            Gen.String[Gen.Char["abcåäö&*\"\\<>😀é|"], 1, 60],
            Agreements,
            Id.Array[1, 4],
            Gen.Bool,
            Gen.Int[0, 5]).Select((key, name, agreement, tenants, english, contacts) => new Customer(CustomerKey.Parse(key), name, [agreement])
            {
                Tenants = [.. tenants.Distinct()],
                Domains = contacts == 0 ? [] : [$"{key.ToLowerInvariant()}.se"],
                Language = english ? Tongue.English : Tongue.Swedish,
                Contacts = [.. Enumerable.Range(0, contacts).Select(number => number % 2 == 0
                    ? (Contact)new Contact.Awaited($"person{number}@nordhem.se")
                    : new Contact.Known(tenants[0], new Guid(number, 1, 1, new byte[8]), number == 1 ? null : "known@nordhem.se"))],
            });
    }
}
