using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>An organisation that Synerity supports. Several may share a tenant, and one may have several tenants.</summary>
public sealed record Customer
{
    /// <param name="agreements">In the order of their dates, none overlapping; empty: no agreement.</param>
    /// <exception cref="ArgumentException">A blank name, or agreements that overlap or are out of order.</exception>
    public Customer(CustomerKey key, string name, IReadOnlyList<Agreement> agreements)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        foreach (var (earlier, later) in agreements.Zip(agreements.Skip(1)))
        {
            if (earlier.To is not { } end || later.From is not { } begin || end >= begin)
            {
                throw new ArgumentException("Agreements follow each other and do not overlap.", nameof(agreements));
            }
        }

        (Key, Name, Agreements) = (key, name, agreements);
    }

    public CustomerKey Key { get; }

    /// <summary>As people write it; never read as Markdown.</summary>
    public string Name { get; private init; }

    public IReadOnlyList<Agreement> Agreements { get; private init; }

    /// <summary>Microsoft Entra tenants whose people are this customer's.</summary>
    public IReadOnlyList<Guid> Tenants { get; init; } = [];

    /// <summary>Lower-case e-mail domains; tell customers of one tenant apart, and whose mail it is.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Of people who have not chosen one.</summary>
    public Tongue Language { get; init; } = Tongue.Swedish;

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    /// <summary>Whether guests in its tenants may use the bot.</summary>
    public bool GuestsAllowed { get; init; } = true;

    /// <summary>Opaque mark of the stored state that this was read from; null: never stored.</summary>
    public string? Version { get; init; }

    public bool IsContact(Guid tenantId, Guid objectId) =>
        Tenants.Contains(tenantId) && Contacts.OfType<Contact.Known>().Any(known => known.TenantId == tenantId && known.ObjectId == objectId);

    /// <summary>
    /// The agreement that counts on a day: the one that holds, else the next to come, else the last that ended; null: there never was one.
    /// </summary>
    public Agreement? AgreementOn(DateOnly day) =>
        Agreements.FirstOrDefault(agreement => agreement.StandingAt(day) == Standing.Current)
        ?? Agreements.FirstOrDefault(agreement => agreement.StandingAt(day) == Standing.NotYet)
        ?? (Agreements.Count > 0 ? Agreements[^1] : null);

    /// <summary>
    /// A later agreement follows the last one, which ends the day before if it would still hold; one with the same first day corrects it.
    /// False, and nothing changed: it begins before the last one, so it is old news.
    /// </summary>
    public bool TryRenew(Agreement next, out Customer renewed)
    {
        renewed = this;
        if (Agreements.Count == 0)
        {
            renewed = this with { Agreements = [next] };
            return true;
        }

        var last = Agreements[^1];
        if (next.From == last.From)
        {
            renewed = this with { Agreements = [.. Agreements.SkipLast(1), next] };
            return true;
        }

        if (next.From is not { } begin || begin < last.From) return false;

        var ended = last.To < begin ? last : last.EndOn(begin.AddDays(-1));
        renewed = this with { Agreements = [.. Agreements.SkipLast(1), ended, next] };
        return true;
    }

    /// <summary>
    /// What a file says about this customer, taken over: everything it states, and its agreement by <see cref="TryRenew"/>. Contacts are
    /// only added, and whether guests may come is kept, for a file does not know what was changed since. False, and nothing changed: the
    /// file does not state exactly one agreement, or an older one than ours.
    /// </summary>
    public bool TryRestate(Customer stated, out Customer restated)
    {
        restated = this;
        if (stated.Agreements.Count != 1 || !TryRenew(stated.Agreements[0], out var renewed)) return false;

        restated = renewed with
        {
            Name = stated.Name,
            Tenants = stated.Tenants,
            Domains = stated.Domains,
            Language = stated.Language,
            Contacts = [.. Contacts, .. stated.Contacts.Where(contact => !Contacts.Any(ours => Same(ours, contact)))],
        };
        return true;
    }

    private static bool Same(Contact one, Contact other) => (one, other) switch
    {
        (Contact.Known a, Contact.Known b) => (a.TenantId, a.ObjectId) == (b.TenantId, b.ObjectId),
        _ => one.Email is { } email && email == other.Email,
    };
}
