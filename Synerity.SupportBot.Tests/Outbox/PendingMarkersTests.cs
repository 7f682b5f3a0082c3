using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Outbox;

public sealed class PendingMarkersTests : IAsyncLifetime
{
    private OutboxWorld _world = null!;

    public async Task InitializeAsync() => _world = await OutboxWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_commit_within_30_s_uses_the_marker_that_stands()
    {
        var anna = await _world.PersonAsync("anna");
        await CommitAsync(anna);
        var before = _world.Rows.Commits;

        _world.Wire.Advance(TimeSpan.FromSeconds(29));
        await CommitAsync(anna);
        Assert.Equal(before + 1, _world.Rows.Commits);
        _world.Wire.Advance(TimeSpan.FromSeconds(1));
        await CommitAsync(anna);

        Assert.Equal(before + 3, _world.Rows.Commits);
    }

    [Fact]
    public async Task No_commit_starts_30_s_after_its_marker_however_slow_the_store_is()
    {
        var (anna, other) = (await _world.PersonAsync("anna"), await OnAnotherShardAsync());
        var slow = 2;
        var late = new List<TimeSpan>();
        _world.Rows.BeforeCommit = partition =>
        {
            if (partition.StartsWith("pending|", StringComparison.Ordinal) && slow-- > 0) _world.Wire.Advance(TimeSpan.FromSeconds(31));
            if (partition == OutboxWorld.Partition) late.AddRange(Markers(anna, other).GetAwaiter().GetResult().Select(marker => marker.Age));
        };

        await _world.CommitAsync(Say(anna), Say(other));

        Assert.Equal(2, late.Count);
        Assert.All(late, age => Assert.True(age < PendingMarkers.Fresh, $"The marker was {age} old."));
    }

    [Fact]
    public async Task A_store_that_cannot_announce_in_time_changes_nothing()
    {
        var anna = await _world.PersonAsync("anna");
        _world.Rows.BeforeCommit = _ => _world.Wire.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<TimeoutException>(() => CommitAsync(anna));

        Assert.Empty(await _world.WaitingAsync());
    }

    [Fact]
    public async Task It_is_deleted_when_nothing_waits_and_it_is_10_minutes_old()
    {
        var anna = await _world.PersonAsync("anna");
        await CommitAsync(anna);

        await _world.LaterAsync(599);
        Assert.Single(await Markers(anna));
        await _world.LaterAsync(1);

        Assert.Empty(await Markers(anna));
    }

    [Fact]
    public async Task It_stays_while_something_waits()
    {
        var anna = await _world.PersonAsync("anna");
        await _world.CommitAsync(Say(anna) with { NotBefore = _world.Clock.GetUtcNow().AddHours(10) });

        await _world.LaterAsync(TimeSpan.FromHours(9));
        Assert.Single(await Markers(anna));
        await _world.LaterAsync(TimeSpan.FromHours(1));

        Assert.Single(_world.Told);
        Assert.Empty(await Markers(anna));
    }

    [Fact]
    public async Task A_commit_between_the_look_and_the_deletion_keeps_it()
    {
        var anna = await _world.PersonAsync("anna");
        await CommitAsync(anna);
        await _world.DrainAsync();
        _world.Wire.Advance(PendingMarkers.Old);
        var committed = false;
        _world.Rows.BeforeCommit = partition =>
        {
            if (committed || !partition.StartsWith("pending|", StringComparison.Ordinal)) return;
            committed = true;
            CommitAsync(anna).GetAwaiter().GetResult();
        };

        await _world.Get<ShardWork>().RoundAsync(anna.Shard, default);
        Assert.True(committed);
        Assert.Single(await Markers(anna));
        await _world.DrainAsync();

        Assert.Equal(2, _world.Told.Count);
    }

    [Fact]
    public async Task What_another_instance_stored_is_found_by_its_marker_alone()
    {
        var anna = await _world.PersonAsync("anna");
        var other = new Ledger(_world.Rows, new PendingMarkers(_world.Rows, new WireClock(_world.Wire)), new OutboxSignal(), _world.Clock);
        for (var i = 0; i < 20; i++)
        {
            await other.CommitAsync(OutboxWorld.Partition, new Batch([new RowWrite.Insert($"y|{i}", "{}")], [Say(anna)]), default);
            await _world.LaterAsync(i * 17 % 200);
        }

        Assert.Equal(20, _world.Told.Count);
    }

    [Fact]
    public async Task What_lost_its_marker_is_found_within_the_hour()
    {
        var (anna, other) = (await _world.PersonAsync("anna"), await OnAnotherShardAsync());
        await _world.CommitAsync(Say(anna), Say(anna), Say(other));
        foreach (var marker in await Markers(anna, other)) await DeleteAsync(marker);
        _world.Wire.Advance(TimeSpan.FromHours(1));
        await _world.DrainAsync();
        Assert.Empty(_world.Told);

        await _world.Get<IEnumerable<IUpkeep>>().Single(one => one is StrayEffects).LookAfterAsync(OutboxWorld.Partition, default);
        await _world.DrainAsync();

        Assert.Equal(3, _world.Told.Count);

        async Task DeleteAsync(Marker marker)
        {
            foreach (var to in new[] { anna, other })
            {
                await _world.Rows.CommitAsync($"pending|{Shards.Name(to.Shard)}", [new RowWrite.Delete(marker.Partition)], default);
            }
        }
    }

    private static Send Say(Destination to) => new(to, NoteSource.Words("hello"));

    private Task CommitAsync(Destination to) => _world.CommitAsync(Say(to));

    private async Task<IReadOnlyList<Marker>> Markers(params ToPerson[] people)
    {
        var found = new List<Marker>();
        foreach (var to in people) found.AddRange(await _world.Get<PendingMarkers>().ReadAsync(to.Shard, default));
        return found;
    }

    private async Task<ToPerson> OnAnotherShardAsync()
    {
        var anna = await _world.PersonAsync("anna");
        for (var i = 0; ; i++)
        {
            if (await _world.PersonAsync($"other{i}") is var other && other.Shard != anna.Shard) return other;
        }
    }
}
