using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>When a technician has said that the customer will hear from support again.</summary>
/// <param name="Reminded">The technician has been reminded that it has come.</param>
public sealed record NextUpdate(DateTimeOffset At, bool Reminded = false);

/// <summary><em>Nästa besked</em>: a moment the customer can count on. It is no answer and no part of the promise.</summary>
public sealed partial record Ticket
{
    /// <summary>Null while none is promised. The next answer keeps it; one that has passed stays, for it was not kept.</summary>
    public NextUpdate? NextUpdate { get; private init; }

    /// <summary>A technician says when, or another time than before.</summary>
    public Step PromiseUpdate(PersonRef technician, DateTimeOffset at, DateTimeOffset now)
    {
        if (!IsOpen) return new Step.No(NotOpen);
        var done = (this with { NextUpdate = new NextUpdate(Whole(at)) }).With(EntryKind.PromisedUpdate, technician, now);
        return done with { Entry = done.Entry with { Until = Whole(at) } };
    }

    /// <summary>The moment has come.</summary>
    public Step RemindUpdate(DateTimeOffset now) => IsOpen && NextUpdate is { Reminded: false } update && update.At <= now
        ? (this with { NextUpdate = update with { Reminded = true } }).With(EntryKind.UpdateDue, by: null, now)
        : new Step.No(Refusal.NothingDue);
}
