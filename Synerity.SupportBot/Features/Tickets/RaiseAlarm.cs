using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Another room's part in an alarm: it alerts people. Committed with the ticket. Pure.</summary>
public interface IAlarm
{
    IEnumerable<Effect> Follow(Ticket acute, DateTimeOffset now);
}

/// <summary>Makes an alarm, and what follows from one in all rooms.</summary>
public sealed class Alarms(NewPromise promises, AcuteLane lane, IEnumerable<ITicketOpened> opened, IEnumerable<IAlarm> rooms)
{
    public AcuteLane Lane => lane;

    /// <summary>Null: no agreement holds today.</summary>
    public Task<Promise?> PromiseAsync(CustomerKey customer, DateTimeOffset now, CancellationToken cancellation) => promises.ForAsync(customer, now, cancellation);

    public DateTimeOffset? DueOf(Promise promise, DateTimeOffset received) => promises.DueOf(promise, received);

    public IEnumerable<Effect> After(Ticket acute, DateTimeOffset now) =>
        [.. LiveCards.Of(acute), .. rooms.SelectMany(room => room.Follow(acute, now)), .. acute.Acute?.Target is null ? [] : SlaWatch.WakesAgain(acute, now)];

    public IEnumerable<Effect> AfterOpening(Ticket acute, DateTimeOffset now) =>
        [DeskCard.RefreshOf(acute.Key), .. promises.FirstWake(acute), .. opened.SelectMany(room => room.Follow(acute)), .. rooms.SelectMany(room => room.Follow(acute, now))];
}

/// <summary>The alarm is raised by a customer, on a ticket or with a new one, where the agreement has the acute lane.</summary>
public sealed class RaiseAlarm(Alarms alarms, TicketAccess access, Forms forms, NightReceipt receipts) : ICardAction<RaiseAlarm.Data>
{
    public sealed record Data(string Nonce, string Day, string? Ticket = null);

    public static string Verb => "tickets.alarm";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser { HasAgreement: true } user) return Reply.Refuse(NewTicket.WhyNot(turn.Caller));
        var (key, stamp) = (CustomerKey.Parse(user.Customer), new FormStamp(data.Nonce, data.Day));
        if (await forms.OutcomeOfAsync(CustomerStore.Partition(key), stamp, turn.Person.Ref, cancellation) is { } already)
        {
            return new Reply { Words = TicketTexts.SentAlready(already), Living = TicketCard.Of(TicketKey.Parse(already)) };
        }

        var stored = data.Ticket is { } named ? await access.FindAsync(user, named, cancellation) : null;
        if (data.Ticket is not null && stored is null) return Reply.Refuse(TicketTexts.NotFound);
        if (stored is not null && !CustomerSide.Decides(user, stored.Value)) return Reply.Refuse(SharingTexts.NotYours(stored.Value.Key));
        if (!await alarms.Lane.IncludesAsync(key, turn.Now, cancellation)) return Reply.Refuse(AcuteTexts.NotInAgreement);
        var draft = new AlarmDraft(inputs[TicketForm.What], inputs[AlarmForm.Phone], stored?.Value.Key.ToString()).Checked();
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(AlarmForm.For(draft with { WhatWrong = null, PhoneWrong = null }, FormStamp.Issue(turn.Now), turn, TicketTexts.FormTooOld));
        if (!draft.IsFine) return Reply.Ask(AlarmForm.For(draft, stamp, turn));
        if (stored is not null) return On(stored, turn, draft, stamp);
        if (await alarms.PromiseAsync(key, turn.Now, cancellation) is not { } promise) return Reply.Refuse(NewTicket.WhyNot(turn.Caller));
        return new Change(CustomerStore.Partition(key), TicketStore.Counter, number => Open(turn, new TicketKey(key, number), promise, draft, stamp));
    }

    private Outcome On(Stored<Ticket> before, Turn turn, AlarmDraft draft, FormStamp stamp)
    {
        var key = before.Value.Key;
        var step = before.Value.MakeAcute(AlarmOf(turn, draft, before.Value.Promise), turn.Now);
        if (step is not Step.Done made) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, TicketTexts.ATechnician), TicketCard.Of(key));
        var done = alarms.Lane.Dated(made, turn.Now);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(before, done), stamp.Use(turn.Person.Ref, key.ToString())],
            [.. alarms.After(done.Ticket, turn.Now)],
            new Reply { Words = receipts.For(done.Ticket, turn), Living = TicketCard.Of(key) }));
    }

    private Decision Open(Turn turn, TicketKey key, Promise promise, AlarmDraft draft, FormStamp stamp)
    {
        var opened = (Step.Done)Ticket.Open(key, turn.Person.Ref, promise, new TicketRequest(draft.What, TicketKind.Fault, Impact.Stopped), turn.Now, alarms.DueOf(promise, turn.Now));
        var acute = alarms.Lane.Dated((Step.Done)opened.Ticket.MakeAcute(AlarmOf(turn, draft, promise), turn.Now), turn.Now);
        return new Decision(
            [.. TicketStore.Insert(opened, acute), stamp.Use(turn.Person.Ref, key.ToString())],
            [.. alarms.AfterOpening(acute.Ticket, turn.Now)],
            new Reply { Words = receipts.For(acute.Ticket, turn), Living = TicketCard.Of(key) });
    }

    private Alarm AlarmOf(Turn turn, AlarmDraft draft, Promise promise) =>
        alarms.Lane.AlarmOf(turn.Person.Ref, draft.What, draft.Phone.Length > 0 ? draft.Phone : null, promise, turn.Now);
}

/// <summary>What is said once the alarm is raised: that it is out, or when it will be and what to do until then.</summary>
public sealed class NightReceipt(AcuteLines lines, FirstAidKit kit)
{
    public Text For(Ticket acute, Turn turn) => lines.Receipt(acute, turn.Now, turn.Reader, () => kit.For(acute.Request.What, turn.Reader.Tongue));
}
