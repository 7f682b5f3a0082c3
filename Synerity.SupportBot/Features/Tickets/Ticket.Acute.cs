using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Somebody wants extra fast help.</summary>
/// <param name="Words">What the customer wrote, or the technician's reason.</param>
/// <param name="Phone">A number to call, as it was written; null: none was given.</param>
/// <param name="GoesOutAt">When people are alerted: at once, or when support opens.</param>
/// <param name="Target">The configured time until an answer, in opening hours; null: no number is promised.</param>
public sealed record Alarm(PersonRef By, string Words, string? Phone, DateTimeOffset GoesOutAt, TimeSpan? Target);

/// <summary>A promise that is faster than the agreement's own, counted in opening hours from when the alarm was raised.</summary>
public sealed record AcuteTarget(DateTimeOffset From, TimeSpan Within);

/// <summary>The alarm on a ticket, past or present.</summary>
/// <param name="TakenBy">Who has answered the alarm; null: nobody yet.</param>
/// <param name="Target">Stays when it is not acute any more: what was promised is kept (sla rule 7).</param>
/// <param name="CalmedAt">Since when it is not acute any more; null: it still is.</param>
public sealed record Acute(
    DateTimeOffset Since, PersonRef By, string? Phone, DateTimeOffset GoesOutAt, AcuteTarget? Target = null, PersonRef? TakenBy = null, DateTimeOffset? CalmedAt = null);

/// <summary>What makes a ticket acute (entitlement <see cref="Entitlement.AcuteResponse"/>, which the caller has checked), and what ends that.</summary>
public sealed partial record Ticket
{
    /// <summary>Longest telephone number.</summary>
    public const int MaxPhone = 40;

    /// <summary>Null: there never was an alarm.</summary>
    public Acute? Acute { get; private init; }

    /// <summary>First in the queue, red on every card.</summary>
    public bool IsAcute => IsOpen && Acute is { CalmedAt: null };

    /// <summary>Acute, and nobody has answered the alarm: people are alerted one after the other.</summary>
    public bool IsAlarmOut => IsAcute && Acute is { TakenBy: null };

    /// <summary>The alarm is raised. Whoever has the ticket is alerted first and may not be there, so anybody may take it.</summary>
    public Step MakeAcute(Alarm alarm, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        if (IsAcute) return new Step.No(Refusal.IsAcuteAlready);
        var target = Acute?.Target ?? (alarm.Target is { } within ? new AcuteTarget(Whole(now), within) : null);
        return (BusinessStopped() with { Acute = new Acute(Whole(now), alarm.By, alarm.Phone, Whole(alarm.GoesOutAt), target) })
            .With(EntryKind.MadeAcute, alarm.By, now, alarm.Words);
    }

    /// <summary>It is not acute any more. The ticket stays as it is otherwise.</summary>
    /// <param name="reason">A technician's; customers need none.</param>
    public Step CalmDown(PersonRef by, string? reason, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        if (Acute is not { } alarm || !IsAcute) return new Step.No(Refusal.IsNotAcute);
        return (this with { Acute = alarm with { CalmedAt = Whole(now) } }).With(EntryKind.CalmedDown, by, now, reason);
    }

    /// <summary>Somebody more has been alerted.</summary>
    /// <param name="to">Null: the whole support.</param>
    public Step Alert(PersonRef? to, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        if (!IsAlarmOut) return new Step.No(IsAcute ? Refusal.SomebodyElsesAlready : Refusal.IsNotAcute);
        var done = With(EntryKind.Alerted, by: null, now);
        return done with { Entry = done.Entry with { To = to } };
    }

    /// <summary>The customer says that business has stopped, whatever the agreement: the technician must see it.</summary>
    public Step SayStopped(PersonRef customer, string words, DateTimeOffset now) =>
        IsOpen ? BusinessStopped().With(EntryKind.SaidStopped, customer, now, words) : new Step.No(NotOpen);

    /// <summary>The same with the due that an alarm has brought.</summary>
    /// <param name="due">Null without a guarantee, and while paused.</param>
    internal Ticket DueBy(DateTimeOffset? due) => Answered is null ? this with { DueAt = due } : this;

    private Ticket BusinessStopped() => this with
    {
        Request = Request with { Impact = Impact.Stopped }, State = State == TicketState.WaitingForCustomer ? BackAtSupport : State,
    };

    /// <summary>Whoever takes, gets, answers or solves it has answered the alarm; what is closed is not acute when it comes back.</summary>
    private Acute? AlarmAfter(EntryKind kind, PersonRef? by, DateTimeOffset now) => kind switch
    {
        EntryKind.Taken or EntryKind.HandedOver when IsAlarmOut => Acute! with { TakenBy = Assignee },
        EntryKind.Answered or EntryKind.Solved when Acute is { TakenBy: null, CalmedAt: null } alarm => alarm with { TakenBy = by },
        EntryKind.Accepted or EntryKind.ClosedByItself or EntryKind.Withdrew when Acute is { CalmedAt: null } alarm => alarm with { CalmedAt = now },
        _ => Acute,
    };
}
