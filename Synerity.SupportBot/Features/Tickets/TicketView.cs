using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A ticket with all that its cards and answers say of it at one moment.</summary>
/// <param name="LastWritten">The customer's newest message, where there is one after the description.</param>
/// <param name="LastWriter">Whose it is: the requester's, or a contact's.</param>
/// <param name="HasAcuteLane">Whether the customer's agreement has extra fast help today.</param>
/// <param name="LastNote">The technicians' newest note among themselves. For their eyes only.</param>
public sealed record TicketView(
    Ticket Ticket, string CustomerName, Person? Requester, Person? Assignee, SlaStanding Standing, DateTimeOffset? CountsFrom,
    IReadOnlyList<ClosedDay> Closed, string? LastWritten, Person? LastWriter, DateTimeOffset Now, NoteView? LastNote = null,
    bool HasAcuteLane = false)
{
    /// <summary>The technician by name; somebody who was erased is <em>en tekniker</em>.</summary>
    public Text AssigneeName => NameOf(Assignee, TicketTexts.ATechnician);

    public Text RequesterName => NameOf(Requester, TicketTexts.Somebody);

    public Text Tier => AgreementTexts.Badge(Ticket.Promise.Tier);

    /// <summary>When support opens; null while it is there.</summary>
    public DateTimeOffset? Opens { get; init; }

    /// <summary>Support has the ball, if only to watch over what monday.com does: not the customer, and it is not over.</summary>
    public bool IsWithSupport => Ticket.State is TicketState.WaitingForTechnician or TicketState.WithTechnician or TicketState.WaitingForVendor;

    /// <summary>Who else of the customer follows it, and who decides.</summary>
    internal SharedWith Shared { get; init; } = SharedWith.Nobody;

    /// <summary>Somebody who may see it and comment but not decide. Null is whoever it is for in general: not one.</summary>
    internal bool IsOnlyFollowing(Person? reader) =>
        reader is not null && reader.Ref != Ticket.Requester && Ticket.Followers.Contains(reader.Ref) && !Shared.IsContact(reader);

    /// <summary>False for somebody of the customer whom it is no longer shared with.</summary>
    internal bool MaySee(Person reader) =>
        !Shared.IsOfCustomer(reader) || reader.Ref == Ticket.Requester || (!reader.IsGuest && Ticket.Followers.Contains(reader.Ref)) || Shared.IsContact(reader);

    internal static Text NameOf(Person? person, Text otherwise) => person is { Name.Length: > 0 } ? Text.Same(person.Name) : otherwise;
}

public sealed record NoteView(Text By, string Words);

/// <summary>Gathers views from the store.</summary>
public sealed class TicketViews(TicketStore tickets, CustomerStore customers, AddressBook people, PromiseClock promises)
{
    public async Task<TicketView> OfAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellation)
    {
        var hours = promises.HoursOf(ticket.Promise);
        var standing = promises.Of(ticket).At(now);
        var customer = await customers.ReadAsync(ticket.Key.Customer, cancellation);
        var timeline = ticket.Entries > 1 ? await tickets.TimelineAsync(ticket.Key, cancellation) : [];
        var written = timeline.LastOrDefault(entry => entry.Words is not null && entry.Kind
            is EntryKind.Wrote or EntryKind.NotSolved or EntryKind.Reopened or EntryKind.Commented or EntryKind.FilesAdded or EntryKind.SaidStopped or EntryKind.RecordingAdded);
        return new TicketView(
            ticket,
            customer?.Name ?? ticket.Key.Customer.Value,
            await people.FindAsync(ticket.Requester, cancellation),
            ticket.Assignee is { } assignee ? await people.FindAsync(assignee, cancellation) : null,
            standing,
            hours.IsOpen(ticket.ReceivedAt) ? ticket.ReceivedAt : hours.NextOpening(ticket.ReceivedAt),
            standing.DueAt is { } due ? ClosedDay.Between(hours, ticket.ReceivedAt, due) : [],
            written?.Words,
            written?.By is { } writer ? await people.FindAsync(writer, cancellation) : null,
            now,
            await LastNoteAsync(timeline, cancellation),
            Agreement.DayOf(now) is var today && customer?.AgreementOn(today) is { } agreement && agreement.StandingAt(today) == Standing.Current && agreement.Includes(Entitlement.AcuteResponse))
        {
            Shared = new SharedWith(await FollowersAsync(ticket, cancellation), customer),
            Opens = hours.IsOpen(now) || hours.IsOpen(now - SlaWatch.Grace) ? null : hours.NextOpening(now),
        };
    }

    private async Task<IReadOnlyList<Person>> FollowersAsync(Ticket ticket, CancellationToken cancellation)
    {
        var known = new List<Person>(ticket.Followers.Count);
        foreach (var follower in ticket.Followers)
        {
            if (await people.FindAsync(follower, cancellation) is { } person) known.Add(person);
        }

        return known;
    }

    private async Task<NoteView?> LastNoteAsync(IReadOnlyList<Entry> timeline, CancellationToken cancellation)
    {
        if (timeline.LastOrDefault(entry => entry is { IsInternal: true, Words: not null }) is not { By: { } by, Words: { } words }) return null;
        return new NoteView(TicketView.NameOf(await people.FindAsync(by, cancellation), TicketTexts.ATechnician), words);
    }
}
