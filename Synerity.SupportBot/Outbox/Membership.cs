using System.Collections.Concurrent;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Outbox;

/// <summary>Hears of somebody whose membership was just looked up: a room may know their e-mail address.</summary>
public interface IMemberSeen
{
    Task SeenAsync(Person person, CancellationToken cancellation);
}

/// <summary>
/// What an activity does not carry: the e-mail address, and whether somebody is a guest. Asked of the connector once and kept for 24 hours
/// (storage rules, "People"). When it cannot be asked, what is known holds, and it is asked again some minutes later.
/// </summary>
public sealed class Membership(ConnectorClient connector, AddressBook people, IEnumerable<IMemberSeen> rooms, WireClock wire)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(10);

    /// <summary>A turn waits no longer than this: its answer is due within seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<PersonRef, DateTimeOffset> _failed = new();

    /// <summary>The person with what the connector says of them, if that is not known or a day old.</summary>
    public async Task<Person> KnowAsync(Person person, ConversationReference where, DateTimeOffset now, CancellationToken cancellation)
    {
        if (now - person.LookedUpAt < Kept || (_failed.TryGetValue(person.Ref, out var at) && wire.Time.GetUtcNow() - at < AfterFailure)) return person;
        Member? member;
        try
        {
            using var limit = new CancellationTokenSource(Patience, wire.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
            member = await connector.MemberAsync(where, person.Member ?? person.ObjectId, either.Token);
        }
        catch (Exception fault) when (fault is ConnectorException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            if (_failed.Count > MostRemembered) _failed.Clear();
            _failed[person.Ref] = wire.Time.GetUtcNow();
            return person;
        }

        var known = await people.ChangeAsync(person.Ref, before => Told(before, member) with { LookedUpAt = now }, cancellation) ?? person;
        foreach (var room in rooms) await room.SeenAsync(known, cancellation);
        return known;
    }

    /// <summary>The connector's word about somebody else than the one who was authenticated counts for nothing.</summary>
    private static Person Told(Person person, Member? member) =>
        member is null || (member.AadObjectId is { } id && !id.Equals(person.ObjectId, StringComparison.OrdinalIgnoreCase))
            ? person with { Email = null }
            : person with { Email = member.Email?.Trim().ToLowerInvariant(), IsGuest = member.UserRole?.Equals("guest", StringComparison.OrdinalIgnoreCase) == true };
}
