using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The dialog in which a technician answers.</summary>
public sealed class AnswerForm(TicketAccess access, AnswerDialog dialog) : ICardAction<AnswerForm.Data>
{
    internal const string Words = WordsForm.Words;
    internal const string Waiting = "waiting";
    internal const int MaxWords = 4000;

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.answer-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await dialog.ViewAsync(stored.Value, turn.Now, cancellation);
        if (stored.Value.State == TicketState.Closed) return Reply.Refuse(WhyNotTexts.Of(Refusal.IsClosed, stored.Value.Key, view.AssigneeName));
        return await dialog.AskAsync(turn, view, FormStamp.Issue(turn.Now), new AnswerDraft(), error: null, cancellation);
    }

    internal static Dialog For(
        TicketView view, FormStamp stamp, Reader reader, string words, bool waiting, Text? error, NextUpdateDraft? update = null, AnswerAids? aids = null)
    {
        var (tongue, templates) = (reader.Tongue, (aids ?? AnswerAids.None).Templates);
        var name = view.RequesterName;
        List<Element> body =
        [
            Literal.Block($"{view.Ticket.Key} · {view.Ticket.Title}", weight: TextWeight.Bolder),
            new TextBlock(Standing(view, reader)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
            new Container([.. Literal.Lines(DeskCard.Shortened(view.LastWritten ?? view.Ticket.Request.What), italic: true)]) { Style = ContainerStyle.Emphasis },
            .. Aids(view, stamp, reader, aids ?? AnswerAids.None),
            new InputText(TicketTexts.YourAnswer.In(tongue))
            {
                // What is required holds every button back, and a template is filled in where nothing has been written yet.
                Id = Words, IsMultiline = true, IsRequired = templates.Count == 0 ? true : null, MaxLength = MaxWords, Value = words.Length > 0 ? words : null,
                ErrorMessage = templates.Count == 0 ? TicketTexts.WriteSomething.In(tongue) : null,
            },
        ];
        if (error is { } wrong) body.Add(new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        body.Add(new InputToggle(TicketTexts.OnceSent.In(tongue), TicketTexts.IWaitForReply.In(tongue)) { Id = Waiting, Value = waiting ? "true" : "false" });
        body.AddRange((update ?? new NextUpdateDraft()).Fields(NextUpdateTexts.Day, view.Now, reader));
        var send = Button.InDialog<AnswerTicket, AnswerTicket.Data>(
            TicketTexts.SendTo(name), new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        return new Dialog(TicketTexts.AnswerTo(name), new AdaptiveCard(body, [send, NoteForm.SaveButton(view.Ticket.Key, stamp, tongue)], reader.Lang()));
    }

    private static IEnumerable<Element> Aids(TicketView view, FormStamp stamp, Reader reader, AnswerAids aids)
    {
        if (aids.Other is { } other) yield return Literal.Block(TemplateTexts.IsAnswering(other.Name, Formats.Clock(other.Since, reader.Zone)).In(reader.Tongue), weight: TextWeight.Bolder);
        if (aids.Templates.Count == 0) yield break;
        yield return ShowTemplates.Choice(aids.Templates, reader.Tongue);
        yield return new ActionSet([Button.InDialog<FillTemplate, FillTemplate.Data>(
            TemplateTexts.FillIn, new(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day), reader.Tongue)]);
    }

    private static string Standing(TicketView view, Reader reader)
    {
        var promise = PromiseLines.Answered(view, reader.Zone) is var (when, verdict)
            ? TicketTexts.AnsweredAt(when, verdict)
            : PromiseLines.Promise(view, reader.Zone);
        var reads = TicketTexts.ReadsIn(view.Requester?.Reader.Tongue ?? Tongue.Swedish);
        return (Formats.Sentence(promise) + Text.Same(" · ") + reads).In(reader.Tongue);
    }
}

/// <summary>A technician's words go to the customer; the first ever is the first response.</summary>
public sealed class AnswerTicket(TicketAccess access, AnswerDialog dialog, Forms forms, TicketTimes times) : ICardAction<AnswerTicket.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.answer";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (key, words, stamp) = (stored.Value.Key, inputs[AnswerForm.Words], new FormStamp(data.Nonce, data.Day));
        var view = await dialog.ViewAsync(stored.Value, turn.Now, cancellation);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, staff.Person.Ref, cancellation) is not null)
        {
            return Reply.Say(TicketTexts.SentTo(view.RequesterName, key));
        }

        var (waiting, update) = (inputs.IsOn(AnswerForm.Waiting), NextUpdateDraft.From(inputs).Checked(turn, times.HoursOf(stored.Value)));
        if (!stamp.IsValid(turn.Now)) return await Again(FormStamp.Issue(turn.Now), TicketTexts.FormTooOld);
        if (words.Length is 0 or > AnswerForm.MaxWords) return await Again(stamp, words.Length == 0 ? TicketTexts.WriteSomething : TicketTexts.TooLong);
        if (update.Errors is not null) return await Again(stamp, error: null);
        if (stored.Value.Answer(staff.Person.Ref, words, waiting, turn.Now, update.At) is not Step.Done done) return Reply.Refuse(WhyNotTexts.Of(Refusal.IsClosed, key, view.AssigneeName));
        dialog.Ended(key, staff.Person);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), stamp.Use(staff.Person.Ref, key.ToString())],
            [.. CustomerSide.Hears(done.Ticket, done.Entry), .. LiveCards.Of(done.Ticket), .. times.WakesOf(done.Ticket)],
            Reply.Say(TicketTexts.SentTo(view.RequesterName, key))));

        Task<Reply> Again(FormStamp fresh, Text? error) => dialog.AskAsync(turn, view, fresh, new AnswerDraft(words, waiting, update), error, cancellation);
    }
}
