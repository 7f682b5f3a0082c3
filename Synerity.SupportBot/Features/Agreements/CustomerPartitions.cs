using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>The partitions that turns are committed in: the provider's, each customer's, and the people of their tenants.</summary>
public sealed class CustomerPartitions(CustomerStore customers, IOptions<StaffOptions> provider) : IPartitions
{
    public async IAsyncEnumerable<string> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return AddressBook.ChannelPartition;
        yield return AddressBook.PartitionOf(new PersonRef(provider.Value.Tenant.ToString("D"), ""));
        await foreach (var customer in customers.AllAsync(cancellation))
        {
            yield return CustomerStore.Partition(customer.Key);
            foreach (var tenant in customer.Tenants) yield return AddressBook.PartitionOf(new PersonRef(tenant.ToString("D"), ""));
        }
    }
}
