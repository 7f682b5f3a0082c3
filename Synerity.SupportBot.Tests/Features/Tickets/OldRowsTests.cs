using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

/// <summary>Rows as they were written before tickets could end. They are read for ever.</summary>
public sealed class OldRowsTests
{
    private const string Ticket =
        """
        {"requester":{"tenantId":"t","id":"maria"},"receivedAt":"2026-11-27T09:15:00+00:00","promise":{"tier":"silver","budget":"08:00:00"},
         "request":{"what":"två mejl","kind":"fault","impact":"canWork"},"title":"Två mejl","state":"withTechnician",
         "assignee":{"tenantId":"p","id":"anna"},"takenAt":"2026-11-27T10:00:00+00:00","entries":2}
        """;

    private const string Entry = """{"number":2,"at":"2026-11-27T10:00:00+00:00","kind":"taken","by":{"tenantId":"p","id":"anna"}}""";

    [Fact]
    public async Task A_ticket_from_before_can_be_solved()
    {
        var rows = new MemoryRows();
        await rows.CommitAsync("c|NORD", [new RowWrite.Insert("t|0000000017", Ticket), new RowWrite.Insert("l|0000000017|000002", Entry)], default);
        var tickets = new TicketStore(rows);

        var stored = (await tickets.ReadAsync(TicketKey.Parse("NORD-17"), default))!;
        var entry = (await tickets.EntryAsync(TicketKey.Parse("NORD-17"), 2, default))!.Value;

        Assert.Equal(
            (TicketState.WithTechnician, null, null, null, null, 0),
            (stored.Value.State, stored.Value.Resolution, stored.Value.Closed, stored.Value.Rating, stored.Value.ClosesAt, stored.Value.SolvedEntry));
        Assert.Equal((EntryKind.Taken, null, null), (entry.Kind, entry.Resolution, entry.To));
        var now = new DateTimeOffset(2026, 11, 27, 11, 0, 0, TimeSpan.Zero);
        var done = (Step.Done)stored.Value.Resolve(new Resolution("orsak", "åtgärd", "råd", now, stored.Value.Assignee!), now.AddDays(7));
        await rows.CommitAsync("c|NORD", TicketStore.Replace(stored, done), default);
        Assert.Equal(done.Ticket.Resolution, (await tickets.ReadAsync(TicketKey.Parse("NORD-17"), default))!.Value.Resolution);
    }
}
