using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>How a ticket was solved, as far as it has been filled in, and what is wrong with it.</summary>
/// <param name="Errors">By input id; shown beside the input.</param>
internal sealed record ResolutionDraft(string Cause = "", string Action = "", string Advice = "", IReadOnlyDictionary<string, Text>? Errors = null)
{
    internal static ResolutionDraft From(Inputs inputs) => new(inputs[ResolveForm.Cause], inputs[ResolveForm.Action], inputs[ResolveForm.Advice]);

    /// <summary>The same with what is wrong; null errors when nothing is.</summary>
    internal ResolutionDraft Checked()
    {
        var errors = new Dictionary<string, Text>();
        Check(ResolveForm.Cause, Cause, SolutionTexts.CauseMissing);
        Check(ResolveForm.Action, Action, SolutionTexts.ActionMissing);
        Check(ResolveForm.Advice, Advice, SolutionTexts.AdviceMissing);
        return this with { Errors = errors.Count > 0 ? errors : null };

        void Check(string id, string words, Text missing)
        {
            if (words.Length == 0) errors[id] = missing;
            else if (words.Length > ResolveForm.MaxWords) errors[id] = SolutionTexts.FieldTooLong;
        }
    }
}

/// <summary>The dialog in which a technician says how a ticket was solved.</summary>
public sealed class ResolveForm(TicketAccess access, TicketViews views) : ICardAction<ResolveForm.Data>
{
    internal const string Cause = "cause";
    internal const string Action = "action";
    internal const string Advice = "advice";

    /// <summary>Of each text: the customer's card shows all three.</summary>
    internal const int MaxWords = 1000;

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.resolve-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        var attempt = stored.Value.Resolve(new Resolution("", "", "", turn.Now, staff.Person.Ref), closesAt: null);
        return attempt is Step.No no
            ? Reply.Refuse(WhyNotTexts.Of(no.Why, stored.Value.Key, view.AssigneeName))
            : Reply.Ask(For(view, FormStamp.Issue(turn.Now), turn.Reader, new ResolutionDraft()));
    }

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, ResolutionDraft draft, Text? first = null)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            Literal.Block($"{view.Ticket.Key} · {view.Ticket.Title}", weight: TextWeight.Bolder),
            Literal.Block(SolutionTexts.TheyDecide(view.RequesterName).In(tongue), TextSize.Small, subtle: true) with { Spacing = Spacing.Small },
        };
        if (first is { } words) body.Add(new TextBlock("⚠ " + words.In(tongue)) { Color = TextColor.Attention });
        body.AddRange(Field(Cause, draft.Cause, SolutionTexts.Cause, SolutionTexts.CauseExample, SolutionTexts.CauseMissing));
        body.AddRange(Field(Action, draft.Action, SolutionTexts.Action, SolutionTexts.ActionExample, SolutionTexts.ActionMissing));
        body.AddRange(Field(Advice, draft.Advice, SolutionTexts.Advice, SolutionTexts.AdviceExample, SolutionTexts.AdviceMissing));
        var send = Button.InDialog<ResolveTicket, ResolveTicket.Data>(
            SolutionTexts.Resolve, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(SolutionTexts.Resolve, new AdaptiveCard(body, [send], reader.Lang()), "large");

        IEnumerable<Element> Field(string id, string value, Text label, Text hint, Text missing)
        {
            yield return new InputText(label.In(tongue))
            {
                Id = id, IsMultiline = true, IsRequired = true, MaxLength = MaxWords, Value = value.Length > 0 ? value : null,
                Placeholder = hint.In(tongue), ErrorMessage = missing.In(tongue),
            };
            if (draft.Errors?.TryGetValue(id, out var error) == true)
            {
                yield return new TextBlock("⚠ " + error.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small };
            }
        }
    }
}

/// <summary>A technician has solved it: the customer reads how, and is asked whether it works.</summary>
public sealed class ResolveTicket(TicketAccess access, TicketViews views, Forms forms, PromiseClock promises) : ICardAction<ResolveTicket.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.resolve";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (key, stamp, draft) = (stored.Value.Key, new FormStamp(data.Nonce, data.Day), ResolutionDraft.From(inputs).Checked());
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, staff.Person.Ref, cancellation) is not null)
        {
            return Reply.Say(SolutionTexts.ResolvedFor(view.RequesterName, key));
        }

        var step = stored.Value.Resolve(
            new Resolution(draft.Cause, draft.Action, draft.Advice, turn.Now, staff.Person.Ref),
            BusinessDays.EndOf(promises.HoursOf(stored.Value.Promise), turn.Now, Ticket.DaysToObject));
        if (step is not Step.Done done) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, view.AssigneeName));
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(ResolveForm.For(view, FormStamp.Issue(turn.Now), turn.Reader, draft, TicketTexts.FormTooOld));
        return draft.Errors is not null
            ? Reply.Ask(ResolveForm.For(view, stamp, turn.Reader, draft))
            : Decide(stored, done, stamp.Use(staff.Person.Ref, key.ToString()), Reply.Say(SolutionTexts.ResolvedFor(view.RequesterName, key)));
    }

    private static Change Decide(Stored<Ticket> before, Step.Done done, RowWrite used, Reply reply) => Change.To(done.Ticket.Key.Partition, new Decision(
        [.. TicketStore.Replace(before, done), used],
        [.. LiveCards.Of(done.Ticket), .. CloseUnanswered.WakeOf(done.Ticket)],
        reply));
}
