using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The dialog in which a technician says which ticket goes on in place of this one.</summary>
public sealed class MergeForm(TicketAccess access, TicketViews views) : ICardAction<MergeForm.Data>
{
    internal const string Into = "into";
    internal const int MaxKey = 24;

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.merge-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        return stored.Value.State == TicketState.Closed
            ? Reply.Refuse(WhyNotTexts.Of(Refusal.IsClosed, stored.Value.Key, view.AssigneeName))
            : Reply.Ask(For(view, FormStamp.Issue(turn.Now), turn.Reader, ""));
    }

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, string into, Text? error = null, Text? first = null)
    {
        var tongue = reader.Tongue;
        var key = new InputText(MergeTexts.Into.In(tongue))
        {
            Id = Into, IsRequired = true, MaxLength = MaxKey, Value = into.Length > 0 ? into : null, Placeholder = MergeTexts.IntoHint.In(tongue),
            ErrorMessage = MergeTexts.KeyMissing.In(tongue),
        };
        var merge = Button.InDialog<MergeTicket, MergeTicket.Data>(
            MergeTexts.Merge, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(
            MergeTexts.Merge,
            new AdaptiveCard(
                [
                    FormFields.Heading(view),
                    .. FormFields.First(first, tongue),
                    .. FormFields.With(key, error is { } wrong ? new Dictionary<string, Text> { [Into] = wrong } : null, tongue),
                    Literal.Block(MergeTexts.WhatHappens(view.RequesterName, view.Ticket.Key).In(tongue), TextSize.Small, subtle: true),
                ],
                [merge], reader.Lang()),
            "small");
    }
}

/// <summary>A ticket goes on as another one of the same customer: both change in one commit, and whoever asked is told once.</summary>
public sealed class MergeTicket(TicketAccess access, TicketViews views, Forms forms) : ICardAction<MergeTicket.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.merge";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (key, stamp, into, me) = (stored.Value.Key, new FormStamp(data.Nonce, data.Day), inputs[MergeForm.Into], staff.Person.Ref);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, me, cancellation) is { } before) return Reply.Say(MergeTexts.Merged(key, before));
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        if (stored.Value.State == TicketState.Closed) return Reply.Refuse(WhyNotTexts.Of(Refusal.IsClosed, key, view.AssigneeName));
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(MergeForm.For(view, FormStamp.Issue(turn.Now), turn.Reader, into, first: TicketTexts.FormTooOld));
        if (!TicketKey.TryParse(into, out _)) return Again(MergeTexts.KeyMissing);
        if (await access.FindAsync(staff, into, cancellation) is not { } other) return Again(TicketTexts.NotFound);
        return stored.Value.MergeInto(other.Value, me, turn.Now) switch
        {
            Step.Done done => Decide(stored, done, other, stamp.Use(me, other.Value.Key.ToString()), turn.Now),
            Step.No no => Again(WhyNotTexts.Of(no.Why, other.Value.Key, view.AssigneeName)),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        Reply Again(Text error) => Reply.Ask(MergeForm.For(view, stamp, turn.Reader, Shorten.Cut(MergeForm.MaxKey, into), error));
    }

    private static Change Decide(Stored<Ticket> before, Step.Done merged, Stored<Ticket> other, RowWrite used, DateTimeOffset now)
    {
        var me = merged.Entry.By!;
        var absorbed = (Step.Done)other.Value.Absorb(before.Value, me, now);
        var (key, into) = (merged.Ticket.Key, absorbed.Ticket.Key);
        var colleagues = new[] { before.Value.Assignee, absorbed.Ticket.Assignee }.OfType<PersonRef>().Where(technician => technician != me).Distinct();
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(before, merged), .. TicketStore.Replace(other, absorbed), used],
            [
                new Send(new ToPerson(merged.Ticket.Requester), TicketNews.Of(key, merged.Entry)),
                .. colleagues.Select(technician => new Send(new ToPerson(technician), TicketNews.Of(into, absorbed.Entry))),
                .. LiveCards.Of(merged.Ticket),
                .. LiveCards.Of(absorbed.Ticket),
            ],
            Reply.Say(MergeTexts.Merged(key, into.ToString()))));
    }
}
