using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A colleague whom the bot has not met yet: follows the ticket from their first sign of life in the customer's own tenant.</summary>
/// <param name="Email">Lower-case. Grants nothing by itself.</param>
public sealed record Invitation(string Email, PersonRef By);

/// <summary>Colleagues of the requester who see the ticket, hear what happens on it and may comment. What becomes of it is not theirs to decide.</summary>
public sealed partial record Ticket
{
    /// <summary>So that a commit with news and cards for all of them stays within one batch.</summary>
    public const int MostFollowers = 15;

    /// <summary>In the order they came; never the requester.</summary>
    public IReadOnlyList<PersonRef> Followers { get; private init; } = [];

    public IReadOnlyList<Invitation> Invited { get; private init; } = [];

    private bool IsFull => Followers.Count + Invited.Count >= MostFollowers;

    /// <summary>Somebody of the same customer follows it from now on.</summary>
    public Step Share(PersonRef by, PersonRef with, DateTimeOffset now)
    {
        if (State == TicketState.Closed) return new Step.No(Refusal.IsClosed);
        if (with == Requester || Followers.Contains(with)) return new Step.No(Refusal.FollowsAlready);
        return IsFull ? new Step.No(Refusal.TooManyFollow) : Joined(this, by, with, now);
    }

    /// <summary>Somebody whom the bot has not met will follow it once they appear. The address stays out of the timeline.</summary>
    public Step Invite(PersonRef by, string email, DateTimeOffset now)
    {
        if (State == TicketState.Closed) return new Step.No(Refusal.IsClosed);
        if (Invited.Any(invited => invited.Email == email)) return new Step.No(Refusal.FollowsAlready);
        return IsFull
            ? new Step.No(Refusal.TooManyFollow)
            : (this with { Invited = [.. Invited, new Invitation(email, by)] }).With(EntryKind.Invited, by, now);
    }

    /// <summary>Whoever was invited has appeared.</summary>
    public Step Join(PersonRef person, string email, DateTimeOffset now)
    {
        if (Invited.FirstOrDefault(invited => invited.Email == email) is not { } invitation) return new Step.No(Refusal.DoesNotFollow);
        var rest = this with { Invited = [.. Invited.Where(invited => invited != invitation)] };
        return person == Requester || Followers.Contains(person) ? new Step.No(Refusal.FollowsAlready) : Joined(rest, invitation.By, person, now);
    }

    /// <summary>Somebody follows it no longer, by their own wish or because whoever shared it thought better of it.</summary>
    public Step Unfollow(PersonRef person, PersonRef by, DateTimeOffset now)
    {
        if (!Followers.Contains(person)) return new Step.No(Refusal.DoesNotFollow);
        var done = (this with { Followers = [.. Followers.Where(follower => follower != person)] }).With(EntryKind.Unfollowed, by, now);
        return done with { Entry = done.Entry with { To = person } };
    }

    /// <summary>An invitation is taken back.</summary>
    public Step Uninvite(string email, PersonRef by, DateTimeOffset now) => Invited.Any(invited => invited.Email == email)
        ? (this with { Invited = [.. Invited.Where(invited => invited.Email != email)] }).With(EntryKind.Unfollowed, by, now)
        : new Step.No(Refusal.DoesNotFollow);

    /// <summary>A follower's words on a solved ticket, which say nothing of whether it works: that is the requester's to say.</summary>
    public Step Comment(PersonRef follower, string words, DateTimeOffset now) => State == TicketState.Solved
        ? With(EntryKind.Commented, follower, now, words)
        : new Step.No(State == TicketState.Closed ? Refusal.IsClosed : Refusal.IsNotSolved);

    /// <summary>A contact who writes on somebody's ticket gets a copy of the answer.</summary>
    private Ticket FollowedBy(PersonRef person) =>
        person == Requester || Followers.Contains(person) || Followers.Count >= MostFollowers ? this : this with { Followers = [.. Followers, person] };

    private static Step.Done Joined(Ticket ticket, PersonRef by, PersonRef person, DateTimeOffset now)
    {
        var done = (ticket with { Followers = [.. ticket.Followers, person] }).With(EntryKind.Shared, by, now);
        return done with { Entry = done.Entry with { To = person } };
    }
}
