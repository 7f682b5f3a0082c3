using System.Runtime.CompilerServices;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// Customers. Each is one row of its own partition; the directory points at it by key, tenant and domain. Pointers are written before the
/// customer and never removed: one that points at nothing, or at a customer that no longer says so, is passed over when read.
/// </summary>
public sealed class CustomerStore(IRows rows)
{
    private const string Directory = "directory";
    private const int PageSize = 100;

    /// <summary>Customers that are read for the first word of a name.</summary>
    private const int MostNamed = 50;

    /// <summary>Longest e-mail domain that fits into a row key beside its customer.</summary>
    internal const int MaxDomain = 200;

    /// <summary>Where everything of a customer is committed.</summary>
    public static string Partition(CustomerKey key) => $"c|{key.Value}";

    /// <summary>Null: there is no such customer.</summary>
    public async Task<Customer?> ReadAsync(CustomerKey key, CancellationToken cancellation) =>
        await rows.ReadAsync(Partition(key), Keys.Customer, cancellation) is { } row ? CustomerRow.Read(row.Data, row.Tag) : null;

    public Task<IReadOnlyList<Customer>> OfTenantAsync(Guid tenantId, CancellationToken cancellation) =>
        PointedAtAsync(Keys.Tenant(tenantId), customer => customer.Tenants.Contains(tenantId), cancellation);

    /// <param name="domain">Of an e-mail address, in any case.</param>
    public Task<IReadOnlyList<Customer>> OfDomainAsync(string domain, CancellationToken cancellation)
    {
        var wanted = domain.ToLowerInvariant();
        return FieldKind.IsDomain(wanted)
            ? PointedAtAsync(Keys.Domain(wanted), customer => customer.Domains.Contains(wanted), cancellation)
            : Task.FromResult<IReadOnlyList<Customer>>([]);
    }

    /// <summary>Customers that have every word in their name, as whole words or their beginnings, in the order of their keys.</summary>
    /// <param name="most">1–20.</param>
    public async Task<IReadOnlyList<Customer>> NamedAsync(string words, int most, CancellationToken cancellation)
    {
        var asked = RowWords.Of(words);
        if (asked.Count == 0) return [];
        var prefix = Keys.Name(asked[0]);
        var pointers = await rows.RangeAsync(Directory, prefix, RowKey.EndOf(prefix), 1000, cancellation);
        var named = await FollowAsync([.. pointers.DistinctBy(pointer => KeyOf(pointer).Value).Take(MostNamed)], cancellation);
        return [.. named.Where(customer => asked.All(word => RowWords.Of(customer.Name).Any(own => own.StartsWith(word, StringComparison.Ordinal)))).Take(most)];
    }

    /// <summary>At most 100 customers in the order of their keys, those after <paramref name="after"/>; empty at the end.</summary>
    public async Task<IReadOnlyList<Customer>> PageAsync(CustomerKey? after, CancellationToken cancellation)
    {
        var from = after is { } last ? Keys.All + last.Value + "|" : Keys.All;
        while (true)
        {
            var pointers = await rows.RangeAsync(Directory, from, Keys.End(Keys.All), PageSize, cancellation);
            var customers = await FollowAsync(pointers, cancellation);
            if (customers.Count > 0 || pointers.Count < PageSize) return customers;
            from = pointers[^1].Key + "|";
        }
    }

    /// <summary>Every customer, page by page.</summary>
    public async IAsyncEnumerable<Customer> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        CustomerKey? after = null;
        while (await PageAsync(after, cancellation) is { Count: > 0 } page)
        {
            foreach (var customer in page) yield return customer;
            after = page[^1].Key;
        }
    }

    /// <summary>Writes a new customer (no version) or the changed one that was read.</summary>
    /// <exception cref="ConflictException">Somebody else wrote this customer since it was read, or made it first.</exception>
    /// <exception cref="ArgumentException">It takes more than 60 KB.</exception>
    public async Task SaveAsync(Customer customer, CancellationToken cancellation)
    {
        foreach (var chunk in Pointers(customer).Chunk(PageSize)) await rows.CommitAsync(Directory, chunk, cancellation);
        await rows.CommitAsync(Partition(customer.Key), [Write(customer)], cancellation);
    }

    /// <summary>The write of the customer's own row, for a commit with other rows of its partition; tenants and domains must be unchanged.</summary>
    public static RowWrite Write(Customer customer) => customer.Version is { } version
        ? new RowWrite.Replace(Keys.Customer, CustomerRow.Write(customer), version)
        : new RowWrite.Insert(Keys.Customer, CustomerRow.Write(customer));

    /// <summary>Whether the start-up import has to run: there is no customer, or an earlier run did not come to its end.</summary>
    internal async Task<bool> NeedsFirstImportAsync(CancellationToken cancellation) =>
        await rows.ReadAsync(Directory, Keys.FirstImport, cancellation) is not null || (await PageAsync(null, cancellation)).Count == 0;

    internal Task BeginFirstImportAsync(CancellationToken cancellation) =>
        rows.CommitAsync(Directory, [new RowWrite.Upsert(Keys.FirstImport, "{}")], cancellation);

    internal Task EndFirstImportAsync(CancellationToken cancellation) =>
        rows.CommitAsync(Directory, [new RowWrite.Delete(Keys.FirstImport)], cancellation);

    private static IEnumerable<RowWrite> Pointers(Customer customer) =>
        customer.Tenants.Select(Keys.Tenant).Concat(customer.Domains.Select(Keys.Domain))
            .Concat(RowWords.Of(customer.Name).Select(word => Keys.Name(word) + "|")).Append(Keys.All).Distinct()
            .Select(prefix => new RowWrite.Upsert(prefix + customer.Key.Value, "{}"));

    private async Task<IReadOnlyList<Customer>> PointedAtAsync(string prefix, Func<Customer, bool> agrees, CancellationToken cancellation)
    {
        var pointers = await rows.RangeAsync(Directory, prefix, Keys.End(prefix), 1000, cancellation);
        return [.. (await FollowAsync(pointers, cancellation)).Where(agrees)];
    }

    private async Task<List<Customer>> FollowAsync(IReadOnlyList<Row> pointers, CancellationToken cancellation)
    {
        var customers = new List<Customer>(pointers.Count);
        foreach (var pointer in pointers)
        {
            if (await ReadAsync(KeyOf(pointer), cancellation) is { } customer) customers.Add(customer);
        }

        return customers;
    }

    private static CustomerKey KeyOf(Row pointer) => CustomerKey.Parse(pointer.Key[(pointer.Key.LastIndexOf('|') + 1)..]);

    private static class Keys
    {
        public const string Customer = "customer";
        public const string All = "customer|";
        public const string FirstImport = "first-import";

        public static string Tenant(Guid id) => $"tenant|{id:D}|";

        public static string Name(string word) => $"name|{word}";

        public static string Domain(string domain) => $"domain|{domain}|";

        /// <summary>After every key that begins with the prefix and goes on with a letter or digit; made of legal signs only.</summary>
        public static string End(string prefix) => prefix + "|";
    }
}
