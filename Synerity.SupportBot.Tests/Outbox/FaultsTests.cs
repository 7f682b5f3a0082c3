using Moq;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Outbox;

/// <summary>
/// The store fails once, at each step in turn: a read, a commit that was not written, a commit whose answer was lost. Whoever asked is
/// delivered again, as Teams does it. Nothing is lost, and nothing comes more often than the one lost answer allows.
/// </summary>
public sealed class FaultsTests
{
    public enum Fault
    {
        Before,
        After,
        TimeOut,
    }

    [Theory]
    [InlineData(Fault.Before)]
    [InlineData(Fault.After)]
    [InlineData(Fault.TimeOut)]
    public async Task Whichever_step_fails_everything_is_told_and_at_most_once_more(Fault fault)
    {
        var steps = 0;
        for (var step = 0; step == 0 || step <= steps; step++) steps = await RunAsync(step, fault);

        Assert.True(steps > 20, $"Only {steps} steps were seen.");
    }

    /// <summary>Fails at the step (1 is the first, 0 none) and returns how many steps there were.</summary>
    private static async Task<int> RunAsync(int failing, Fault fault)
    {
        var (steps, armed) = (0, false);
        await using var world = await OutboxWorld.StartAsync(inner => Store(inner, () => armed && ++steps == failing ? fault : null));
        var anna = await world.PersonAsync("anna");
        var channel = await world.ChannelAsync();
        world.Notes.State = "new";

        armed = true;
        var wake = new Wake(world.Clock.GetUtcNow().AddSeconds(30), "test", OutboxWorld.Partition, "ACME-1");
        await TurnAsync(world, new Send(anna, NoteSource.Words("one")), new Send(anna, NoteSource.Words("two")), new Refresh(channel, NoteSource.Card), wake);
        for (var i = 0; i < 8; i++) await RoundAsync(world);
        armed = false;

        var told = world.Told.Where(line => !line.StartsWith("PUT", StringComparison.Ordinal)).ToList();
        Assert.Equal(["POST chat-anna one", "POST chat-anna two", "POST new"], told.Distinct().Order());
        Assert.True(told.Count <= 4, $"Step {failing}: {string.Join(", ", told)}");
        Assert.True(told.LastIndexOf("POST chat-anna one") < told.IndexOf("POST chat-anna two"));
        Assert.Equal("ACME-1", Assert.Single(world.Woken.Subjects.Distinct()));
        Assert.Empty(await world.WaitingAsync());
        Assert.Empty(await world.DeadAsync());
        return steps;
    }

    /// <summary>A turn with its inbox row: the second delivery finds what the first one wrote.</summary>
    private static async Task TurnAsync(OutboxWorld world, params Effect[] effects)
    {
        var batch = new Batch([new RowWrite.Insert("i|2026112309|turn", "{}")], effects);
        for (var delivery = 0; delivery < 3; delivery++)
        {
            try
            {
                await world.Get<Ledger>().CommitAsync(OutboxWorld.Partition, batch, default);
                return;
            }
            catch (ConflictException)
            {
                return;
            }
            catch (Exception fault) when (fault is IOException or TaskCanceledException)
            {
                // Delivered again.
            }
        }
    }

    /// <summary>As the dispatcher's loop: a round that failed is followed by the next.</summary>
    private static async Task RoundAsync(OutboxWorld world)
    {
        try
        {
            await world.LaterAsync(15);
        }
        catch (Exception fault) when (fault is IOException or TaskCanceledException)
        {
            // Seen to in the next round.
        }
    }

    private static IRows Store(MemoryRows inner, Func<Fault?> next)
    {
        var store = new Mock<IRows>(MockBehavior.Strict);
        store.Setup(rows => rows.SingleProcess).Returns(true);
        store.Setup(rows => rows.KeepsLists).Returns(false);
        store.Setup(rows => rows.ReadAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string partition, string key, CancellationToken cancellation) => StepAsync(() => inner.ReadAsync(partition, key, cancellation)));
        store.Setup(rows => rows.RangeAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<int>(), It.IsAny<CancellationToken>()))
            .Returns((string partition, string from, string to, int most, CancellationToken cancellation) =>
                StepAsync(() => inner.RangeAsync(partition, from, to, most, cancellation)));
        store.Setup(rows => rows.CommitAsync(It.IsAny<string>(), It.IsAny<IReadOnlyList<RowWrite>>(), It.IsAny<CancellationToken>()))
            .Returns((string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellation) => StepAsync(async () =>
            {
                await inner.CommitAsync(partition, batch, cancellation);
                return true;
            }));
        return store.Object;

        async Task<T> StepAsync<T>(Func<Task<T>> work)
        {
            var fault = next();
            if (fault == Fault.Before) throw new IOException("The store is away.");
            if (fault == Fault.TimeOut) throw new TaskCanceledException("The store took too long.");
            var result = await work();
            return fault == Fault.After ? throw new IOException("The answer of the store was lost.") : result;
        }
    }
}
