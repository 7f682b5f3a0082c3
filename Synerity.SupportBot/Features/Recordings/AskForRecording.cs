using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Recordings;

/// <summary><em>Be om inspelning</em>: the customer gets the recording program's link. No answer of a technician's in words, so no first response.</summary>
public sealed class AskForRecording(TicketAccess access, TicketViews views, RecordingRules rules) : ICardAction<AskForRecording.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "recordings.ask";

    public string? PartitionOf(Data data) => TicketKey.TryParse(data.Ticket, out var key) ? key.Partition : null;

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !staff.Roles.HasFlag(StaffRoles.Technician)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        if (await access.FindAsync(staff, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        if (!rules.AreTaken) return Reply.Refuse(RecordingTexts.NoProgram);
        var (ticket, key) = (stored.Value, stored.Value.Key);
        if (!await rules.IncludesAsync(key.Customer, turn.Now, cancellation)) return Reply.Refuse(RecordingTexts.TheirsLacksIt);
        var view = await views.OfAsync(ticket, turn.Now, cancellation);
        var step = ticket.AskForRecording(staff.Person.Ref, Guid.NewGuid().ToString("N"), turn.Now);
        if (step is not Step.Done done) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, view.AssigneeName));
        return Change.To(key.Partition, new Decision(
            TicketStore.Replace(stored, done),
            [new Send(new ToPerson(ticket.Requester), RecordingNews.Of(RecordingNews.Asked, key, done.Entry.Number)), .. LiveCards.Of(done.Ticket)],
            Reply.Say(RecordingTexts.Asked(view.RequesterName, key))));
    }
}

/// <summary>
/// The bot asks by itself where a picture would not do: a fault that shows only while something moves or is done, told in words that say so. Once,
/// when the ticket is opened, and only where the agreement has it and a program is configured.
/// </summary>
public sealed class SuggestRecording(TicketStore tickets, RecordingRules rules, Ledger ledger, RecordingsClock clock) : ITicketOpened, IWakeUp
{
    private static readonly string[] Moving =
    [
        "blinkar", "hoppar", "flimrar", "ibland", "fladdrar", "snurrar", "laddar om", "fastnar när", "försvinner när", "när jag klickar", "när jag drar", "när vi klickar",
        "flicker", "jumps", "sometimes", "spins", "reloads", "when i click", "when i drag", "when we click", "disappears when",
    ];

    public string Kind => "recording";

    public static bool IsMoving(string words) => Moving.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase));

    public IEnumerable<Effect> Follow(Ticket opened) => opened.Request.Kind == TicketKind.Fault && IsMoving(opened.Request.What)
        ? [new Wake(opened.ReceivedAt, Kind, opened.Key.Partition, opened.Key.ToString())]
        : [];

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        if (rules.Options.RecorderUrl is null || !rules.AreTaken) return;
        await ledger.DecideAsync(partition, () => DecideAsync(TicketKey.Parse(subject), cancellation), cancellation);
    }

    private async Task<Batch?> DecideAsync(TicketKey key, CancellationToken cancellation)
    {
        if (await tickets.ReadAsync(key, cancellation) is not { Value: { IsOpen: true, RecorderToken: null } ticket } stored) return null;
        if (!await rules.IncludesAsync(key.Customer, clock.Now, cancellation)) return null;
        return ticket.AskForRecording(null, Guid.NewGuid().ToString("N"), clock.Now) is Step.Done done
            ? new Batch(TicketStore.Replace(stored, done), [new Send(new ToPerson(ticket.Requester), RecordingNews.Of(RecordingNews.Asked, key, done.Entry.Number))])
            : null;
    }
}

/// <summary>The room's buttons on the cards of tickets: where the agreement has recordings, and a program is configured.</summary>
public sealed class RecordingButtons(RecordingRules rules) : ITicketButtons
{
    public IEnumerable<Cards.CardAction> ForCustomer(TicketView view, Tongue tongue) => Fits(view)
        ? [Button.Opens<RecordingForm, RecordingForm.Data>(RecordingTexts.Add, new(view.Ticket.Key.ToString()), tongue) with { Mode = Cards.ActionMode.Secondary }]
        : [];

    public IEnumerable<Cards.CardAction> ForTechnicians(TicketView view, Tongue tongue) => Fits(view)
        ? [Button.For<AskForRecording, AskForRecording.Data>(RecordingTexts.Ask, new(view.Ticket.Key.ToString()), tongue) with { Mode = Cards.ActionMode.Secondary }]
        : [];

    private bool Fits(TicketView view) => rules.AreTaken && view.Ticket.State != TicketState.Closed && RecordingRules.Includes(view.Shared.Customer, view.Now);
}
