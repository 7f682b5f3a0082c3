using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The buttons of the technicians' card: what may be done now, the three likeliest first and the others under <em>Mer</em>.</summary>
internal static class DeskActions
{
    /// <param name="viewer">Who alone will see them; null: any technician.</param>
    public static IReadOnlyList<CardAction> For(TicketView view, Tongue tongue, Staff? viewer)
    {
        if (viewer is not null && !viewer.Roles.HasFlag(StaffRoles.Technician)) return [];
        var (ticket, key) = (view.Ticket, view.Ticket.Key.ToString());
        var answer = Answer(view, tongue);
        var note = Button.Opens<NoteForm, NoteForm.Data>(HandlingTexts.Note, new(key), tongue);
        if (ticket.State == TicketState.Closed) return [note];
        if (ticket.State == TicketState.Solved) return [answer, note, Correct(view, tongue), Merge(view, tongue)];

        var resolve = Button.Opens<ResolveForm, ResolveForm.Data>(SolutionTexts.Resolve, new(key), tongue);
        var handOver = HandOver(view, tongue);
        var acute = ticket.IsAcute
            ? Button.Opens<CalmForm, CalmForm.Data>(AcuteTexts.NoLonger, new(key), tongue)
            : Button.Opens<MakeAcuteForm, MakeAcuteForm.Data>(AcuteTexts.MakeAcute, new(key), tongue);
        CardAction[] always = view.HasAcuteLane || ticket.IsAcute ? [More(note), More(acute)] : [More(note)];
        CardAction[] last = [.. Clock(view, tongue), .. Later(view, tongue)];
        if (ticket.Assignee is null) return [Take(view, tongue), answer, resolve, .. always, More(handOver), .. last];
        CardAction[] alarm = ticket.IsAlarmOut ? [Take(view, tongue)] : [];
        if (viewer is not null && viewer.Person.Ref != ticket.Assignee) return [.. alarm, answer, handOver, .. always, .. last];
        if (ticket.IsAcute) return [.. alarm, answer, resolve, alarm.Length > 0 ? More(handOver) : handOver, .. always, .. last];
        return [answer, resolve, handOver, .. always, More(Button.For<ReleaseTicket, ReleaseTicket.Data>(HandlingTexts.Release, new(key), tongue)), .. last];
    }

    public static CardAction Take(TicketView view, Tongue tongue) =>
        Button.For<TakeTicket, TakeTicket.Data>(TicketTexts.Take, new(view.Ticket.Key.ToString()), tongue);

    public static CardAction Answer(TicketView view, Tongue tongue) =>
        Button.Opens<AnswerForm, AnswerForm.Data>(TicketTexts.Answer, new(view.Ticket.Key.ToString()), tongue);

    public static CardAction HandOver(TicketView view, Tongue tongue) =>
        Button.Opens<HandOverForm, HandOverForm.Data>(HandlingTexts.HandOver, new(view.Ticket.Key.ToString()), tongue);

    /// <summary>monday.com has answered.</summary>
    public static CardAction AtVendor(TicketView view, Tongue tongue) =>
        Button.For<EndVendorWait, EndVendorWait.Data>(VendorTexts.Answered, new(view.Ticket.Key.ToString()), tongue);

    public static CardAction NextUpdate(TicketView view, Tongue tongue) =>
        Button.Opens<NextUpdateForm, NextUpdateForm.Data>(NextUpdateTexts.NextUpdate, new(view.Ticket.Key.ToString()), tongue);

    /// <summary>What somebody waits for, and until when.</summary>
    private static IEnumerable<CardAction> Later(TicketView view, Tongue tongue)
    {
        yield return More(NextUpdate(view, tongue));
        if (view.Ticket.AtVendor is not null) yield return More(AtVendor(view, tongue));
        yield return More(Button.Opens<WaitForVendorForm, WaitForVendorForm.Data>(VendorTexts.Wait, new(view.Ticket.Key.ToString()), tongue));
        yield return Correct(view, tongue);
        yield return Merge(view, tongue);
    }

    private static CardAction Merge(TicketView view, Tongue tongue) =>
        More(Button.Opens<MergeForm, MergeForm.Data>(MergeTexts.Merge, new(view.Ticket.Key.ToString()), tongue));

    private static CardAction Correct(TicketView view, Tongue tongue) =>
        More(Button.Opens<CorrectForm, CorrectForm.Data>(CorrectionTexts.Correct, new(view.Ticket.Key.ToString()), tongue));

    /// <summary>What can be done to the clock of the first answer, while it counts.</summary>
    private static IEnumerable<CardAction> Clock(TicketView view, Tongue tongue)
    {
        var key = view.Ticket.Key.ToString();
        if (view.Ticket.Paused is not null) yield return More(Button.For<ResumeTicket, ResumeTicket.Data>(PauseTexts.Resume, new(key), tongue));
        else if (view.Standing.State is SlaState.OnTrack or SlaState.AtRisk) yield return More(Button.Opens<PauseForm, PauseForm.Data>(PauseTexts.Pause, new(key), tongue));
    }

    private static CardAction More(CardAction action) => action with { Mode = ActionMode.Secondary };
}
