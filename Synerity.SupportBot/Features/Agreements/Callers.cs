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
            _ => all.FirstOrDefault(customer => customer.Key.Value == person.Customer) is { } chosen
                ? User(person, chosen, tenant, objectId)
                : new Stranger(person, StrangerKind.SeveralCustomers, [.. all.Select(customer => customer.Key.Value)]),
        };
    }

    private static Stranger Unknown(Person person) => new(person, StrangerKind.UnknownTenant, []);

    private CustomerUser User(Person person, Customer customer, Guid tenant, Guid objectId)
    {
        var today = Agreement.DayOf(clock.GetUtcNow());
        return new CustomerUser(
            person, customer.Key.Value, customer.IsContact(tenant, objectId), customer.AgreementOn(today)?.StandingAt(today) == Standing.Current);
    }
}
