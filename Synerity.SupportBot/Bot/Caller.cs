using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Bot;

/// <summary>Who is talking, as the token and the store say. Nothing a client sends can change it.</summary>
public abstract record Caller(Person Person);

/// <summary>A user of one customer.</summary>
/// <param name="Customer">The customer's key.</param>
/// <param name="IsContact">May see all the customer's tickets, prices and reports.</param>
/// <param name="HasAgreement">False: it has ended or not begun; old tickets stay readable, a new question goes to staff as a lead.</param>
public sealed record CustomerUser(Person Person, string Customer, bool IsContact, bool HasAgreement = true) : Caller(Person);

/// <summary>Somebody of the provider who is listed as staff.</summary>
public sealed record Staff(Person Person, StaffRoles Roles) : Caller(Person);

/// <summary>Anyone else.</summary>
public sealed record Stranger(Person Person, StrangerKind Kind, IReadOnlyList<string> Customers) : Caller(Person);

/// <summary>What a technician, product owner or administrator may do; an administrator is not a technician by that alone.</summary>
[Flags]
public enum StaffRoles
{
    None = 0,
    Technician = 1,
    ProductOwner = 2,
    Administrator = 4,
}

public enum StrangerKind
{
    /// <summary>Nobody knows the tenant.</summary>
    UnknownTenant,

    /// <summary>The tenant holds several customers and the person has not said which: <see cref="Stranger.Customers"/> has their keys.</summary>
    SeveralCustomers,

    /// <summary>In the provider's tenant, but not listed as staff.</summary>
    NotListed,

    /// <summary>A guest where the customer has switched guests off.</summary>
    GuestNotAllowed,
}

/// <summary>Tells who somebody is; the Agreements room implements it. Asked for every activity, of whatever type.</summary>
public interface ICallers
{
    Task<Caller> WhoAsync(Person person, CancellationToken cancellation);
}
