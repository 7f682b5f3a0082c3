using System.Collections.Concurrent;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What a technician has filled in so far.</summary>
internal sealed record AnswerDraft(string Words = "", bool Waiting = false, NextUpdateDraft? Update = null)
{
    public static AnswerDraft From(Inputs inputs) => new(inputs[AnswerForm.Words], inputs.IsOn(AnswerForm.Waiting), NextUpdateDraft.From(inputs));
}

/// <summary>What stands beside an answer: texts to begin from, and who else is writing one.</summary>
internal sealed record AnswerAids(IReadOnlyList<TextTemplate> Templates, BusyColleague? Other)
{
    public static AnswerAids None { get; } = new([], null);
}

/// <summary>Opens the dialog in which a technician answers, with what is true at that moment.</summary>
public sealed class AnswerDialog(TicketViews views, Templates templates, AnsweringNow answering)
{
    public Task<TicketView> ViewAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellation) => views.OfAsync(ticket, now, cancellation);

    internal async Task<Reply> AskAsync(Turn turn, TicketView view, FormStamp stamp, AnswerDraft draft, Text? error, CancellationToken cancellation)
    {
        var aids = new AnswerAids(await templates.AllAsync(cancellation), answering.Begin(view.Ticket.Key, turn.Person, turn.Now));
        return Reply.Ask(AnswerForm.For(view, stamp, turn.Reader, draft.Words, draft.Waiting, error, draft.Update, aids));
    }

    /// <summary>The technician is no longer writing.</summary>
    public void Ended(TicketKey key, Person technician) => answering.End(key, technician.Ref);
}

/// <summary>Puts the chosen template before what has been typed, in the language of the customer. A dialog cannot do that by itself.</summary>
public sealed class FillTemplate(TicketAccess access, AnswerDialog dialog, Templates templates) : ICardAction<FillTemplate.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.fill-template";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await dialog.ViewAsync(stored.Value, turn.Now, cancellation);
        var (stamp, draft) = (new FormStamp(data.Nonce, data.Day), AnswerDraft.From(inputs));
        if (await templates.FindAsync(inputs[ShowTemplates.Chosen], cancellation) is not { } template)
        {
            return await dialog.AskAsync(turn, view, stamp, draft, TemplateTexts.ChooseOne, cancellation);
        }

        var filled = TemplateFields.Fill(template.Value, view, staff.Person);
        var words = draft.Words.Length > 0 ? filled + "\n\n" + draft.Words : filled;
        return words.Length > AnswerForm.MaxWords
            ? await dialog.AskAsync(turn, view, stamp, draft, TicketTexts.TooLong, cancellation)
            : await dialog.AskAsync(turn, view, stamp, draft with { Words = words }, error: null, cancellation);
    }
}

/// <summary>A colleague who has the dialog open.</summary>
/// <param name="Since">When they opened it.</param>
/// <param name="Seen">Their last sign of life in it.</param>
public sealed record BusyColleague(string Name, DateTimeOffset Since, DateTimeOffset Seen);

/// <summary>
/// Who is writing an answer right now. Best effort, in the memory of this process: it warns and never blocks. Teams does not tell when somebody
/// closes a dialog, so a sign of life counts for ten minutes.
/// </summary>
public sealed class AnsweringNow
{
    private const int Most = 1000;
    private static readonly TimeSpan While = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<(TicketKey Ticket, PersonRef Person), BusyColleague> _open = new();

    /// <summary>Notes that somebody writes an answer, and says who has been at it longest besides; null: nobody.</summary>
    public BusyColleague? Begin(TicketKey ticket, Person person, DateTimeOffset now)
    {
        foreach (var (key, old) in _open)
        {
            if (now - old.Seen >= While) _open.TryRemove(new(key, old));
        }

        if (_open.Count < Most) _open.AddOrUpdate((ticket, person.Ref), _ => new BusyColleague(person.FirstName, now, now), (_, open) => open with { Seen = now });
        return _open.Where(open => open.Key.Ticket == ticket && open.Key.Person != person.Ref).Select(open => open.Value).OrderBy(open => open.Since).FirstOrDefault();
    }

    /// <summary>It was sent, or kept as a note.</summary>
    public void End(TicketKey ticket, PersonRef person) => _open.TryRemove((ticket, person), out _);
}
