using Azure.Data.Tables;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Storage;

/// <summary>Own commit or somebody else's: the answer is lost, the rows are really in a table.</summary>
[Collection(nameof(Azurite))]
public sealed class LostAnswersTests : IDisposable
{
    private const string Partition = "c|ACME";
    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly LossyTransport _network = new();
    private readonly TableClient _table;
    private readonly AzureTableRows _rows;
    private readonly AzureTableRows _others;

    public LostAnswersTests(Azurite azurite)
    {
        var name = $"t{Guid.NewGuid():N}";
        _table = new TableClient(azurite.ConnectionString, name);
        _others = new AzureTableRows(options => new TableClient(azurite.ConnectionString, name, options), TimeProvider.System);
        _rows = new AzureTableRows(
            options =>
            {
                options.Transport = _network;
                return new TableClient(azurite.ConnectionString, name, options);
            },
            new ImpatientClock());
    }

    public static TheoryData<Fate> Lost =>
        [Fate.ConnectionLost, Fate.TimedOut, Fate.Status408, Fate.Status500, Fate.Status502, Fate.Status503, Fate.Status504, Fate.Repeated];

    public static TheoryData<Fate> LostInFull => [Fate.ConnectionLost, Fate.Status503];

    public void Dispose() => _table.Delete();

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task An_own_commit_is_recognised_whichever_operations_it_had(Fate fate)
    {
        await _rows.CommitAsync(Partition, [new RowWrite.Insert("ticket", "1"), new RowWrite.Insert("gone", "1")], Never);
        _network.Next(fate);
        await _rows.CommitAsync(Partition, [new RowWrite.Delete("gone", await Tag("gone")), new RowWrite.Replace("ticket", "2", await Tag("ticket")), new RowWrite.Insert("inbox", "1")], Never);
        _network.Next(fate);
        await _rows.CommitAsync(Partition, [new RowWrite.Replace("ticket", "3", await Tag("ticket"))], Never);
        _network.Next(fate);
        await _rows.CommitAsync(Partition, [new RowWrite.Upsert("ticket", "4")], Never);
        _network.Next(fate);
        await _rows.CommitAsync(Partition, [new RowWrite.Insert("alone", "1")], Never);

        Assert.Equal([("alone", "1"), ("inbox", "1"), ("ticket", "4")], await All());
    }

    [Theory]
    [MemberData(nameof(Lost))]
    public async Task A_lost_answer_uses_no_second_number(Fate fate)
    {
        _network.Next(fate, Fate.Delivered, fate);

        var first = await _rows.CommitAsync(Partition, "n", Ticket, Never);
        var second = await _rows.CommitAsync(Partition, "n", Ticket, Never);
        var third = await _rows.CommitAsync(Partition, "n", Ticket, Never);

        Assert.Equal((1, 2, 3), (first, second, third));
        Assert.Equal([("n", "3"), ("t|1", "open"), ("t|2", "open"), ("t|3", "open")], await All());
    }

    [Theory]
    [MemberData(nameof(LostInFull))]
    public async Task Deletions_alone_are_taken_for_our_own_when_their_rows_are_gone_after_a_lost_answer(Fate fate)
    {
        await _rows.CommitAsync(Partition, [new RowWrite.Insert("a", "1"), new RowWrite.Insert("b", "1")], Never);
        _network.Next(fate);

        await _rows.CommitAsync(Partition, [new RowWrite.Delete("a", await Tag("a")), new RowWrite.Delete("b")], Never);
        _network.Next(fate);
        await _rows.CommitAsync(Partition, [new RowWrite.Delete("a"), new RowWrite.Delete("b")], Never);

        Assert.Empty(await All());
    }

    [Theory]
    [InlineData(Fate.NeverArrives)]
    [InlineData(Fate.ConnectionLost)]
    [InlineData(Fate.Status503)]
    public async Task A_batch_is_sent_again_until_it_arrives(Fate fate)
    {
        _network.Next(Fate.NeverArrives, Fate.NeverArrives, fate);

        await _rows.CommitAsync(Partition, [new RowWrite.Insert("a", "1")], Never);

        Assert.Equal([("a", "1")], await All());
    }

    [Fact]
    public async Task A_batch_that_never_arrives_is_a_fault_and_not_a_conflict()
    {
        _network.Next([.. Enumerable.Repeat(Fate.NeverArrives, 5)]);

        await Assert.ThrowsAsync<Azure.RequestFailedException>(() => _rows.CommitAsync(Partition, [new RowWrite.Insert("a", "1")], Never));

        Assert.Equal(5, _network.Batches.Count);
        Assert.Empty(await All());
    }

    [Fact]
    public async Task Somebody_elses_row_is_a_conflict_although_our_own_answer_was_lost_too()
    {
        await _others.CommitAsync(Partition, [new RowWrite.Insert("ticket", "free")], Never);
        var tag = await Tag("ticket");
        _network.Next(Fate.NeverArrives);
        _network.Meanwhile = () => _others.CommitAsync(Partition, [new RowWrite.Replace("ticket", "Kalle", tag)], Never);

        var conflict = await Assert.ThrowsAsync<ConflictException>(
            () => _rows.CommitAsync(Partition, [new RowWrite.Insert("event", "Anna"), new RowWrite.Replace("ticket", "Anna", tag)], Never));

        Assert.Equal("ticket", conflict.Key);
        Assert.Equal([("ticket", "Kalle")], await All());
    }

    [Fact]
    public async Task Somebody_elses_deletion_that_ours_met_directly_is_a_conflict()
    {
        await _others.CommitAsync(Partition, [new RowWrite.Insert("timer", "1")], Never);
        var tag = await Tag("timer");
        await _others.CommitAsync(Partition, [new RowWrite.Delete("timer", tag)], Never);

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => _rows.CommitAsync(Partition, [new RowWrite.Delete("timer", tag)], Never));

        Assert.Equal("timer", conflict.Key);
    }

    [Fact]
    public async Task An_own_commit_is_recognised_when_somebody_has_written_its_first_row_again()
    {
        await _rows.CommitAsync(Partition, [new RowWrite.Insert("ticket", "1")], Never);
        var tag = await Tag("ticket");
        _network.Next(Fate.Status503);
        _network.Meanwhile = () => _others.CommitAsync(Partition, [new RowWrite.Upsert("ticket", "3")], Never);

        await _rows.CommitAsync(Partition, [new RowWrite.Replace("ticket", "2", tag), new RowWrite.Upsert("last", "2")], Never);

        Assert.Equal([("last", "2"), ("ticket", "3")], await All());
    }

    [Fact]
    public async Task A_counter_that_others_moved_after_the_lost_answer_still_gave_us_our_number()
    {
        _network.Next(Fate.ConnectionLost);
        _network.Meanwhile = () => _others.CommitAsync(Partition, "n", Ticket, Never);

        var number = await _rows.CommitAsync(Partition, "n", Ticket, Never);

        Assert.Equal(1, number);
        Assert.Equal([("n", "2"), ("t|1", "open"), ("t|2", "open")], await All());
    }

    [Fact]
    public async Task A_plain_commit_is_one_request_and_a_plain_conflict_costs_one_read()
    {
        await _rows.ReadAsync(Partition, "warm", Never);
        var before = _network.Reads;
        await _rows.CommitAsync(Partition, [new RowWrite.Insert("inbox", "1"), new RowWrite.Upsert("a", "1")], Never);

        Assert.Equal((1, before), (_network.Batches.Count, _network.Reads));

        await Assert.ThrowsAsync<ConflictException>(() => _rows.CommitAsync(Partition, [new RowWrite.Insert("inbox", "1"), new RowWrite.Upsert("a", "2")], Never));
        Assert.Equal((2, before + 1), (_network.Batches.Count, _network.Reads));
    }

    [Fact]
    public async Task The_heaviest_batch_stays_under_what_Azure_takes()
    {
        var key = new string('|', 253);

        await _rows.CommitAsync(
            new string('|', 256),
            [.. Enumerable.Range(0, 100).Select(i => new RowWrite.Insert($"{key}{i:D3}", new string('x', RowLimits.BatchBytes / 100)))],
            Never);

        Assert.InRange(Assert.Single(_network.Batches), RowLimits.BatchBytes * 4L / 3, 4 * 1024 * 1024);
    }

    private static IReadOnlyList<RowWrite> Ticket(long number) => [new RowWrite.Insert($"t|{number}", "open")];

    private async Task<string> Tag(string key) => (await _others.ReadAsync(Partition, key, Never))!.Tag;

    private async Task<IEnumerable<(string, string)>> All() =>
        (await _others.RangeAsync(Partition, "", RowKey.EndOf(""), 1000, Never)).Select(row => (row.Key, row.Data));

    /// <summary>Every pause is over at once.</summary>
    private sealed class ImpatientClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
