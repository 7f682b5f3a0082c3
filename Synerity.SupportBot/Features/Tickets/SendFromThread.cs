using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The words kept for a <see cref="ThreadDraft"/>, for the one who wrote them.</summary>
public sealed class ThreadDrafts(TicketAccess access, TicketViews views, AddressBook people, Forms forms)
{
    /// <summary>The words, whose they are, and what became of them if that has been decided; null when they are no longer kept.</summary>
    internal async Task<(string Words, Text Writer, string? End)?> ReadAsync(TicketKey key, ThreadDraft draft, PersonRef writer, CancellationToken cancellation) =>
        await forms.OutcomeOfAsync(key.Partition, draft.Stamp, writer, cancellation) is { } words
            ? (words, await NameOfAsync(writer, cancellation), await forms.OutcomeOfAsync(key.Partition, draft.Decided, writer, cancellation))
            : null;

    /// <summary>The ticket and the words; or, when there is nothing to decide any more or not for this person, what they are told.</summary>
    internal async Task<(Stored<Ticket>? Ticket, string Words, Outcome? Told)> OpenAsync(Turn turn, ThreadDraft draft, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return No(Reply.Refuse(TicketTexts.TechniciansOnly));
        if (await access.FindAsync(staff, draft.Ticket, cancellation) is not { } stored) return No(Reply.Refuse(TicketTexts.NotFound));
        var (partition, me, tenant) = (stored.Value.Key.Partition, staff.Person.Ref, turn.Where.TenantId);
        if (draft.Writer != me.Id) return No(Reply.Refuse(ThreadTexts.OnlyTheWriter(await NameOfAsync(new PersonRef(tenant, draft.Writer), cancellation))));
        if (await forms.OutcomeOfAsync(partition, draft.Decided, me, cancellation) is not null) return No(new Reply { Living = draft.ShownIn(tenant) });
        return draft.Stamp.IsValid(turn.Now) && await forms.OutcomeOfAsync(partition, draft.Stamp, me, cancellation) is { } words
            ? (stored, words, null)
            : No(Reply.Refuse(TicketTexts.WriteItAgain));
    }

    /// <summary>Why a step was not possible, beside the card.</summary>
    internal async Task<Outcome> RefusedAsync(Turn turn, Ticket ticket, Step.No no, CancellationToken cancellation) =>
        Reply.Refuse(WhyNotTexts.Of(no.Why, ticket.Key, (await views.OfAsync(ticket, turn.Now, cancellation)).AssigneeName));

    /// <summary>Decided once; the card in the thread says so to everybody.</summary>
    internal static Change End(Turn turn, ThreadDraft draft, TicketKey key, ThreadEnd end, IEnumerable<RowWrite> rows, IEnumerable<Effect> effects)
    {
        var shown = draft.ShownIn(turn.Where.TenantId);
        return Change.To(key.Partition, new Decision(
            [.. rows, draft.Decided.Use(turn.Person.Ref, ThreadAnswerCard.Stored(end, turn.Now))],
            [.. effects, new Refresh(new ToPlace(turn.Where), shown)],
            new Reply { Living = shown }));
    }

    private async Task<Text> NameOfAsync(PersonRef person, CancellationToken cancellation) =>
        TicketView.NameOf(await people.FindAsync(person, cancellation), TicketTexts.ATechnician);

    private static (Stored<Ticket>?, string, Outcome?) No(Outcome told) => (null, "", told);
}

/// <summary>The words go to the customer: this is the moment they count as an answer.</summary>
public sealed class SendFromThread(ThreadDrafts drafts, TicketTimes times) : ICardAction<ThreadDraft>
{
    public static string Verb => "tickets.thread-send";

    public string? PartitionOf(ThreadDraft data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, ThreadDraft data, Inputs inputs, CancellationToken cancellation)
    {
        var (stored, words, told) = await drafts.OpenAsync(turn, data, cancellation);
        if (stored is null) return told!;
        var step = stored.Value.Answer(turn.Person.Ref, words, asksCustomer: false, turn.Now);
        if (step is not Step.Done done) return await drafts.RefusedAsync(turn, stored.Value, (Step.No)step, cancellation);
        return ThreadDrafts.End(
            turn, data, stored.Value.Key, ThreadEnd.Sent, TicketStore.Replace(stored, done),
            [.. CustomerSide.Hears(done.Ticket, done.Entry), .. LiveCards.Of(done.Ticket), .. times.WakesOf(done.Ticket)]);
    }
}

/// <summary>The words stay among colleagues.</summary>
public sealed class NoteFromThread(ThreadDrafts drafts) : ICardAction<ThreadDraft>
{
    public static string Verb => "tickets.thread-note";

    public string? PartitionOf(ThreadDraft data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, ThreadDraft data, Inputs inputs, CancellationToken cancellation)
    {
        var (stored, words, told) = await drafts.OpenAsync(turn, data, cancellation);
        if (stored is null) return told!;
        var done = (Step.Done)stored.Value.Note(turn.Person.Ref, words, turn.Now);
        return ThreadDrafts.End(
            turn, data, stored.Value.Key, ThreadEnd.Noted, TicketStore.Replace(stored, done),
            [DeskCard.RefreshOf(stored.Value.Key), .. AddNote.Tells(done, turn.Person.Ref)]);
    }
}

/// <summary>The words go nowhere.</summary>
public sealed class CancelThreadAnswer(ThreadDrafts drafts) : ICardAction<ThreadDraft>
{
    public static string Verb => "tickets.thread-cancel";

    public string? PartitionOf(ThreadDraft data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, ThreadDraft data, Inputs inputs, CancellationToken cancellation)
    {
        var (stored, _, told) = await drafts.OpenAsync(turn, data, cancellation);
        return stored is null ? told! : ThreadDrafts.End(turn, data, stored.Value.Key, ThreadEnd.Cancelled, [], []);
    }
}
