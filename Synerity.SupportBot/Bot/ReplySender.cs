using System.Threading.Channels;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// Sends the answers of turns that changed nothing, after their 200. In memory and bounded: what is lost in a crash is asked again, and a
/// flood of questions drops the newest answers rather than the process.
/// </summary>
public sealed partial class ReplySender(Courier courier, CardAddresses cards, ILogger<ReplySender> logger) : BackgroundService
{
    private readonly Channel<(Turn Turn, Rendered Message)> _queue =
        Channel.CreateBounded<(Turn, Rendered)>(1000);

    private int _open;

    public void Enqueue(Turn turn, Rendered message)
    {
        Interlocked.Increment(ref _open);
        if (!_queue.Writer.TryWrite((turn, message))) Interlocked.Decrement(ref _open);
    }

    /// <summary>True when every answer so far has been sent or given up.</summary>
    public bool IsIdle => Volatile.Read(ref _open) == 0;

    /// <summary>Four at a time, but one conversation's answers in the order they were given.</summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lanes = Enumerable.Range(0, 4).Select(_ => Channel.CreateUnbounded<(Turn, Rendered)>()).ToArray();
        var sorting = Task.Run(
            async () =>
            {
                await foreach (var item in _queue.Reader.ReadAllAsync(stoppingToken))
                {
                    lanes[Shards.Of(item.Turn.Where.ConversationId) % lanes.Length].Writer.TryWrite(item);
                }
            },
            stoppingToken);
        return Task.WhenAll([sorting, .. lanes.Select(lane => Task.Run(() => SendAllAsync(lane.Reader, stoppingToken), stoppingToken))]);
    }

    private async Task SendAllAsync(ChannelReader<(Turn Turn, Rendered Message)> lane, CancellationToken cancellation)
    {
        await foreach (var (turn, message) in lane.ReadAllAsync(cancellation))
        {
            try
            {
                var recipient = new Recipient(turn.Reader, turn.IsPersonal ? turn.Person : null);
                var posted = await courier.PostAsync(turn.Where, message, recipient, cancellation);
                await cards.RememberAsync(posted.Where, posted.ActivityId, recipient.Person, message, cancellation);
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
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Warning, "An answer could not be sent ({Status}).")]
        public static partial void NotSent(ILogger logger, int status, Exception fault);
    }
}
