using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The dialog in which a technician says when the customer will hear from support again.</summary>
public sealed class NextUpdateForm(TicketAccess access, TicketViews views) : ICardAction<NextUpdateForm.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.next-update-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        return stored.Value.IsOpen
            ? Reply.Ask(For(view, FormStamp.Issue(turn.Now), turn.Reader, new NextUpdateDraft()))
            : Reply.Refuse(WhyNotTexts.Of(stored.Value.NotOpen, stored.Value.Key, view.AssigneeName));
    }

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, NextUpdateDraft draft, Text? first = null)
    {
        var tongue = reader.Tongue;
        var save = Button.InDialog<PromiseUpdate, PromiseUpdate.Data>(
            NextUpdateTexts.Save, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(
            NextUpdateTexts.NextUpdate,
            new AdaptiveCard(
                [
                    FormFields.Heading(view),
                    new TextBlock(NextUpdateTexts.Seen.In(tongue)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
                    .. FormFields.First(first, tongue),
                    .. draft.Fields(NextUpdateTexts.DayAlone, view.Now, reader),
                ],
                [save], reader.Lang()),
            "small");
    }
}

/// <summary>The customer's card tells when they will hear from support again, silently, and a technician is reminded when the moment comes.</summary>
public sealed class PromiseUpdate(TicketAccess access, TicketViews views, Forms forms, TicketTimes times) : ICardAction<PromiseUpdate.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.next-update";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (key, stamp, me) = (stored.Value.Key, new FormStamp(data.Nonce, data.Day), staff.Person.Ref);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, me, cancellation) is not null) return Reply.Say(NextUpdateLines.Promised(stored.Value, turn));
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        if (!stored.Value.IsOpen) return Reply.Refuse(WhyNotTexts.Of(stored.Value.NotOpen, key, view.AssigneeName));
        var draft = NextUpdateDraft.From(inputs).Checked(turn, times.HoursOf(stored.Value), required: true);
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(NextUpdateForm.For(view, FormStamp.Issue(turn.Now), turn.Reader, draft, TicketTexts.FormTooOld));
        if (draft.At is not { } at) return Reply.Ask(NextUpdateForm.For(view, stamp, turn.Reader, draft));
        var done = (Step.Done)stored.Value.PromiseUpdate(me, at, turn.Now);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), stamp.Use(me, key.ToString())],
            [.. LiveCards.Of(done.Ticket), .. times.WakesOf(done.Ticket)],
            Reply.Say(NextUpdateLines.Promised(done.Ticket, turn))));
    }
}
