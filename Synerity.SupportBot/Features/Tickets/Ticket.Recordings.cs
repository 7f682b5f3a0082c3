using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A screen recording by link. Nothing behind the link was ever fetched.</summary>
/// <param name="Link">https, at a host that was on the list when it was added.</param>
/// <param name="Entry">The timeline entry it came with.</param>
public sealed record RecordingLink(string Link, PersonRef By, DateTimeOffset At, int Entry);

/// <summary>Screen recordings that customers share.</summary>
public sealed partial record Ticket
{
    public const int MostRecordings = 10;

    public IReadOnlyList<RecordingLink> RecordingLinks { get; private init; } = [];

    /// <summary>What the recording program is told besides the ticket's key; null before anybody was asked to record.</summary>
    public string? RecorderToken { get; private init; }

    /// <summary>A recording was asked for and has not come.</summary>
    public bool AwaitsRecording { get; private init; }

    /// <param name="by">Null: the bot, because a picture would not do.</param>
    /// <param name="token">For the first time; later ones keep it.</param>
    public Step AskForRecording(PersonRef? by, string token, DateTimeOffset now) => State == TicketState.Closed
        ? new Step.No(Refusal.IsClosed)
        : (this with { RecorderToken = RecorderToken ?? token, AwaitsRecording = true }).With(EntryKind.RecordingAsked, by, now);

    /// <summary>What waited for the customer goes back to its technician.</summary>
    /// <param name="words">What was written beside the link.</param>
    public Step AddRecording(PersonRef by, string link, string? words, DateTimeOffset now)
    {
        if (State == TicketState.Closed) return new Step.No(Refusal.IsClosed);
        if (RecordingLinks.Any(recording => recording.Link == link)) return new Step.No(Refusal.HasRecording);
        if (RecordingLinks.Count >= MostRecordings) return new Step.No(Refusal.TooManyRecordings);
        return (FollowedBy(by) with
        {
            RecordingLinks = [.. RecordingLinks, new RecordingLink(link, by, Whole(now), Entries + 1)], AwaitsRecording = false,
            State = State == TicketState.WaitingForCustomer ? BackAtSupport : State,
        }).With(EntryKind.RecordingAdded, by, now, words);
    }

    public Step TakeAwayRecording(PersonRef by, int entry, DateTimeOffset now) => RecordingLinks.Any(recording => recording.Entry == entry)
        ? (this with { RecordingLinks = [.. RecordingLinks.Where(recording => recording.Entry != entry)] }).With(EntryKind.RecordingTakenAway, by, now)
        : new Step.No(Refusal.NoSuchRecording);
}
