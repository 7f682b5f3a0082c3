using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>How a ticket was solved, in the technician's words.</summary>
/// <param name="Advice">What the customer can do so that it does not come back.</param>
public sealed record Resolution(string Cause, string Action, string Advice, DateTimeOffset At, PersonRef By);

public enum ClosedHow
{
    /// <summary>The customer said that the solution works.</summary>
    Accepted,

    /// <summary>Nobody objected in time.</summary>
    ByItself,

    /// <summary>The customer needed no help any more.</summary>
    Withdrawn,

    /// <summary>The customer said that it was solved, before support had said how.</summary>
    SaidSolved,

    /// <summary>It goes on as another ticket.</summary>
    Merged,
}

/// <param name="By">Null: the bot.</param>
/// <param name="Into">Of <see cref="ClosedHow.Merged"/>: the key of the ticket that goes on.</param>
public sealed record Closing(DateTimeOffset At, ClosedHow How, PersonRef? By, string? Into = null)
{
    /// <summary>Somebody of the customer's said that it is solved, and may say how the help was.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsCustomersWord => How is ClosedHow.Accepted or ClosedHow.SaidSolved;
}

/// <summary>How happy the customer was with the help.</summary>
/// <param name="Stars">1 to 5.</param>
public sealed record Rating(int Stars, string? Comment, DateTimeOffset At, PersonRef By)
{
    public const int Most = 5;
}

/// <summary>How a ticket ends and comes back.</summary>
public sealed partial record Ticket
{
    /// <summary>Opening days a customer has to object to a solution.</summary>
    public const int DaysToObject = 5;

    /// <summary>After this long a closed ticket stays closed: a new one refers to it.</summary>
    public static readonly TimeSpan TimeToReopen = TimeSpan.FromDays(14);

    /// <summary>How it was solved; null while it is not, also when an earlier solution did not hold.</summary>
    public Resolution? Resolution => State is TicketState.Solved or TicketState.Closed ? LastResolution : null;

    /// <summary>Number of the timeline entry of the newest solution; 0 before the first.</summary>
    public int SolvedEntry { get; private init; }

    /// <summary>When a solved ticket closes by itself: as the customer was told, whatever closures are registered since. Null: its calendar never opens again.</summary>
    public DateTimeOffset? ClosesAt { get; private init; }

    /// <summary>Null while it is not closed.</summary>
    public Closing? Closed { get; private init; }

    /// <summary>Stays when the ticket is reopened: it is asked for once.</summary>
    public Rating? Rating { get; private init; }

    /// <summary>The newest solution, whether it holds or not: a customer may take back that it does not.</summary>
    internal Resolution? LastResolution { get; private init; }

    /// <summary>True while somebody is meant to work on it.</summary>
    public bool IsOpen => State is not (TicketState.Solved or TicketState.Closed);

    internal Refusal NotOpen => State == TicketState.Closed ? Refusal.IsClosed : Refusal.IsSolved;

    private TicketState BackAtSupport => Assignee is null ? TicketState.WaitingForTechnician : TicketState.WithTechnician;

    /// <summary>Whoever has it has solved it; the words to the customer count as an answer, for a human wrote them (sla rule 4).</summary>
    /// <param name="closesAt">When it closes unless the customer objects.</param>
    public Step Resolve(Resolution resolution, DateTimeOffset? closesAt)
    {
        var (technician, now) = (resolution.By, Whole(resolution.At));
        if (!IsOpen) return new Step.No(NotOpen);
        if (Assignee is { } holder && holder != technician) return new Step.No(Refusal.SomebodyElses);
        var solved = resolution with { At = now };
        var done = (TakenBy(technician, now) with
        {
            State = TicketState.Solved, LastResolution = solved, SolvedEntry = Entries + 1, ClosesAt = closesAt, AskedCustomer = false, NextUpdate = null,
        }).With(EntryKind.Solved, technician, now);
        return done with { Entry = done.Entry with { Resolution = solved } };
    }

    /// <summary>It works: the end.</summary>
    public Step Accept(PersonRef customer, DateTimeOffset now) => State == TicketState.Solved
        ? Close(ClosedHow.Accepted, customer, now).With(EntryKind.Accepted, customer, now)
        : new Step.No(NotSolved());

    /// <summary>It does not work, and why: the technician who solved it has it again. No new clock starts (sla rule 4).</summary>
    public Step Reject(PersonRef customer, string words, DateTimeOffset now) => State == TicketState.Solved
        ? (FollowedBy(customer) with { State = BackAtSupport }).With(EntryKind.NotSolved, customer, now, words)
        : new Step.No(NotSolved());

    /// <summary>The time to object is over.</summary>
    public Step CloseByItself(DateTimeOffset now) => State == TicketState.Solved && ClosesAt <= now
        ? Close(ClosedHow.ByItself, by: null, now).With(EntryKind.ClosedByItself, by: null, now)
        : new Step.No(NotSolved());

    /// <summary>The customer needs no help any more.</summary>
    public Step Withdraw(PersonRef customer, DateTimeOffset now) => IsOpen
        ? Close(ClosedHow.Withdrawn, customer, now).With(EntryKind.Withdrew, customer, now)
        : new Step.No(NotOpen);

    /// <summary>It comes back to whoever had it. No new clock starts: what was answered stays answered, what was not keeps its due (sla rule 4).</summary>
    public Step Reopen(PersonRef customer, string words, DateTimeOffset now) => Closed switch
    {
        null => new Step.No(Refusal.IsNotClosed),
        { Into: not null } => new Step.No(Refusal.IsMerged),
        { At: var at } when now >= at + TimeToReopen => new Step.No(Refusal.ClosedLongAgo),
        _ => (FollowedBy(customer) with { State = BackAtSupport, Closed = null }).With(EntryKind.Reopened, customer, now, words),
    };

    /// <summary>How the help was: once, by whoever said that the solution works.</summary>
    public Step Rate(Rating rating)
    {
        if (Rating is not null) return new Step.No(Refusal.IsRated);
        if (Closed is not { IsCustomersWord: true, By: { } by } || by != rating.By) return new Step.No(Refusal.NotAskedToRate);
        var done = (this with { Rating = rating with { At = Whole(rating.At) } }).With(EntryKind.Rated, rating.By, rating.At, rating.Comment);
        return done with { Entry = done.Entry with { Stars = rating.Stars } };
    }

    private Ticket Close(ClosedHow how, PersonRef? by, DateTimeOffset now) =>
        this with { State = TicketState.Closed, Closed = new Closing(Whole(now), how, by), AskedCustomer = false, LastWait = null, NextUpdate = null };

    private Refusal NotSolved() => State == TicketState.Closed ? Refusal.IsClosed : Refusal.IsNotSolved;
}
