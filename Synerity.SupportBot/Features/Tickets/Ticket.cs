using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Who has the ball.</summary>
public enum TicketState
{
    WaitingForTechnician,
    WithTechnician,
    WaitingForCustomer,
    WaitingForVendor,

    /// <summary>A technician has solved it; the customer has not said whether it works.</summary>
    Solved,
    Closed,
}

/// <summary><em>Hur mycket stör det?</em></summary>
public enum Impact
{
    CanWork,
    SeveralStuck,
    Stopped,
}

/// <summary>The promise as it stood when the ticket was received (sla rule 7): tier, budget in opening hours, and the calendar it is counted in.</summary>
/// <param name="Budget">Null: no guarantee.</param>
/// <param name="Calendar">The customer's own calendar as JSON; null: the standard one.</param>
public sealed record Promise(Tier Tier, TimeSpan? Budget, string? Calendar = null);

/// <summary>The first public message of a human technician (sla rule 4).</summary>
public sealed record FirstResponse(DateTimeOffset At, PersonRef By);

/// <summary>
/// A ticket. Its state changes only by the named transitions, each of which returns the new ticket and the entry its timeline gets, or why
/// not. Texts are the people's own.
/// </summary>
public sealed partial record Ticket
{
    /// <summary>Longest title; longer first lines are cut at a word.</summary>
    public const int MaxTitle = 80;

    private readonly TicketState _state;

    /// <summary>True between a change of the state and the entry that tells of it.</summary>
    private readonly bool _moved;

    private Ticket(TicketKey key, PersonRef requester, DateTimeOffset receivedAt, Promise promise, TicketRequest request)
    {
        (Key, Requester, ReceivedAt, Promise, Request) = (key, requester, receivedAt, promise, request);
        Title = TitleOf(request.Title ?? request.What);
        Since = receivedAt;
    }

    public TicketKey Key { get; }
    public PersonRef Requester { get; }
    public DateTimeOffset ReceivedAt { get; }
    public Promise Promise { get; private init; }
    public TicketRequest Request { get; private init; }
    public string Title { get; private init; }

    public TicketState State
    {
        get => _state;
        private init => (_state, _moved) = (value, _moved || value != _state);
    }

    /// <summary>Since when it has been in its state.</summary>
    public DateTimeOffset Since { get; private init; }
    public PersonRef? Assignee { get; private init; }
    public DateTimeOffset? TakenAt { get; private init; }
    public FirstResponse? Answered { get; private init; }

    /// <summary>True when the technician's newest answer left the ball with the customer.</summary>
    public bool AskedCustomer { get; private init; }

    private bool Moved
    {
        init => _moved = value;
    }

    /// <summary>Number of the newest timeline entry; the first is 1.</summary>
    public int Entries { get; private init; }

    /// <summary>A new ticket and the first entry of its timeline.</summary>
    /// <param name="due">When the first answer is due; null without a guarantee.</param>
    public static Step Open(TicketKey key, PersonRef requester, Promise promise, TicketRequest request, DateTimeOffset now, DateTimeOffset? due = null) =>
        (new Ticket(key, requester, Whole(now), promise, request) with { DueAt = due }).With(EntryKind.Opened, requester, now, request.What);

    /// <summary>For the store only: what was written is what it was.</summary>
    internal static Ticket Restore(TicketKey key, TicketRow row) =>
        new(key, row.Requester, row.ReceivedAt, row.Promise, row.Request)
        {
            Title = row.Title, State = row.State, Assignee = row.Assignee, TakenAt = row.TakenAt, Answered = row.Answered,
            AskedCustomer = row.AskedCustomer, Entries = row.Entries,
            LastResolution = row.Resolution, SolvedEntry = row.SolvedEntry, ClosesAt = row.ClosesAt, Closed = row.Closed, Rating = row.Rating,
            Acute = row.Acute,
            Since = row.Since ?? row.ReceivedAt, Moved = false,
            Pauses = row.Pauses ?? [], DueAt = row.DueAt, LastWait = row.Wait,
            Followers = row.Followers ?? [], Invited = row.Invited ?? [], Reminded = row.Reminded, Files = row.Files ?? [],
            LastVendorWait = row.Vendor, NextUpdate = row.NextUpdate,
            RecordingLinks = row.Recordings ?? [], RecorderToken = row.RecorderToken, AwaitsRecording = row.AwaitsRecording,
        };

    /// <summary>A technician makes it theirs. Refused when somebody has it, unless an alarm is out: then whoever answers it.</summary>
    public Step Take(PersonRef technician, DateTimeOffset now) => Assignee switch
    {
        { } holder when State != TicketState.Closed && !IsAlarmOut => new Step.No(holder == technician ? Refusal.AlreadyYours : Refusal.SomebodyElsesAlready),
        _ when State == TicketState.Closed => new Step.No(Refusal.IsClosed),
        _ => (this with { Assignee = technician, TakenAt = now, State = Held }).With(EntryKind.Taken, technician, now),
    };

    /// <summary>A technician's words to the customer; the first ever is the first response. Whoever answers an untaken ticket has it from then on.
    /// What is solved stays solved, unless the technician asks something after all.</summary>
    /// <param name="asksCustomer">The ball is the customer's now.</param>
    /// <param name="nextUpdate">When the customer will hear from support again; null: what was said before is kept by this answer.</param>
    public Step Answer(PersonRef technician, string words, bool asksCustomer, DateTimeOffset now, DateTimeOffset? nextUpdate = null) => State == TicketState.Closed
        ? new Step.No(Refusal.IsClosed)
        : (TakenBy(technician, now) with
        {
            AskedCustomer = asksCustomer,
            NextUpdate = nextUpdate is { } at ? new NextUpdate(Whole(at)) : null,
            LastWait = asksCustomer ? new CustomerWait(Whole(now), Entries + 1) : null,
            State = asksCustomer ? TicketState.WaitingForCustomer : State == TicketState.Solved ? State : TicketState.WithTechnician,
        }).With(EntryKind.Answered, technician, now, words);

    /// <summary>The customer's words to support. What waited for the customer goes back to its technician.</summary>
    public Step Write(PersonRef customer, string words, DateTimeOffset now) => IsOpen
        ? (FollowedBy(customer) with { State = State == TicketState.WaitingForCustomer ? BackAtSupport : State }).With(EntryKind.Wrote, customer, now, words)
        : new Step.No(NotOpen);

    /// <summary>Support's clock crossed a warning level: noted once per level and due.</summary>
    public Step Warn(int percent, DateTimeOffset now) =>
        With(percent >= 100 ? EntryKind.PromiseMissed : EntryKind.Warned, by: null, now);

    /// <summary>The customer's message was meant for something else. The entry keeps its place and loses its words; if nothing has happened
    /// since, the ticket waits for the customer again where it did, and is solved again where it was.</summary>
    public Step TakeBack(PersonRef customer, Entry written, DateTimeOffset now)
    {
        var before = written.Kind == EntryKind.NotSolved ? TicketState.Solved : written.Kind == EntryKind.Wrote && AskedCustomer ? TicketState.WaitingForCustomer : State;
        var anew = LastWait is null ? null : new CustomerWait(Whole(now), LastWait.Asked);
        return (this with { State = written.Number == Entries ? before : State, LastWait = anew }).With(EntryKind.TookBack, customer, now);
    }

    /// <summary>Who writes to the customer has the ticket if nobody had, and has answered it if nobody had; the clock of the answer is done.</summary>
    private Ticket TakenBy(PersonRef technician, DateTimeOffset now) => this with
    {
        Assignee = Assignee ?? technician,
        TakenAt = TakenAt ?? now,
        Answered = Answered ?? new FirstResponse(Whole(now), technician),
        Pauses = PausesUntil(now),
        DueAt = null,
    };

    private Step.Done With(EntryKind kind, PersonRef? by, DateTimeOffset now, string? words = null) =>
        new(this with { Entries = Entries + 1, Since = _moved ? Whole(now) : Since, Moved = false, Acute = AlarmAfter(kind, by, Whole(now)) },
            new Entry(Entries + 1, Whole(now), kind, by, words, Became: _moved ? State : null));

    /// <summary>Instants are kept in whole seconds (sla rule 3).</summary>
    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private static string TitleOf(string what)
    {
        var line = what.Split('\n', 2)[0].Trim();
        line = line.Length > 0 && !line.Split(' ')[0].Contains("://", StringComparison.Ordinal) ? char.ToUpper(line[0], System.Globalization.CultureInfo.GetCultureInfo("sv-SE")) + line[1..] : line;
        if (line.Length <= MaxTitle) return line.TrimEnd('.', ' ');
        var cut = line.LastIndexOf(' ', MaxTitle - 1);
        return (cut > MaxTitle / 2 ? line[..cut] : Shorten.Cut(MaxTitle - 1, line)) + "…";
    }
}

/// <summary>What somebody asked for, as they filled it in.</summary>
/// <param name="Refers">The key of the closed ticket that this one continues.</param>
/// <param name="Title">Null: the first line of <paramref name="What"/>.</param>
/// <param name="Article">The slug of the help article that was tried first.</param>
public sealed record TicketRequest(
    string What, TicketKind Kind, Impact Impact, string? Link = null, string? Affected = null, string? Refers = null, string? Title = null, string? Article = null);
