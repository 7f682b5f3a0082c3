using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Who somebody is (design §3): staff of the provider's tenant, a user of the customer their tenant belongs to, or a stranger.</summary>
public sealed class Callers(CustomerStore customers, StaffStore staff, IOptions<StaffOptions> provider, TimeProvider clock) : ICallers
{
    public async Task<Caller> WhoAsync(Person person, CancellationToken cancellation)
    {
        if (!Guid.TryParse(person.Ref.TenantId, out var tenant) || !Guid.TryParse(person.ObjectId, out var objectId)) return Unknown(person);
        if (tenant == provider.Value.Tenant)
        {
            return await staff.ReadAsync(objectId, cancellation) is { IsActive: true } member
                ? new Staff(person, member.Roles)
                : new Stranger(person, StrangerKind.NotListed, []);
        }

        var all = await customers.OfTenantAsync(tenant, cancellation);
        return all.Count switch
        {
            0 => Unknown(person),
            1 => User(person, all[0], tenant, objectId),
            _ => Which(person, all, tenant, objectId) is { } one
                ? User(person, one, tenant, objectId)
                : new Stranger(person, StrangerKind.SeveralCustomers, [.. all.Select(customer => customer.Key.Value)]),
        };
    }

    /// <summary>Of several customers in a tenant: the one that names the person, else the one whose e-mail domain is theirs, else the one they chose.</summary>
    private static Customer? Which(Person person, IReadOnlyList<Customer> all, Guid tenant, Guid objectId) =>
        Only(all.Where(customer => customer.IsContact(tenant, objectId)))
        ?? (person is { IsGuest: false, Email: { } email } ? Only(all.Where(customer => customer.Domains.Contains(email[(email.LastIndexOf('@') + 1)..]))) : null)
        ?? all.FirstOrDefault(customer => customer.Key.Value == person.Customer);

    private static Customer? Only(IEnumerable<Customer> customers) => customers.Take(2).ToList() is [var one] ? one : null;

    private static Stranger Unknown(Person person) => new(person, StrangerKind.UnknownTenant, []);

    /// <summary>A guest is never a contact, and nobody at all where the customer wants none.</summary>
    private Caller User(Person person, Customer customer, Guid tenant, Guid objectId)
    {
        if (person.IsGuest && !customer.GuestsAllowed) return new Stranger(person, StrangerKind.GuestNotAllowed, []);
        var today = Agreement.DayOf(clock.GetUtcNow());
        return new CustomerUser(
            person, customer.Key.Value, !person.IsGuest && customer.IsContact(tenant, objectId), customer.AgreementOn(today)?.StandingAt(today) == Standing.Current);
    }
}
