using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>How far the alerting of one alarm has come.</summary>
/// <param name="Since">Which alarm: a ticket can be acute more than once.</param>
/// <param name="Round">1 while the list is gone through for the first time.</param>
/// <param name="Alerted">Who has been alerted in this round, in order.</param>
/// <param name="NextAt">When the next one is.</param>
/// <param name="SaidClosed">The customer has been told that support closed before anybody took it.</param>
public sealed record Ladder(DateTimeOffset Since, int Round, IReadOnlyList<PersonRef> Alerted, DateTimeOffset NextAt, bool SaidClosed = false);

/// <summary>
/// Alerts people one after the other until somebody takes the alarm: whoever has the ticket, then the on-call list in the order of the week, then the
/// whole channel with the administrators, and again from the start. Each step is one commit with an entry of the ticket's timeline, so that it
/// happens once however often it is woken, and loses against somebody who takes the ticket at that moment.
/// </summary>
public sealed class AcuteLadder(TicketStore tickets, LadderStore ladders, LadderSteps steps, Ledger ledger) : IAlarm, IWakeUp
{
    private const string WakeKind = "acute";

    public string Kind => WakeKind;

    public IEnumerable<Effect> Follow(Ticket acute, DateTimeOffset now) => acute.Acute is { } alarm ? [WakeAt(acute.Key, alarm.GoesOutAt)] : [];

    internal static Wake WakeAt(TicketKey key, DateTimeOffset at) => new(at, WakeKind, key.Partition, key.ToString());

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        var key = TicketKey.Parse(subject);
        await ledger.DecideAsync(
            partition,
            async () => await tickets.ReadAsync(key, cancellation) is { Value.IsAlarmOut: true } stored
                ? await steps.NextAsync(stored, await ladders.ReadAsync(key, cancellation), cancellation)
                : null,
            cancellation);
    }
}

/// <summary>Ladders, each beside its ticket.</summary>
public sealed class LadderStore(IRows rows)
{
    public async Task<Stored<Ladder>?> ReadAsync(TicketKey key, CancellationToken cancellation) =>
        await rows.ReadAsync(key.Partition, Key(key), cancellation) is { } row ? StoredJson.Read<Ladder>(row) : null;

    /// <summary>Conflicts when another instance made the same step.</summary>
    public static RowWrite Write(TicketKey key, Stored<Ladder>? before, Ladder after) => before is null
        ? new RowWrite.Insert(Key(key), StoredJson.Write(after))
        : new RowWrite.Replace(Key(key), StoredJson.Write(after), before.Tag);

    private static string Key(TicketKey key) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ladder|{key.Number:D10}");
}
