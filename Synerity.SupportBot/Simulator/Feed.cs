using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Synerity.SupportBot.Simulator;

/// <summary>What the open windows are told by themselves. A window that does not keep up loses the oldest news and reloads when it comes back.</summary>
internal sealed class Feed(IHostApplicationLifetime lifetime)
{
    private const int Waiting = 1000;
    private readonly List<Window> _windows = [];
    private readonly Lock _lock = new();

    /// <summary>Ends when the window closes or the host stops: an open stream would hold the host up.</summary>
    public async IAsyncEnumerable<SseItem<string>> WatchAsync(Person person, [EnumeratorCancellation] CancellationToken gone = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        var window = new Window(person, System.Threading.Channels.Channel.CreateBounded<SseItem<string>>(
            new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest }));
        lock (_lock) _windows.Add(window);
        try
        {
            yield return new SseItem<string>("{}", "ready");
            while (!either.IsCancellationRequested)
            {
                SseItem<string> item;
                try
                {
                    item = await window.News.Reader.ReadAsync(either.Token);
                }
                catch (OperationCanceledException)
                {
                    yield break;
                }

                yield return item;
            }
        }
        finally
        {
            lock (_lock) _windows.Remove(window);
        }
    }

    public void Tell(Func<Person, bool> whom, string kind, Func<Person, JsonObject> news)
    {
        lock (_lock)
        {
            foreach (var window in _windows.Where(window => whom(window.Person)))
            {
                window.News.Writer.TryWrite(new SseItem<string>(SimulatorJson.Write(news(window.Person)), kind));
            }
        }
    }

    private sealed record Window(Person Person, Channel<SseItem<string>> News);
}
