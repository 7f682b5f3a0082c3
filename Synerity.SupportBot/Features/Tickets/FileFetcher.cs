using System.Threading.Channels;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A file that is still to be fetched. Deleted with the address once it has been.</summary>
internal sealed record FileOrder(Bot.SentFile Sent, int Attempts = 0);

/// <summary>
/// Says when a file is to be fetched, or its bytes deleted. The work itself waits for slow servers, so it is done beside the senders, which it
/// would hold up; an order that is lost in a crash is found again by its next wake-up.
/// </summary>
public sealed class FileFetcher(FileKeeping keeping, Ledger ledger, TimeProvider clock) : BackgroundService, IWakeUp
{
    private const string WakeKind = "file";
    private const int AtOnce = 2;
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);
    private readonly Channel<(string Partition, string Subject)> _work = Channel.CreateUnbounded<(string, string)>();
    private int _taken;
    private int _done;

    public string Kind => WakeKind;

    /// <summary>True while nothing is being fetched or waits for it.</summary>
    public bool IsIdle => Volatile.Read(ref _done) == Taken;

    /// <summary>Orders taken on since the start.</summary>
    public int Taken => Volatile.Read(ref _taken);

    public static Effect WakeOf(TicketKey key, string file, DateTimeOffset at) => new Wake(at, WakeKind, key.Partition, $"{key}.{file}");

    internal static RowWrite Order(TicketKey key, string file, FileOrder order) => new RowWrite.Upsert(FileKeeping.OrderKey(key, file), StoredJson.Write(order));

    public async Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        var subjects = subject.Split('.');
        if (!await keeping.HasWorkAsync(TicketKey.Parse(subjects[0]), subjects[1], cancellation)) return;
        await ledger.CommitAsync(partition, new Batch([keeping.Look(subject)], [new Wake(clock.GetUtcNow() + Again, WakeKind, partition, subject)]), cancellation);
        Interlocked.Increment(ref _taken);
        _work.Writer.TryWrite((partition, subject));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => WorkAsync(stoppingToken)));

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var (_, subject) in _work.Reader.ReadAllAsync(stopping))
        {
            try
            {
                var subjects = subject.Split('.');
                await keeping.WorkAsync(TicketKey.Parse(subjects[0]), subjects[1], stopping);
            }
            finally
            {
                Interlocked.Increment(ref _done);
            }
        }
    }
}
