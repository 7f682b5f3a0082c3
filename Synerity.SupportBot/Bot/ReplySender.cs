using System.Threading.Channels;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// Sends the answers of turns that changed nothing, after their 200. In memory and bounded: what is lost in a crash is asked again, and a
/// flood of questions drops the newest answers rather than the process.
/// </summary>
public sealed partial class ReplySender(Poster poster, LiveReplies lives, QuickMessages quick, ILogger<ReplySender> logger) : BackgroundService
{
    private const int Most = 1000;
    private readonly Channel<Item> _queue = Channel.CreateUnbounded<Item>();
    private readonly SemaphoreSlim _sending = new(4);
    private readonly SemaphoreSlim _living = new(32);

    /// <summary>The newest answer of each conversation; only the loop touches it.</summary>
    private readonly Dictionary<string, Task> _newest = new(StringComparer.Ordinal);

    private int _open;

    /// <param name="live">Takes the place of <paramref name="messages"/> if something comes of it.</param>
    /// <param name="passing">Set when it replaces the answer of a moment ago, and may be replaced itself.</param>
    public void Enqueue(Turn turn, IReadOnlyList<Rendered> messages, ILiveAnswer? live = null, Passing? passing = null)
    {
        var before = passing is null ? null : quick.Before(turn);
        var noted = quick.Note(turn, turn.IsPersonal ? passing : null);
        if (live is not null || noted is not null) Enqueue(new Item(turn, messages, live, before, noted));
        else foreach (var message in messages) Enqueue(new Item(turn, [message]));
    }

    /// <summary>True when every answer so far has been sent or given up.</summary>
    public bool IsIdle => Volatile.Read(ref _open) == 0;

    public override void Dispose()
    {
        _sending.Dispose();
        _living.Dispose();
        base.Dispose();
    }

    /// <summary>Few at a time, and one conversation's answers in the order they were given.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var item in _queue.Reader.ReadAllAsync(stoppingToken))
        {
            if (_newest.Count >= Most)
            {
                foreach (var (done, _) in _newest.Where(one => one.Value.IsCompleted).ToList()) _newest.Remove(done);
            }

            var conversation = item.Turn.Where.ConversationId;
            _newest[conversation] = SendAfterAsync(_newest.GetValueOrDefault(conversation, Task.CompletedTask), item, stoppingToken);
        }
    }

    private void Enqueue(Item item)
    {
        if (Interlocked.Increment(ref _open) > Most || !_queue.Writer.TryWrite(item)) Interlocked.Decrement(ref _open);
    }

    private async Task SendAfterAsync(Task before, Item item, CancellationToken cancellation)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding | ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await SendAsync(item, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            // The last place that knows of this answer; the next one must still go out.
            Log.NotSent(logger, (fault as ConnectorException)?.Status ?? 0, fault);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    /// <summary>Where too many answers are being made already, this one is the plain one: nobody waits for somebody else's.</summary>
    private async Task SendAsync(Item item, CancellationToken cancellation)
    {
        var isLive = item.Live is not null && _living.Wait(0, CancellationToken.None);
        var room = isLive ? _living : _sending;
        if (!isLive) await room.WaitAsync(cancellation);
        try
        {
            if (isLive) await poster.TakeAwayAsync(item.Before, cancellation);
            if (isLive) await lives.SendAsync(item.Turn, item.Live!, item.Messages, cancellation);
            else await poster.PostAsync(item.Turn, item.Messages, item.Before, item.Passing, cancellation);
        }
        finally
        {
            room.Release();
        }
    }

    private sealed record Item(Turn Turn, IReadOnlyList<Rendered> Messages, ILiveAnswer? Live = null, PassingAnswer? Before = null, PassingAnswer? Passing = null);

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Warning, "An answer could not be sent ({Status}).")]
        public static partial void NotSent(ILogger logger, int status, Exception fault);
    }
}
