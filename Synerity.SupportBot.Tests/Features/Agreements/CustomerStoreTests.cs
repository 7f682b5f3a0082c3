using System.Text.Json;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed class CustomerStoreTests
{
    private static readonly Guid Tenant = new("11111111-1111-4111-8111-111111111111");
    private static readonly Guid Other = new("22222222-2222-4222-8222-222222222222");

    private readonly MemoryRows _rows = new();
    private readonly CustomerStore _store;

    public CustomerStoreTests() => _store = new CustomerStore(_rows);

    [Fact]
    public async Task Everything_about_a_customer_comes_back()
    {
        var custom = new CustomTerms(
            new Dictionary<Entitlement, Term>
            {
                [Entitlement.VendorReporting] = new Term.OnRequest(),
                [Entitlement.ConsultingDiscount] = new Term.IncludedHigher(),
                [Entitlement.PriceUnlicensed] = new Term.PricePerMonth(9900),
                [Entitlement.VipWebinars] = new Term.NotIncluded(),
                [Entitlement.AcuteResponse] = new Term.Included(),
            },
            TimeSpan.FromSeconds(5401),
            JsonElement.Parse("""{"tz":"Europe/Helsinki","hours":{"mon":[["06:00","24:00"]]}}"""));
        var saved = new Customer(
            CustomerKey.Parse("FJM"),
            "Fjällmat & Söner *AB*",
            [new Agreement(Tier.Silver, null, new DateOnly(2025, 12, 31)), new Agreement(Tier.Gold, new DateOnly(2026, 1, 1), null, true, custom)])
        {
            Tenants = [Tenant, Other],
            Domains = ["fjallmat.se"],
            Language = Tongue.English,
            Contacts = [new Contact.Known(Tenant, Other, "johan@fjallmat.se"), new Contact.Known(Other, Tenant), new Contact.Awaited("eva@fjallmat.se")],
            GuestsAllowed = false,
        };

        await _store.SaveAsync(saved, default);
        var read = await _store.ReadAsync(saved.Key, default);

        Assert.NotNull(read!.Version);
        Assert.Equal((saved.Key, saved.Name, saved.Language, saved.GuestsAllowed), (read.Key, read.Name, read.Language, read.GuestsAllowed));
        Assert.Equal(saved.Tenants, read.Tenants);
        Assert.Equal(saved.Domains, read.Domains);
        Assert.Equal(saved.Contacts, read.Contacts);
        Assert.Equal(saved.Agreements[0], read.Agreements[0]);
        Assert.Equal((saved.Agreements[1].From, saved.Agreements[1].To, true), (read.Agreements[1].From, read.Agreements[1].To, read.Agreements[1].BuysLicences));
        Assert.Equal(saved.Agreements[1].Terms, read.Agreements[1].Terms);
        Assert.Equal(custom.Calendar!.Value.GetRawText(), read.Agreements[1].Custom!.Calendar!.Value.GetRawText());
    }

    [Fact]
    public async Task Customers_of_a_tenant_and_of_a_domain_are_found_and_no_others()
    {
        await _store.SaveAsync(Customer("AAA", Tenant) with { Domains = ["aaa.se"] }, default);
        await _store.SaveAsync(Customer("BBB", Tenant, Other), default);
        await _store.SaveAsync(Customer("CCC", Other), default);

        Assert.Equal(["AAA", "BBB"], Keys(await _store.OfTenantAsync(Tenant, default)));
        Assert.Equal(["BBB", "CCC"], Keys(await _store.OfTenantAsync(Other, default)));
        Assert.Empty(await _store.OfTenantAsync(Guid.Empty, default));
        Assert.Equal(["AAA"], Keys(await _store.OfDomainAsync("AAA.se", default)));
        Assert.Empty(await _store.OfDomainAsync("bbb.se", default));
        Assert.Empty(await _store.OfDomainAsync("å|ä", default));
    }

    [Fact]
    public async Task A_tenant_that_was_taken_away_finds_the_customer_no_more()
    {
        await _store.SaveAsync(Customer("AAA", Tenant), default);
        var read = (await _store.ReadAsync(CustomerKey.Parse("AAA"), default))!;

        await _store.SaveAsync(read with { Tenants = [Other] }, default);

        Assert.Empty(await _store.OfTenantAsync(Tenant, default));
        Assert.Equal(["AAA"], Keys(await _store.OfTenantAsync(Other, default)));
    }

    [Fact]
    public async Task Pointers_are_written_first_and_one_that_points_at_nothing_is_passed_over()
    {
        _rows.BeforeCommit = partition =>
        {
            if (partition == "c|AAA") throw new IOException("The store went away.");
        };
        await Assert.ThrowsAsync<IOException>(() => _store.SaveAsync(Customer("AAA", Tenant), default));
        await _store.SaveAsync(Customer("BBB", Tenant), default);

        Assert.NotNull(await _rows.ReadAsync("directory", "customer|AAA", default));
        Assert.NotNull(await _rows.ReadAsync("directory", $"tenant|{Tenant}|AAA", default));
        Assert.Equal(["BBB"], Keys(await _store.OfTenantAsync(Tenant, default)));
        Assert.Equal(["BBB"], Keys(await _store.PageAsync(null, default)));
    }

    [Fact]
    public async Task The_second_of_two_writers_is_told_and_writes_nothing()
    {
        await _store.SaveAsync(Customer("AAA", Tenant), default);
        var (first, second) = (await _store.ReadAsync(CustomerKey.Parse("AAA"), default), await _store.ReadAsync(CustomerKey.Parse("AAA"), default));
        await _store.SaveAsync(first! with { GuestsAllowed = false }, default);

        await Assert.ThrowsAsync<ConflictException>(() => _store.SaveAsync(second! with { Language = Tongue.English }, default));
        await Assert.ThrowsAsync<ConflictException>(() => _store.SaveAsync(Customer("AAA", Other), default));

        var stored = await _store.ReadAsync(CustomerKey.Parse("AAA"), default);
        Assert.Equal((false, Tongue.Swedish), (stored!.GuestsAllowed, stored.Language));
    }

    [Fact]
    public async Task Pages_go_through_every_customer_once_in_the_order_of_keys()
    {
        var keys = Enumerable.Range(0, 235).Select(number => $"K{number:000}").Append("K1").Append("KA").Order(StringComparer.Ordinal).ToList();
        foreach (var key in keys.AsEnumerable().Reverse()) await _store.SaveAsync(Customer(key, Tenant), default);

        var first = await _store.PageAsync(null, default);
        var all = new List<Customer>();
        await foreach (var customer in _store.AllAsync(default)) all.Add(customer);

        Assert.Equal(keys.Take(100), Keys(first));
        Assert.Equal(keys, Keys(all));
    }

    [Fact]
    public async Task A_row_of_a_newer_or_older_version_is_read()
    {
        const string Data = """{"key":"AAA","name":"A","agreements":[{"tier":"GULD","colour":"red","custom":{"rows":{"vip-lounge":true,"vip-webinars":false}}}],"added":{"later":1}}""";
        await _rows.CommitAsync("c|AAA", [new RowWrite.Insert("customer", Data)], default);

        var read = await _store.ReadAsync(CustomerKey.Parse("AAA"), default);

        Assert.Equal((Tier.Gold, true), (read!.Agreements[0].Tier, read.GuestsAllowed));
        Assert.False(read.Agreements[0].Includes(Entitlement.VipWebinars));
        Assert.Empty(read.Tenants);
    }

    private static Customer Customer(string key, params Guid[] tenants) =>
        new(CustomerKey.Parse(key), key, [new Agreement(Tier.Silver)]) { Tenants = tenants };

    private static IEnumerable<string> Keys(IEnumerable<Customer> customers) => customers.Select(customer => customer.Key.Value);
}
