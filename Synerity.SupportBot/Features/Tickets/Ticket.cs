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
}

/// <summary>What the customer said it is about; technicians set finer kinds.</summary>
public enum TicketKind
{
    Fault,
    HowTo,
    Change,
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
public sealed record Ticket
{
    /// <summary>Longest title; longer first lines are cut at a word.</summary>
    public const int MaxTitle = 80;

    private Ticket(TicketKey key, PersonRef requester, DateTimeOffset receivedAt, Promise promise, TicketRequest request)
    {
        (Key, Requester, ReceivedAt, Promise, Request) = (key, requester, receivedAt, promise, request);
        Title = TitleOf(request.What);
    }

    public TicketKey Key { get; }
    public PersonRef Requester { get; }
    public DateTimeOffset ReceivedAt { get; }
    public Promise Promise { get; }
    public TicketRequest Request { get; private init; }
    public string Title { get; private init; }
    public TicketState State { get; private init; }
    public PersonRef? Assignee { get; private init; }
    public DateTimeOffset? TakenAt { get; private init; }
    public FirstResponse? Answered { get; private init; }

    /// <summary>True when the technician's newest answer left the ball with the customer.</summary>
    public bool AskedCustomer { get; private init; }

    /// <summary>Number of the newest timeline entry; the first is 1.</summary>
    public int Entries { get; private init; }

    /// <summary>A new ticket and the first entry of its timeline.</summary>
    public static Step Open(TicketKey key, PersonRef requester, Promise promise, TicketRequest request, DateTimeOffset now) =>
        new Ticket(key, requester, Whole(now), promise, request).With(EntryKind.Opened, requester, now, request.What);

    /// <summary>For the store only: what was written is what it was.</summary>
    internal static Ticket Restore(TicketKey key, TicketRow row) =>
        new(key, row.Requester, row.ReceivedAt, row.Promise, row.Request)
        {
            Title = row.Title, State = row.State, Assignee = row.Assignee, TakenAt = row.TakenAt, Answered = row.Answered,
            AskedCustomer = row.AskedCustomer, Entries = row.Entries,
        };

    /// <summary>A technician makes it theirs. Refused when somebody has it.</summary>
    public Step Take(PersonRef technician, DateTimeOffset now) =>
        Assignee is { } holder
            ? new Step.No(holder == technician ? Refusal.AlreadyYours : Refusal.SomebodyElsesAlready)
            : (this with { Assignee = technician, TakenAt = now, State = TicketState.WithTechnician }).With(EntryKind.Taken, technician, now);

    /// <summary>A technician's words to the customer; the first ever is the first response. Whoever answers an untaken ticket has it from then on.</summary>
    /// <param name="asksCustomer">The ball is the customer's now.</param>
    public Step Answer(PersonRef technician, string words, bool asksCustomer, DateTimeOffset now) =>
        (this with
        {
            Assignee = Assignee ?? technician,
            TakenAt = TakenAt ?? now,
            Answered = Answered ?? new FirstResponse(Whole(now), technician),
            AskedCustomer = asksCustomer,
            State = asksCustomer ? TicketState.WaitingForCustomer : TicketState.WithTechnician,
        }).With(EntryKind.Answered, technician, now, words);

    /// <summary>The customer's words to support. What waited for the customer goes back to its technician.</summary>
    public Step Write(PersonRef customer, string words, DateTimeOffset now) =>
        (this with { State = State == TicketState.WaitingForCustomer ? TicketState.WithTechnician : State }).With(EntryKind.Wrote, customer, now, words);

    /// <summary>Support's clock crossed a warning level: noted once per level and due.</summary>
    public Step Warn(int percent, DateTimeOffset now) =>
        With(percent >= 100 ? EntryKind.PromiseMissed : EntryKind.Warned, by: null, now);

    /// <summary>The customer's message was meant for something else. The entry keeps its place and loses its words; if nothing has happened
    /// since, the ticket waits for the customer again where it did.</summary>
    public Step TakeBack(PersonRef customer, int entry, DateTimeOffset now) =>
        (this with { State = AskedCustomer && entry == Entries ? TicketState.WaitingForCustomer : State }).With(EntryKind.TookBack, customer, now);

    private Step.Done With(EntryKind kind, PersonRef? by, DateTimeOffset now, string? words = null) =>
        new Step.Done(this with { Entries = Entries + 1 }, new Entry(Entries + 1, Whole(now), kind, by, words));

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
public sealed record TicketRequest(string What, TicketKind Kind, Impact Impact, string? Link = null, string? Affected = null);

/// <summary>How a transition ended.</summary>
public abstract record Step
{
    public sealed record Done(Ticket Ticket, Entry Entry) : Step;

    public sealed record No(Refusal Why) : Step;
}

public enum Refusal
{
    AlreadyYours,
    SomebodyElsesAlready,
}

public enum EntryKind
{
    Opened,
    Taken,
    Answered,
    Wrote,
    Warned,
    PromiseMissed,
    TookBack,
}

/// <summary>One line of a ticket's timeline.</summary>
/// <param name="By">Null: the bot.</param>
/// <param name="Words">What a person wrote; null where nothing was written, or when it was taken back.</param>
public sealed record Entry(int Number, DateTimeOffset At, EntryKind Kind, PersonRef? By, string? Words);
