using System.Globalization;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>
/// When support opens, every technician gets one message with the day's work (scene 5). Each day's messages are one fact; the next wake-up is asked
/// for with them, and again whenever the host starts. What is an hour late is no morning any more and is left out.
/// </summary>
public sealed class MorningDigest(Technicians technicians, Ledger ledger, MorningHours hours, IOptions<StaffOptions> provider) : IHostedService, IWakeUp
{
    private const string WakeKind = "morning";
    private const string Partition = "provider";
    private const int MostAtOnce = 40;
    private static readonly TimeSpan Late = TimeSpan.FromHours(1);

    public string Kind => WakeKind;

    public Task StartAsync(CancellationToken cancellationToken) =>
        hours.NextFrom(hours.Now) is { } at ? ledger.CommitAsync(Partition, new Batch([Asked(at)], [WakeAt(at)]), cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <param name="subject">When that morning is, in ticks.</param>
    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        var (at, now) = (new DateTimeOffset(long.Parse(subject, CultureInfo.InvariantCulture), TimeSpan.Zero), hours.Now);
        if (hours.NextAfter(now) is { } next) await ledger.CommitAsync(partition, new Batch([Asked(next)], [WakeAt(next)]), cancellation);
        if (now - at > Late) return;
        var all = await technicians.AllAsync(provider.Value.Tenant.ToString("D"), cancellation);
        foreach (var (page, some) in all.Chunk(MostAtOnce).Index())
        {
            try
            {
                await ledger.CommitAsync(
                    partition,
                    new Batch([new RowWrite.Insert($"morning|{subject}|{page}", "{}")], [.. some.Select(person => new Send(new ToPerson(person.Ref), DigestCard.Of(at)))]),
                    cancellation);
            }
            catch (ConflictException)
            {
                // Told before.
            }
        }
    }

    private static Wake WakeAt(DateTimeOffset at) => new(at, WakeKind, Partition, RowKey.Ticks(at));

    /// <summary>A commit needs a row of its own to be recognised by.</summary>
    private static RowWrite.Upsert Asked(DateTimeOffset at) => new("morning-next", StoredJson.Write(at));
}

/// <summary>When support opens on a day.</summary>
public sealed class MorningHours(WorkingHours hours, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The first opening of a day from this moment on; null when there is none any more.</summary>
    public DateTimeOffset? NextFrom(DateTimeOffset now) => hours.NextOpening(now) is { } opening && opening > now ? opening : NextAfter(now);

    /// <summary>The first opening of a later day.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset now)
    {
        var (today, at) = (hours.DateAt(now), now);
        while (hours.NextClosing(at) is { } closing && hours.NextOpening(closing) is { } opening)
        {
            if (hours.DateAt(opening) > today) return opening;
            at = opening;
        }

        return null;
    }
}
