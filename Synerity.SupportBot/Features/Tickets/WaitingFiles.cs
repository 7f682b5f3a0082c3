using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Files that wait until it is known which ticket they belong to.</summary>
public sealed record Waiting(IReadOnlyList<SentFile> Files, string? Words, DateTimeOffset At);

/// <summary>Keeps them, one row a person, for as long as their addresses are good for something; a ticket that is opened meanwhile takes them.</summary>
public sealed class WaitingFiles(IRows rows, TicketStore tickets, Ledger ledger, TimeProvider clock) : ITicketOpened, IWakeUp
{
    private const int Most = 10;
    private static readonly TimeSpan Good = TimeSpan.FromHours(1);

    public string Kind => "files-waiting";

    public async Task<Stored<Waiting>?> OfAsync(CustomerKey customer, PersonRef person, DateTimeOffset now, CancellationToken cancellation) =>
        await rows.ReadAsync(CustomerStore.Partition(customer), Key(person), cancellation) is { } row
        && StoredJson.Read<Waiting>(row) is { } stored && now - stored.Value.At < Good ? stored : null;

    public static RowWrite Delete(PersonRef person, string tag) => new RowWrite.Delete(Key(person), tag);

    /// <summary>Asks where they belong: to one of the open tickets, or a new one, whose form follows.</summary>
    public async Task<Outcome> KeepAsync(Turn turn, CustomerUser user, string? words, IReadOnlyList<Ticket> open, CancellationToken cancellation)
    {
        var customer = CustomerKey.Parse(user.Customer);
        var before = (await OfAsync(customer, user.Person.Ref, turn.Now, cancellation))?.Value;
        var row = new Waiting([.. (before?.Files ?? []).Concat(turn.Files).TakeLast(Most)], words ?? before?.Words, turn.Now);
        var card = open.Count == 0
            ? TicketForm.For(FormStamp.Issue(turn.Now), new TicketDraft(row.Words ?? ""), turn.Reader, inDialog: false, FileTexts.NewTicketTakesIt)
            : PutFiles.Ask(open, row.Words, turn.Reader);
        return Change.To(CustomerStore.Partition(customer), new Decision(
            [new RowWrite.Upsert(Key(user.Person.Ref), StoredJson.Write(row))],
            [],
            new Reply { Card = card }));
    }

    public IEnumerable<Effect> Follow(Ticket opened) => [new Wake(opened.ReceivedAt, Kind, opened.Key.Partition, opened.Key.ToString())];

    /// <summary>Twice is once: what waited is gone afterwards. Words stay out, for the form had them.</summary>
    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        await ledger.DecideAsync(partition, () => DecideAsync(TicketKey.Parse(subject), cancellation), cancellation);
    }

    private async Task<Batch?> DecideAsync(TicketKey key, CancellationToken cancellation)
    {
        if (await tickets.ReadAsync(key, cancellation) is not { } stored) return null;
        var (requester, now) = (stored.Value.Requester, clock.GetUtcNow());
        if (await OfAsync(key.Customer, requester, now, cancellation) is not { } waiting) return null;
        return FilesOnTicket.Add(stored, requester, waiting.Value.Files, null, now) is { } added ? new Batch([.. added.Rows, Delete(requester, waiting.Tag)], added.Effects) : null;
    }

    private static string Key(PersonRef person) => $"files-waiting|{person.Id}";
}
