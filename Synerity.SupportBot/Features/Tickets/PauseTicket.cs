using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Why the clock should stand still, as far as it has been filled in.</summary>
/// <param name="Errors">By input id; null when nothing is wrong.</param>
internal sealed record PauseDraft(string Reason = "", string Words = "", bool IsPublic = false, IReadOnlyDictionary<string, Text>? Errors = null)
{
    public const int MaxWords = 500;

    public PauseReason? Chosen => FormFields.Chosen(Reason, Enum.GetValues<PauseReason>());

    public static PauseDraft From(Inputs inputs) => new(inputs[PauseForm.Reason], inputs[PauseForm.Words], inputs.IsOn(PauseForm.Public));

    public PauseDraft Checked()
    {
        var errors = new Dictionary<string, Text>();
        if (Chosen is null) errors[PauseForm.Reason] = PauseTexts.ChooseWhy;
        if (Words.Length > MaxWords) errors[PauseForm.Words] = PauseTexts.WordsTooLong;
        else if (Chosen == PauseReason.Other && Words.Length == 0) errors[PauseForm.Words] = PauseTexts.WordsMissing;
        return this with { Errors = errors.Count > 0 ? errors : null };
    }
}

/// <summary>The dialog in which a technician says why the clock of the first answer should stand still.</summary>
public sealed class PauseForm(TicketAccess access, TicketViews views) : ICardAction<PauseForm.Data>
{
    internal const string Reason = "reason";
    internal const string Words = WordsForm.Words;
    internal const string Public = "public";

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.pause-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        return stored.Value.Pause(staff.Person.Ref, PauseReason.Other, words: null, isPublic: false, view.Standing.DueAt, turn.Now) is Step.No no
            ? Reply.Refuse(WhyNotTexts.Of(no.Why, stored.Value.Key, view.AssigneeName))
            : Reply.Ask(For(view, FormStamp.Issue(turn.Now), turn.Reader, new PauseDraft()));
    }

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, PauseDraft draft, Text? first = null)
    {
        var tongue = reader.Tongue;
        var words = new InputText(PauseTexts.Words.In(tongue))
        {
            Id = Words, IsMultiline = true, MaxLength = PauseDraft.MaxWords, Value = draft.Words.Length > 0 ? draft.Words : null, Placeholder = PauseTexts.WordsExample.In(tongue),
        };
        var pause = Button.InDialog<PauseTicket, PauseTicket.Data>(
            PauseTexts.Pause, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(PauseTexts.Pause, new AdaptiveCard(
            [
                FormFields.Heading(view),
                new TextBlock(PauseTexts.Until.In(tongue)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
                .. FormFields.First(first, tongue),
                .. FormFields.With(
                    FormFields.Choice(Reason, PauseTexts.Why, Enum.GetValues<PauseReason>(), PauseTexts.NameOf, draft.Reason, PauseTexts.ChooseWhy, tongue), draft.Errors, tongue),
                .. FormFields.With(words, draft.Errors, tongue),
                new InputToggle(PauseTexts.WhoReads.In(tongue), PauseTexts.CustomerMayRead.In(tongue)) { Id = Public, Value = draft.IsPublic ? "true" : "false" },
            ],
            [pause], reader.Lang()));
    }
}

/// <summary>The clock of the first answer stands still: no warning comes, and the customer's card says so and why.</summary>
public sealed class PauseTicket(TicketAccess access, TicketViews views, Forms forms) : ICardAction<PauseTicket.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.pause";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (key, stamp, draft, me) = (stored.Value.Key, new FormStamp(data.Nonce, data.Day), PauseDraft.From(inputs).Checked(), staff.Person.Ref);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, me, cancellation) is not null) return Reply.Say(PauseTexts.PausedNow(key));
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        var words = draft.Words.Length > 0 ? draft.Words : null;
        var step = stored.Value.Pause(me, draft.Chosen ?? PauseReason.Other, words, draft.IsPublic, view.Standing.DueAt, turn.Now);
        if (step is not Step.Done done) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, view.AssigneeName));
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(PauseForm.For(view, FormStamp.Issue(turn.Now), turn.Reader, draft, TicketTexts.FormTooOld));
        if (draft.Errors is not null) return Reply.Ask(PauseForm.For(view, stamp, turn.Reader, draft));
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), stamp.Use(me, key.ToString())], [.. LiveCards.Of(done.Ticket)], Reply.Say(PauseTexts.PausedNow(key))));
    }
}
