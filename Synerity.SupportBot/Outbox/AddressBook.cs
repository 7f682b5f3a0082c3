using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>
/// People and channels, and where they are reached. Written when something changed, else once a day. Only authenticated activities and
/// the connector's own answers get here.
/// </summary>
public sealed class AddressBook(IRows rows, TimeProvider clock)
{
    /// <summary>The provider's own partition.</summary>
    public const string ChannelPartition = "provider";

    private static readonly TimeSpan Stale = TimeSpan.FromDays(1);

    /// <summary>Notes that somebody was seen and returns what is known of them. <paramref name="seen"/> needs no <see cref="Person.Ref"/> id.</summary>
    public async Task<Person> SeenAsync(Person seen, CancellationToken cancellation)
    {
        var known = await FindAsync(seen.Ref.TenantId, seen.ObjectId, cancellation);
        var now = clock.GetUtcNow();
        if (known is null) return await MeetAsync(seen with { SeenAt = now }, cancellation);

        var merged = known.Value with
        {
            Name = seen.Name.Length > 0 ? seen.Name : known.Value.Name,
            Locale = seen.Locale ?? known.Value.Locale,
            Zone = seen.Zone ?? known.Value.Zone,
            ServiceUrl = seen.ServiceUrl ?? known.Value.ServiceUrl,
            Member = seen.Member ?? known.Value.Member,
            ChatId = seen.ChatId ?? known.Value.ChatId,
            AppVersion = seen.AppVersion ?? known.Value.AppVersion,
            Blocked = seen.ChatId is null ? known.Value.Blocked : null,
        };
        if (merged == known.Value && now - merged.SeenAt < Stale) return merged;
        return await ChangeAsync(merged.Ref, person => merged with
        {
            SeenAt = now, WelcomedAt = person.WelcomedAt, Chosen = person.Chosen, Customer = person.Customer,
            Asked = person.Asked, Email = person.Email, IsGuest = person.IsGuest, LookedUpAt = person.LookedUpAt, Muted = person.Muted,
        }, cancellation) ?? merged;
    }

    /// <summary>Somebody by Entra identity; null when never seen or erased.</summary>
    public async Task<Stored<Person>?> FindAsync(string tenantId, string objectId, CancellationToken cancellation) =>
        await rows.ReadAsync(Partition(tenantId), ByObject(objectId), cancellation) is { } row ? StoredJson.Read<Person>(row) : null;

    /// <summary>Somebody by the id that rows carry; null when erased.</summary>
    public async Task<Person?> FindAsync(PersonRef person, CancellationToken cancellation) =>
        await rows.ReadAsync(Partition(person.TenantId), ById(person.Id), cancellation) is { } pointer
            ? (await FindAsync(person.TenantId, StoredJson.Read<string>(pointer.Data), cancellation))?.Value
            : null;

    /// <summary>Changes what is stored of somebody, deciding again when another turn was faster. Null when erased.</summary>
    public async Task<Person?> ChangeAsync(PersonRef who, Func<Person, Person> change, CancellationToken cancellation)
    {
        while (true)
        {
            if (await FindAsync(who, cancellation) is not { } found) return null;
            if (await FindAsync(who.TenantId, found.ObjectId, cancellation) is not { } stored) return null;
            var changed = change(stored.Value);
            if (changed == stored.Value) return changed;
            try
            {
                await rows.CommitAsync(
                    Partition(who.TenantId),
                    [Write(stored, changed)],
                    cancellation);
                return changed;
            }
            catch (ConflictException)
            {
                // Two turns of the same person: the loop reads again.
            }
        }
    }

    /// <summary>The channel behind a name; null until an administrator has chosen one.</summary>
    public async Task<ConversationReference?> ChannelAsync(string name, CancellationToken cancellation) =>
        await rows.ReadAsync(ChannelPartition, $"channel|{name}", cancellation) is { } row ? StoredJson.Read<ConversationReference>(row.Data) : null;

    /// <summary>The row that says where a channel's messages go from now on.</summary>
    public static RowWrite WriteChannel(string name, ConversationReference where) => new RowWrite.Upsert($"channel|{name}", StoredJson.Write(where));

    /// <summary>Where somebody's row is, for a turn that changes it.</summary>
    public static string PartitionOf(PersonRef person) => Partition(person.TenantId);

    /// <summary>The write of a changed person; conflicts when another turn was faster.</summary>
    public static RowWrite Write(Stored<Person> before, Person after) =>
        new RowWrite.Replace(ByObject(after.ObjectId), StoredJson.Write(after), before.Tag);

    internal static string Partition(string tenantId) => $"people|{tenantId}";

    private async Task<Person> MeetAsync(Person seen, CancellationToken cancellation)
    {
        var person = seen with { Ref = seen.Ref with { Id = Guid.NewGuid().ToString("N") } };
        try
        {
            await rows.CommitAsync(
                Partition(person.Ref.TenantId),
                [
                    new RowWrite.Insert(ByObject(person.ObjectId), StoredJson.Write(person)),
                    new RowWrite.Insert(ById(person.Ref.Id), StoredJson.Write(person.ObjectId)),
                ],
                cancellation);
            return person;
        }
        catch (ConflictException)
        {
            return await SeenAsync(seen, cancellation);
        }
    }

    private static string ByObject(string objectId) => $"o|{RowKey.Hash(objectId)}";

    private static string ById(string id) => $"p|{id}";
}
