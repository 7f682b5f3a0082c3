using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A ticket with all that its cards and answers say of it at one moment.</summary>
/// <param name="LastWritten">The customer's newest message, where there is one after the description.</param>
/// <param name="LastNote">The technicians' newest note among themselves. For their eyes only.</param>
public sealed record TicketView(
    Ticket Ticket, string CustomerName, Person? Requester, Person? Assignee, SlaStanding Standing, DateTimeOffset? CountsFrom,
    IReadOnlyList<ClosedDay> Closed, string? LastWritten, DateTimeOffset Now, NoteView? LastNote = null)
{
    /// <summary>The technician by name; somebody who was erased is <em>en tekniker</em>.</summary>
    public Text AssigneeName => Assignee is { Name.Length: > 0 } person ? Text.Same(person.Name) : TicketTexts.ATechnician;

    public Text RequesterName => Requester is { Name.Length: > 0 } person ? Text.Same(person.Name) : TicketTexts.Somebody;

    public Text Tier => new(Ticket.Promise.Tier.Wire(), Ticket.Promise.Tier == Agreements.Tier.Gold ? "GOLD" : Ticket.Promise.Tier.Wire());
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
        var written = timeline.LastOrDefault(entry => entry is { Kind: EntryKind.Wrote or EntryKind.NotSolved or EntryKind.Reopened, Words: not null })?.Words;
        return new TicketView(
            ticket,
            customer?.Name ?? ticket.Key.Customer.Value,
            await people.FindAsync(ticket.Requester, cancellation),
            ticket.Assignee is { } assignee ? await people.FindAsync(assignee, cancellation) : null,
            standing,
            hours.IsOpen(ticket.ReceivedAt) ? ticket.ReceivedAt : hours.NextOpening(ticket.ReceivedAt),
            standing.DueAt is { } due ? ClosedDay.Between(hours, ticket.ReceivedAt, due) : [],
            written,
            now,
            await LastNoteAsync(timeline, cancellation));
    }

    private async Task<NoteView?> LastNoteAsync(IReadOnlyList<Entry> timeline, CancellationToken cancellation)
    {
        if (timeline.LastOrDefault(entry => entry is { IsInternal: true, Words: not null }) is not { By: { } by, Words: { } words }) return null;
        var author = await people.FindAsync(by, cancellation);
        return new NoteView(author is { Name.Length: > 0 } ? Text.Same(author.Name) : TicketTexts.ATechnician, words);
    }
}
