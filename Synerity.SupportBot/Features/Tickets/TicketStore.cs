using System.Globalization;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A ticket as its row holds it.</summary>
internal sealed record TicketRow(
    PersonRef Requester, DateTimeOffset ReceivedAt, Promise Promise, TicketRequest Request, string Title, TicketState State,
    PersonRef? Assignee, DateTimeOffset? TakenAt, FirstResponse? Answered, int Entries, bool AskedCustomer = false,
    Resolution? Resolution = null, int SolvedEntry = 0, DateTimeOffset? ClosesAt = null, Closing? Closed = null, Rating? Rating = null,
    DateTimeOffset? Since = null,
    IReadOnlyList<ClockPause>? Pauses = null, DateTimeOffset? DueAt = null, CustomerWait? Wait = null,
    IReadOnlyList<PersonRef>? Followers = null, IReadOnlyList<Invitation>? Invited = null, Reminder? Reminded = null,
    IReadOnlyList<TicketFile>? Files = null, IReadOnlyList<RecordingLink>? Recordings = null, string? RecorderToken = null, bool AwaitsRecording = false,
    VendorWait? Vendor = null, NextUpdate? NextUpdate = null, Acute? Acute = null);

/// <summary>Which ticket somebody was last asked to rate, and when.</summary>
public sealed record RatingAsked(long Number, DateTimeOffset At);

/// <summary>Tickets and their timelines, in the partition of their customer. Reads, and makes the rows of commits; it never writes itself.</summary>
public sealed class TicketStore(IRows rows)
{
    /// <summary>The counter that ticket numbers come from.</summary>
    public const string Counter = "tickets";

    public async Task<Stored<Ticket>?> ReadAsync(TicketKey key, CancellationToken cancellation) =>
        await rows.ReadAsync(key.Partition, Keys.Ticket(key.Number), cancellation) is { } row
            ? new Stored<Ticket>(Ticket.Restore(key, StoredJson.Read<TicketRow>(row.Data)), row.Tag)
            : null;

    /// <summary>One entry of a timeline; null when there is none with that number.</summary>
    public async Task<Stored<Entry>?> EntryAsync(TicketKey key, int number, CancellationToken cancellation) =>
        await rows.ReadAsync(key.Partition, Keys.Entry(key.Number, number), cancellation) is { } row ? StoredJson.Read<Entry>(row) : null;

    /// <summary>The timeline from its first entry, at most 1 000.</summary>
    public async Task<IReadOnlyList<Entry>> TimelineAsync(TicketKey key, CancellationToken cancellation)
    {
        var prefix = Keys.Timeline(key.Number);
        return [.. (await rows.RangeAsync(key.Partition, prefix, RowKey.EndOf(prefix), 1000, cancellation)).Select(row => StoredJson.Read<Entry>(row.Data))];
    }

    /// <summary>The rows of a new ticket.</summary>
    public static IReadOnlyList<RowWrite> Insert(Step.Done opened) =>
    [
        new RowWrite.Insert(Keys.Ticket(opened.Ticket.Key.Number), Data(opened.Ticket)),
        new RowWrite.Insert(Keys.Entry(opened.Ticket.Key.Number, opened.Entry.Number), StoredJson.Write(opened.Entry)),
        .. TicketListing.Moves(null, opened.Ticket),
    ];

    /// <summary>The rows of a new ticket on which something more happened at once.</summary>
    public static IReadOnlyList<RowWrite> Insert(Step.Done opened, Step.Done then) =>
    [
        .. Insert(opened with { Ticket = then.Ticket }),
        new RowWrite.Insert(Keys.Entry(then.Ticket.Key.Number, then.Entry.Number), StoredJson.Write(then.Entry)),
    ];

    /// <summary>The rows of a transition; they conflict when anybody else changed the ticket since it was read.</summary>
    public static IReadOnlyList<RowWrite> Replace(Stored<Ticket> before, Step.Done step) =>
    [
        new RowWrite.Replace(Keys.Ticket(step.Ticket.Key.Number), Data(step.Ticket), before.Tag),
        new RowWrite.Insert(Keys.Entry(step.Ticket.Key.Number, step.Entry.Number), StoredJson.Write(step.Entry)),
        .. TicketListing.Moves(before.Value, step.Ticket),
    ];

    /// <summary>The row that a ticket is stored in.</summary>
    internal static string RowKeyOf(TicketKey key) => Keys.Ticket(key.Number);

    /// <summary>An entry that keeps its place and loses its words.</summary>
    public static RowWrite Blank(TicketKey key, Stored<Entry> entry) =>
        new RowWrite.Replace(Keys.Entry(key.Number, entry.Value.Number), StoredJson.Write(entry.Value with { Words = null }), entry.Tag);

    /// <summary>A fact that can happen once, such as a warning: inserting it twice conflicts.</summary>
    public static RowWrite Fact(TicketKey key, string fact, DateTimeOffset now) => new RowWrite.Insert(Keys.Fact(key.Number, fact), StoredJson.Write(now));

    public async Task<bool> HasFactAsync(TicketKey key, string fact, CancellationToken cancellation) =>
        await rows.ReadAsync(key.Partition, Keys.Fact(key.Number, fact), cancellation) is not null;

    /// <summary>Null: this customer's person has never been asked to rate anything.</summary>
    public async Task<Stored<RatingAsked>?> AskedToRateAsync(TicketKey key, PersonRef person, CancellationToken cancellation) =>
        await rows.ReadAsync(key.Partition, Keys.AskedToRate(person), cancellation) is { } row ? StoredJson.Read<RatingAsked>(row) : null;

    /// <summary>The row that says so; two tickets accepted at once cannot both write it.</summary>
    public static RowWrite AskToRate(Stored<RatingAsked>? before, RatingAsked asked, PersonRef person) => before is null
        ? new RowWrite.Insert(Keys.AskedToRate(person), StoredJson.Write(asked))
        : new RowWrite.Replace(Keys.AskedToRate(person), StoredJson.Write(asked), before.Tag);

    private static string Data(Ticket ticket) => StoredJson.Write(new TicketRow(
        ticket.Requester, ticket.ReceivedAt, ticket.Promise, ticket.Request, ticket.Title, ticket.State, ticket.Assignee, ticket.TakenAt,
        ticket.Answered, ticket.Entries, ticket.AskedCustomer, ticket.LastResolution, ticket.SolvedEntry, ticket.ClosesAt, ticket.Closed, ticket.Rating,
        ticket.Since,
        ticket.Pauses.Count > 0 ? ticket.Pauses : null, ticket.DueAt, ticket.LastWait,
        ticket.Followers.Count > 0 ? ticket.Followers : null, ticket.Invited.Count > 0 ? ticket.Invited : null, ticket.Reminded,
        ticket.Files.Count > 0 ? ticket.Files : null, ticket.RecordingLinks.Count > 0 ? ticket.RecordingLinks : null, ticket.RecorderToken, ticket.AwaitsRecording,
        ticket.AtVendor, ticket.NextUpdate, ticket.Acute));

    /// <summary>All keys of the room, in one place.</summary>
    private static class Keys
    {
        public static string Ticket(long number) => $"t|{Padded(number)}";

        public static string Timeline(long number) => $"l|{Padded(number)}|";

        public static string Entry(long number, int entry) => Timeline(number) + entry.ToString("D6", CultureInfo.InvariantCulture);

        public static string AskedToRate(PersonRef person) => $"rate|{person.Id}";

        public static string Fact(long number, string fact) => $"fact|{Padded(number)}|{fact}";

        private static string Padded(long number) => number.ToString("D10", CultureInfo.InvariantCulture);
    }
}
