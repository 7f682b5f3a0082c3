using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Whoever has the ticket was warned and has done nothing on it for ten minutes of opening hours: the channel hears it too, once a warning.</summary>
public sealed class SilentHolder(TicketStore tickets, AddressBook people, Ledger ledger, TimeProvider clock) : IWakeUp
{
    private const string WakeKind = "silent";
    private static readonly TimeSpan ToReact = TimeSpan.FromMinutes(10);

    public string Kind => WakeKind;

    /// <summary>What a warning needs that goes to somebody in person.</summary>
    public static IEnumerable<Effect> WakeOf(Step.Done warned, PromiseClock promises, DateTimeOffset now)
    {
        if (warned.Ticket.Assignee is null) yield break;
        if (promises.HoursOf(warned.Ticket.Promise).Add(now, (long)ToReact.TotalSeconds) is not { } at) yield break;
        yield return new Wake(at, WakeKind, warned.Ticket.Key.Partition, $"{warned.Ticket.Key}|{warned.Entry.Number}");
    }

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        var (key, number) = (TicketKey.Parse(subject.Split('|')[0]), int.Parse(subject.Split('|')[1], System.Globalization.CultureInfo.InvariantCulture));
        if (await tickets.ReadAsync(key, cancellation) is not { Value: { Answered: null, IsOpen: true, Paused: null, Assignee: { } holder } ticket }) return;
        if (await tickets.HasFactAsync(key, Fact(number), cancellation)) return;
        var timeline = await tickets.TimelineAsync(key, cancellation);
        if (timeline.FirstOrDefault(entry => entry.Number == number) is not { } warning) return;

        // Somebody of the staff has done something since, or it went to the channel in the first place.
        if (timeline.Any(entry => entry.Number > number && entry.By?.TenantId == holder.TenantId && entry.By.TenantId != ticket.Requester.TenantId)) return;
        if (await people.FindAsync(holder, cancellation) is not { ServiceUrl: not null, Blocked: null }) return;
        try
        {
            await ledger.CommitAsync(
                partition,
                new Batch([TicketStore.Fact(key, Fact(number), clock.GetUtcNow())], [new Send(new ToChannel(DeskCard.Channel, DeskCard.Of(key)), TicketNews.Of(key, warning))]),
                cancellation);
        }
        catch (ConflictException)
        {
            // Another instance has told it.
        }
    }

    private static string Fact(int number) => $"silent|{number}";
}
