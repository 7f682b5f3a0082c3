using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// The people of a customer whom the bot has met, as rows of the customer's partition that name nobody: who it is, and whether they still
/// belong there, is looked up when they are shown. Guests are not among them.
/// </summary>
public sealed class Colleagues(IRows rows, AddressBook people, ICallers callers)
{
    /// <summary>As many as a list to choose from can hold; others are found by their address.</summary>
    private const int MostOffered = 40;

    public async Task<IReadOnlyList<Person>> KnownAsync(CustomerKey customer, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(CustomerStore.Partition(customer), Prefix, RowKey.EndOf(Prefix), MostOffered, cancellation);
        var known = await Task.WhenAll(found.Select(row => VerifiedAsync(customer, StoredJson.Read<PersonRef>(row.Data), cancellation)));
        return [.. known.OfType<Person>().OrderBy(person => person.Name, StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true))];
    }

    /// <summary>Null: nobody of this customer whom the bot has met.</summary>
    public Task<Person?> WithIdAsync(CustomerKey customer, string id, CancellationToken cancellation) =>
        Guid.TryParseExact(id, "N", out _) ? AtAsync(customer, Prefix + id, cancellation) : Task.FromResult<Person?>(null);

    /// <param name="email">Lower-case.</param>
    public async Task<Person?> WithAddressAsync(CustomerKey customer, string email, CancellationToken cancellation) =>
        await AtAsync(customer, ByAddress(email), cancellation) is { } person && person.Email == email ? person : null;

    /// <summary>Null: not somebody of a customer, or a guest.</summary>
    public async Task<CustomerKey?> CustomerOfAsync(Person person, CancellationToken cancellation) =>
        !person.IsGuest && await callers.WhoAsync(person, cancellation) is CustomerUser user ? CustomerKey.Parse(user.Customer) : null;

    /// <summary>Which tickets wait for somebody with an address to appear; at most 100.</summary>
    /// <param name="email">Lower-case.</param>
    public async Task<IReadOnlyList<TicketKey>> InvitedToAsync(CustomerKey customer, string email, CancellationToken cancellation)
    {
        var prefix = Invited(email);
        var found = await rows.RangeAsync(CustomerStore.Partition(customer), prefix, RowKey.EndOf(prefix), 100, cancellation);
        return [.. found.Select(row => new TicketKey(customer, StoredJson.Read<long>(row.Data)))];
    }

    public static RowWrite Invite(TicketKey key, string email) => new RowWrite.Upsert(Invited(email) + key.Number, StoredJson.Write(key.Number));

    public static RowWrite Uninvite(TicketKey key, string email) => new RowWrite.Delete(Invited(email) + key.Number);

    /// <summary>The rows that say that somebody was met.</summary>
    internal static IReadOnlyList<RowWrite> Met(Person person) =>
    [
        new RowWrite.Upsert(Prefix + person.Ref.Id, StoredJson.Write(person.Ref)),
        .. person.Email is { } email ? [new RowWrite.Upsert(ByAddress(email), StoredJson.Write(person.Ref))] : Array.Empty<RowWrite>(),
    ];

    private const string Prefix = "met|";

    private static string Invited(string email) => $"invited|{RowKey.Hash(email)}|";

    private static string ByAddress(string email) => $"met-mail|{RowKey.Hash(email)}";

    private async Task<Person?> AtAsync(CustomerKey customer, string key, CancellationToken cancellation) =>
        await rows.ReadAsync(CustomerStore.Partition(customer), key, cancellation) is { } row
            ? await VerifiedAsync(customer, StoredJson.Read<PersonRef>(row.Data), cancellation)
            : null;

    private async Task<Person?> VerifiedAsync(CustomerKey customer, PersonRef who, CancellationToken cancellation) =>
        await people.FindAsync(who, cancellation) is { Name.Length: > 0 } person && await CustomerOfAsync(person, cancellation) == customer ? person : null;
}

/// <summary>Somebody of a customer was looked up: they can be shared with from now on, and what they were invited to is shared with them.</summary>
public sealed class MetColleague(Colleagues colleagues, TicketStore tickets, Ledger ledger, TimeProvider clock) : IMemberSeen
{
    public async Task SeenAsync(Person person, CancellationToken cancellation)
    {
        if (await colleagues.CustomerOfAsync(person, cancellation) is not { } key) return;
        await ledger.CommitAsync(CustomerStore.Partition(key), new Batch(Colleagues.Met(person), []), cancellation);
        if (person.Email is not { } email) return;
        foreach (var ticket in await colleagues.InvitedToAsync(key, email, cancellation)) await JoinAsync(ticket, person.Ref, email, cancellation);
    }

    private async Task JoinAsync(TicketKey key, PersonRef person, string email, CancellationToken cancellation)
    {
        var gone = Colleagues.Uninvite(key, email);
        await ledger.DecideAsync(
            key.Partition,
            async () => await tickets.ReadAsync(key, cancellation) is not { } stored ? null
                : stored.Value.Join(person, email, clock.GetUtcNow()) is Step.Done done
                    ? new Batch([.. TicketStore.Replace(stored, done), gone], [new Send(new ToPerson(person), TicketNews.Of(key, done.Entry)), .. LiveCards.Of(done.Ticket)])
                    : new Batch([gone], []),
            cancellation);
    }
}
