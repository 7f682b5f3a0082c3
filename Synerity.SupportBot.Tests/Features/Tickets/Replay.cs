using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>What a timeline alone says of its ticket, folded by rules of its own.</summary>
internal sealed record Replay(TicketState State, PersonRef? Assignee, FirstResponse? Answered, ClosedHow? Closed, int? Stars, string Followers, bool Paused)
{
    public static Replay From(Ticket ticket, IReadOnlyList<Entry> timeline) => new(
        ticket.State, ticket.Assignee, ticket.Answered, ticket.Closed?.How, ticket.Rating?.Stars, HasAbsorbed(timeline) ? "" : Names(ticket.Followers), ticket.Paused is not null);

    public static Replay Of(IReadOnlyList<Entry> timeline)
    {
        var state = new Replay(TicketState.WaitingForTechnician, null, null, null, null, "", Paused: false);
        var (requester, followers) = (timeline[0].By, new List<PersonRef>());
        foreach (var entry in timeline)
        {
            Follow(entry, requester!, followers);
            state = After(state, entry) with { State = entry.Became ?? state.State };
        }

        return state with { Followers = HasAbsorbed(timeline) ? "" : Names(followers) };
    }

    /// <summary>Duplicates have brought their people along.</summary>
    public static bool HasAbsorbed(IReadOnlyList<Entry> timeline) => timeline.Any(entry => entry.Kind == EntryKind.Absorbed);

    /// <summary>Who was let in by what happened on this ticket itself; who came with a duplicate is on the duplicate's timeline.</summary>
    public static IEnumerable<PersonRef> EverFollowed(IReadOnlyList<Entry> timeline) => timeline
        .SelectMany(entry => entry is { Kind: EntryKind.Shared or EntryKind.Unfollowed, To: { } to } ? [to] : entry is { Kind: EntryKind.Wrote or EntryKind.NotSolved or EntryKind.Reopened, By: { } by } ? [by] : Array.Empty<PersonRef>())
        .Distinct();

    private static Replay After(Replay state, Entry entry) => entry.Kind switch
    {
        EntryKind.Taken => state with { Assignee = entry.By },
        EntryKind.HandedOver => state with { Assignee = entry.To },
        EntryKind.Released => state with { Assignee = null },
        EntryKind.WaitsForVendor => state with { Assignee = state.Assignee ?? entry.By },
        EntryKind.Answered or EntryKind.Solved => state with
        {
            Assignee = state.Assignee ?? entry.By, Answered = state.Answered ?? new FirstResponse(entry.At, entry.By!), Paused = false,
        },
        EntryKind.Accepted => state with { Closed = ClosedHow.Accepted },
        EntryKind.SaidSolved => state with { Closed = ClosedHow.SaidSolved },
        EntryKind.ClosedByItself => state with { Closed = ClosedHow.ByItself },
        EntryKind.Withdrew => state with { Closed = ClosedHow.Withdrawn },
        EntryKind.MergedInto => state with { Closed = ClosedHow.Merged },
        EntryKind.Reopened => state with { Closed = null },
        EntryKind.Rated => state with { Stars = entry.Stars },
        EntryKind.Paused => state with { Paused = true },
        EntryKind.Resumed => state with { Paused = false },
        _ => state,
    };

    private static void Follow(Entry entry, PersonRef requester, List<PersonRef> followers)
    {
        if (entry is { Kind: EntryKind.Shared, To: { } joined } && !followers.Contains(joined)) followers.Add(joined);
        if (entry is { Kind: EntryKind.Wrote or EntryKind.NotSolved or EntryKind.Reopened, By: { } writer } && writer != requester && !followers.Contains(writer)) followers.Add(writer);
        if (entry is { Kind: EntryKind.Unfollowed, To: { } left }) followers.Remove(left);
    }

    private static string Names(IEnumerable<PersonRef> people) => string.Join(' ', people.Select(person => person.Id).Order(StringComparer.Ordinal));
}
