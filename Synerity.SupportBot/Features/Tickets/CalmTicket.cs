using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary><em>Det är inte akut längre</em>: said by the customer, who needs no reason, or by a technician, who gives one.</summary>
public sealed class CalmTicket(TicketAccess access, TicketViews views) : ICardAction<CalmTicket.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.calm";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.FindAsync(turn.Caller, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        if (turn.Caller is CustomerUser && !CustomerSide.Decides(turn.Caller, stored.Value)) return Reply.Refuse(SharingTexts.NotYours(stored.Value.Key));
        if (turn.Caller is not Staff staff) return Decide(turn, stored, reason: null, new Reply { Words = AcuteTexts.Calmed(stored.Value.Key), Living = TicketCard.Of(stored.Value.Key) });
        if (!staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        var reason = inputs[WordsForm.Words];
        if (WordsForm.Fault(reason, AcuteReason.Asked) is { } fault && stored.Value.IsAcute)
        {
            return Reply.Ask(CalmForm.For(await views.OfAsync(stored.Value, turn.Now, cancellation), turn.Reader, reason, fault));
        }

        return Decide(turn, stored, reason, Reply.Say(AcuteTexts.Marked(stored.Value.Key)));
    }

    /// <summary>A customer's word reaches whoever has the ticket; a technician's shows on the cards.</summary>
    internal static Outcome Decide(Turn turn, Stored<Ticket> before, string? reason, Reply reply)
    {
        var key = before.Value.Key;
        var step = before.Value.CalmDown(turn.Person.Ref, reason, turn.Now);
        if (step is not Step.Done done) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, TicketTexts.ATechnician));
        Effect[] told = turn.Caller is CustomerUser ? [new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry))] : [];
        return Change.To(key.Partition, new Decision(TicketStore.Replace(before, done), [.. told, .. LiveCards.Of(done.Ticket)], reply));
    }
}

/// <summary>The dialog in which a technician says why it is not acute.</summary>
public sealed class CalmForm(TicketAccess access, TicketViews views) : ICardAction<CalmForm.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.calm-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        await AcuteReason.FindAsync(turn, data.Ticket, access, cancellation) is not { } stored ? Reply.Refuse(AcuteReason.WhyNot(turn))
        : !stored.Value.IsAcute ? Reply.Refuse(WhyNotTexts.Of(stored.Value.IsOpen ? Refusal.IsNotAcute : stored.Value.NotOpen, stored.Value.Key, TicketTexts.ATechnician))
        : Reply.Ask(For(await views.OfAsync(stored.Value, turn.Now, cancellation), turn.Reader, "", error: null));

    internal static Dialog For(TicketView view, Reader reader, string reason, Text? error) => new(
        AcuteTexts.NoLonger,
        WordsForm.For(view, reader, AcuteReason.Asked, reason, error, Button.InDialog<CalmTicket, CalmTicket.Data>(
            AcuteTexts.NoLonger, new(view.Ticket.Key.ToString()), reader.Tongue) with { Style = ActionStyle.Positive }));
}

/// <summary>The dialog in which a technician says why it is acute.</summary>
public sealed class MakeAcuteForm(TicketAccess access, TicketViews views) : ICardAction<MakeAcuteForm.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.make-acute-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        await AcuteReason.FindAsync(turn, data.Ticket, access, cancellation) is not { } stored ? Reply.Refuse(AcuteReason.WhyNot(turn))
        : !stored.Value.IsOpen || stored.Value.IsAcute ? Reply.Refuse(WhyNotTexts.Of(stored.Value.IsOpen ? Refusal.IsAcuteAlready : stored.Value.NotOpen, stored.Value.Key, TicketTexts.ATechnician))
        : Reply.Ask(For(await views.OfAsync(stored.Value, turn.Now, cancellation), turn.Reader, "", error: null));

    internal static Dialog For(TicketView view, Reader reader, string reason, Text? error) => new(
        AcuteTexts.MakeAcute,
        WordsForm.For(view, reader, AcuteReason.Asked, reason, error, Button.InDialog<MakeAcute, MakeAcute.Data>(
            AcuteTexts.MakeAcute, new(view.Ticket.Key.ToString()), reader.Tongue) with { Style = ActionStyle.Destructive }));
}

/// <summary>A technician raises the alarm, with a reason: somebody phoned, or it turned out worse than it looked.</summary>
public sealed class MakeAcute(TicketAccess access, TicketViews views, Alarms alarms) : ICardAction<MakeAcute.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.make-acute";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await AcuteReason.FindAsync(turn, data.Ticket, access, cancellation) is not { } stored) return Reply.Refuse(AcuteReason.WhyNot(turn));
        var (key, reason) = (stored.Value.Key, inputs[WordsForm.Words]);
        if (!await alarms.Lane.IncludesAsync(key.Customer, turn.Now, cancellation)) return Reply.Refuse(AcuteTexts.NotInTheirs);
        if (WordsForm.Fault(reason, AcuteReason.Asked) is { } fault && stored.Value is { IsOpen: true, IsAcute: false })
        {
            return Reply.Ask(MakeAcuteForm.For(await views.OfAsync(stored.Value, turn.Now, cancellation), turn.Reader, reason, fault));
        }

        var step = stored.Value.MakeAcute(alarms.Lane.AlarmOf(turn.Person.Ref, reason, null, stored.Value.Promise, turn.Now), turn.Now);
        if (step is not Step.Done made) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, TicketTexts.ATechnician));
        var done = alarms.Lane.Dated(made, turn.Now);
        return Change.To(key.Partition, new Decision(TicketStore.Replace(stored, done), [.. alarms.After(done.Ticket, turn.Now)], Reply.Say(AcuteTexts.IsAcuteNow(key))));
    }
}

/// <summary>What both dialogs of technicians have in common.</summary>
internal static class AcuteReason
{
    public static readonly WordsAsked Asked = new(AcuteTexts.Reason, AcuteTexts.ReasonHint, OneLine: true);

    /// <summary>Null: the caller is no technician, or there is no such ticket.</summary>
    public static Task<Stored<Ticket>?> FindAsync(Turn turn, string ticket, TicketAccess access, CancellationToken cancellation) =>
        turn.Caller is Staff staff && staff.Roles.HasFlag(StaffRoles.Technician) ? access.FindAsync(staff, ticket, cancellation) : Task.FromResult<Stored<Ticket>?>(null);

    public static Text WhyNot(Turn turn) =>
        turn.Caller is Staff staff && staff.Roles.HasFlag(StaffRoles.Technician) ? TicketTexts.NotFound : TicketTexts.TechniciansOnly;
}
