using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What should be right, as far as it has been filled in.</summary>
/// <param name="Errors">By input id; null when nothing is wrong.</param>
internal sealed record CorrectionDraft(string Tier, string Kind, string Why = "", IReadOnlyDictionary<string, Text>? Errors = null)
{
    public const int MaxWhy = 1000;

    public Tier? ChosenTier => FormFields.Chosen(Tier, Enum.GetValues<Tier>());

    public TicketKind? ChosenKind => FormFields.Chosen(Kind, Enum.GetValues<TicketKind>());

    public static CorrectionDraft Of(Ticket ticket) => new(FormFields.NameOf(ticket.Promise.Tier), FormFields.NameOf(ticket.Request.Kind));

    public static CorrectionDraft From(Inputs inputs) => new(inputs[CorrectForm.Tier], inputs[CorrectForm.Kind], inputs[CorrectForm.Why]);

    public CorrectionDraft Checked(Ticket ticket)
    {
        var errors = new Dictionary<string, Text>();
        if (ChosenTier is null) errors[CorrectForm.Tier] = TicketTexts.ChooseOne;
        if (ChosenKind is null) errors[CorrectForm.Kind] = TicketTexts.ChooseOne;
        else if (ChosenKind == ticket.Request.Kind && ChosenTier == ticket.Promise.Tier) errors[CorrectForm.Kind] = CorrectionTexts.NothingChanged;
        if (Why.Length == 0) errors[CorrectForm.Why] = CorrectionTexts.WhyMissing;
        else if (Why.Length > MaxWhy) errors[CorrectForm.Why] = SolutionTexts.FieldTooLong;
        return this with { Errors = errors.Count > 0 ? errors : null };
    }
}

/// <summary>The dialog in which a technician puts tier and kind right.</summary>
public sealed class CorrectForm(TicketAccess access, TicketViews views) : ICardAction<CorrectForm.Data>
{
    internal const string Tier = "tier";
    internal const string Kind = "kind";
    internal const string Why = WordsForm.Words;

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.correct-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        return stored.Value.State == TicketState.Closed
            ? Reply.Refuse(WhyNotTexts.Of(Refusal.IsClosed, stored.Value.Key, view.AssigneeName))
            : Reply.Ask(For(view, FormStamp.Issue(turn.Now), turn.Reader, CorrectionDraft.Of(stored.Value)));
    }

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, CorrectionDraft draft, Text? first = null)
    {
        var tongue = reader.Tongue;
        var why = new InputText(CorrectionTexts.Why.In(tongue))
        {
            Id = Why, IsMultiline = true, IsRequired = true, MaxLength = CorrectionDraft.MaxWhy, Value = draft.Why.Length > 0 ? draft.Why : null,
            ErrorMessage = CorrectionTexts.WhyMissing.In(tongue),
        };
        var save = Button.InDialog<CorrectTicket, CorrectTicket.Data>(
            CorrectionTexts.Save, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(CorrectionTexts.Correct, new AdaptiveCard(
            [
                FormFields.Heading(view),
                .. FormFields.First(first, tongue),
                .. FormFields.With(FormFields.Choice(Tier, CorrectionTexts.Tier, Enum.GetValues<Tier>(), AgreementTexts.Badge, draft.Tier, TicketTexts.ChooseOne, tongue), draft.Errors, tongue),
                new TextBlock(CorrectionTexts.Counts.In(tongue)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
                .. FormFields.With(
                    FormFields.Choice(Kind, CorrectionTexts.Kind, Enum.GetValues<TicketKind>(), TicketTexts.KindName, draft.Kind, TicketTexts.ChooseOne, tongue), draft.Errors, tongue),
                .. FormFields.With(why, draft.Errors, tongue),
            ],
            [save], reader.Lang()));
    }
}

/// <summary>Tier and kind are what they should have been from the beginning. The customer's card follows silently; colleagues read why.</summary>
public sealed class CorrectTicket(TicketAccess access, TicketViews views, Forms forms, NewPromise promises) : ICardAction<CorrectTicket.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.correct";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (ticket, key, stamp, me) = (stored.Value, stored.Value.Key, new FormStamp(data.Nonce, data.Day), staff.Person.Ref);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, me, cancellation) is not null) return Reply.Say(CorrectionTexts.Corrected(key));
        var view = await views.OfAsync(ticket, turn.Now, cancellation);
        if (ticket.State == TicketState.Closed) return Reply.Refuse(WhyNotTexts.Of(Refusal.IsClosed, key, view.AssigneeName));
        var draft = CorrectionDraft.From(inputs).Checked(ticket);
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(CorrectForm.For(view, FormStamp.Issue(turn.Now), turn.Reader, draft, TicketTexts.FormTooOld));
        if (draft is not { Errors: null, ChosenTier: { } tier, ChosenKind: { } kind }) return Reply.Ask(CorrectForm.For(view, stamp, turn.Reader, draft));
        var promise = await promises.CorrectedAsync(ticket, tier, cancellation);
        var done = (Step.Done)ticket.Correct(me, promise, kind, promises.DueOf(ticket, promise, turn.Now), draft.Why, turn.Now);
        Effect[] told = done.Ticket.Assignee is { } holder && holder != me ? [new Send(new ToPerson(holder), TicketNews.Of(key, done.Entry))] : [];
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), stamp.Use(me, key.ToString())],
            [.. LiveCards.Of(done.Ticket), .. told, .. SlaWatch.WakesAgain(done.Ticket, turn.Now)],
            Reply.Say(CorrectionTexts.Corrected(key))));
    }
}
