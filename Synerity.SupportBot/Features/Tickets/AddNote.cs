using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The dialog of an internal note.</summary>
public sealed class NoteForm(TicketAccess access, TicketViews views) : ICardAction<NoteForm.Data>
{
    internal static readonly WordsAsked Asked = new(HandlingTexts.Note, HandlingTexts.NoteExample);

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.note-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        return Reply.Ask(For(await views.OfAsync(stored.Value, turn.Now, cancellation), FormStamp.Issue(turn.Now), turn.Reader, "", error: null));
    }

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, string words, Text? error) => new(
        HandlingTexts.Note,
        WordsForm.For(view, reader, Asked, words, error, SaveButton(view.Ticket.Key, stamp, reader.Tongue) with { Style = ActionStyle.Positive }));

    /// <summary>Also stands beside the answer: what was written for the customer may be better kept among colleagues.</summary>
    internal static Submit SaveButton(TicketKey key, FormStamp stamp, Tongue tongue) =>
        Button.InDialog<AddNote, AddNote.Data>(HandlingTexts.SaveAsNote, new(key.ToString(), stamp.Nonce, stamp.Day), tongue);
}

/// <summary>A note among colleagues. It stands on their card and reaches whoever has the ticket, never a customer.</summary>
public sealed class AddNote(TicketAccess access, TicketViews views, Forms forms, AnsweringNow answering) : ICardAction<AddNote.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.note";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (key, words, stamp, me) = (stored.Value.Key, inputs[WordsForm.Words], new FormStamp(data.Nonce, data.Day), staff.Person.Ref);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, me, cancellation) is not null) return Reply.Say(HandlingTexts.Noted(key));
        if (!stamp.IsValid(turn.Now) || WordsForm.Fault(words, NoteForm.Asked) is not null)
        {
            var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
            var (fresh, wrong) = stamp.IsValid(turn.Now) ? (stamp, WordsForm.Fault(words, NoteForm.Asked)) : (FormStamp.Issue(turn.Now), TicketTexts.FormTooOld);
            return Reply.Ask(NoteForm.For(view, fresh, turn.Reader, words, wrong));
        }

        var done = (Step.Done)stored.Value.Note(me, words, turn.Now);
        answering.End(key, me);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(stored, done), stamp.Use(me, key.ToString())],
            [DeskCard.RefreshOf(key), .. Tells(done, me)],
            Reply.Say(HandlingTexts.Noted(key))));
    }

    /// <summary>Whoever has the ticket hears of a colleague's note.</summary>
    internal static IEnumerable<Effect> Tells(Step.Done noted, PersonRef by) =>
        noted.Ticket.Assignee is { } holder && holder != by ? [new Send(new ToPerson(holder), TicketNews.Of(noted.Ticket.Key, noted.Entry))] : [];
}
