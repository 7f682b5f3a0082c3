using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Outbox;

public sealed class TimersTests : IAsyncLifetime
{
    private OutboxWorld _world = null!;

    public async Task InitializeAsync() => _world = await OutboxWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task It_fires_when_due_to_the_tick_and_once()
    {
        await _world.CommitAsync(At(TimeSpan.FromMinutes(10), "one"));
        await _world.DrainAsync();

        await _world.LaterAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        Assert.Empty(_world.Woken.Subjects);
        await _world.LaterAsync(TimeSpan.FromTicks(1));
        await _world.LaterAsync(60);

        Assert.Equal(["one"], _world.Woken.Subjects);
    }

    [Fact]
    public async Task What_is_asked_for_twice_fires_once()
    {
        for (var i = 0; i < 3; i++)
        {
            await _world.CommitAsync(At(TimeSpan.FromMinutes(10), "one"));
            await _world.DrainAsync();
        }

        await _world.LaterAsync(600);

        Assert.Equal(["one"], _world.Woken.Subjects);
    }

    [Fact]
    public async Task After_a_journey_of_the_clock_everything_passed_fires_in_the_order_of_time()
    {
        for (var i = 1; i <= 250; i++) await _world.CommitAsync(At(TimeSpan.FromHours(i), $"{i}"));
        await _world.DrainAsync();

        _world.Clock.Advance(TimeSpan.FromHours(240));
        await _world.DrainAsync();

        Assert.Equal(Enumerable.Range(1, 240).Select(i => $"{i}"), _world.Woken.Subjects);
    }

    [Fact]
    public async Task One_that_fails_stops_neither_the_others_nor_the_messages_and_is_tried_again()
    {
        var anna = await _world.PersonAsync("anna");
        var partition = Enumerable.Range(0, 1000).Select(i => $"c|P{i}").First(name => Shards.Of(name) == anna.Shard);
        await _world.CommitAsync(
            partition,
            new Wake(_world.Clock.GetUtcNow(), "test", partition, "poison"),
            new Wake(_world.Clock.GetUtcNow(), "unknown", partition, "other"),
            new Wake(_world.Clock.GetUtcNow().AddSeconds(1), "test", partition, "healthy"));
        await _world.DrainAsync();
        await _world.CommitAsync(partition, new Send(anna, NoteSource.Words("hello")));

        await _world.LaterAsync(2);

        Assert.Equal(["healthy"], _world.Woken.Subjects);
        Assert.Equal(["POST chat-anna hello"], _world.Told);
        var left = await _world.Rows.RangeAsync($"timers|{Shards.Name(anna.Shard)}", "0", "a", 10, default);
        Assert.Equal(2, left.Count);
        Assert.All(left, row => Assert.True(StoredJson.Read<Wake>(row.Data).At > _world.Clock.GetUtcNow()));
    }

    private Wake At(TimeSpan time, string subject) => new(_world.Clock.GetUtcNow() + time, "test", OutboxWorld.Partition, subject);
}
