using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Storage;

public abstract partial class RowsContract
{
    [Fact]
    public async Task A_batch_that_conflicts_writes_nothing_wherever_in_it_the_conflict_is()
    {
        await Write(new RowWrite.Insert("here", "1"));
        var tag = await Tag("here");

        foreach (var place in Enumerable.Range(0, 4))
        {
            List<RowWrite> batch = [new RowWrite.Insert("a", "1"), new RowWrite.Upsert("b", "2"), new RowWrite.Delete("absent")];
            batch.Insert(place, new RowWrite.Insert("here", "2"));
            await Conflicts("here", [.. batch]);
        }

        await Conflicts("missing", new RowWrite.Replace("here", "2", tag), new RowWrite.Delete("missing", tag));
        await Conflicts("missing", new RowWrite.Delete("here"), new RowWrite.Replace("missing", "2", tag));
        var row = Assert.Single(await All());
        Assert.Equal(("here", "1", tag), (row.Key, row.Data, row.Tag));
    }

    [Fact]
    public async Task A_batch_of_all_kinds_is_written_whole()
    {
        await Write(new RowWrite.Insert("replaced", "1"), new RowWrite.Insert("deleted", "1"), new RowWrite.Insert("dropped", "1"));

        await Write(
            new RowWrite.Insert("inserted", "2"),
            new RowWrite.Upsert("upserted", "2"),
            new RowWrite.Replace("replaced", "2", await Tag("replaced")),
            new RowWrite.Delete("deleted", await Tag("deleted")),
            new RowWrite.Delete("dropped"));

        Assert.Equal(["inserted", "replaced", "upserted"], (await All()).Select(row => row.Key));
        Assert.All(await All(), row => Assert.Equal("2", row.Data));
    }

    [Fact]
    public async Task Of_many_who_claim_the_same_row_exactly_one_wins_and_only_that_ones_rows_are_there()
    {
        await Write(new RowWrite.Insert("ticket", "free"));
        var tag = await Tag("ticket");

        var won = await Task.WhenAll(Enumerable.Range(0, 12).Select(Claim));

        var winner = Assert.Single(Enumerable.Range(0, 12), who => won[who]);
        Assert.Equal([$"event|{winner}", "ticket"], (await All()).Select(row => row.Key));
        Assert.Equal($"{winner}", (await Rows.ReadAsync(Partition, "ticket", Never))!.Data);

        async Task<bool> Claim(int who)
        {
            try
            {
                var rows = who % 2 == 0 ? Rows : Another;
                await rows.CommitAsync(Partition, [new RowWrite.Insert($"event|{who}", "took"), new RowWrite.Replace("ticket", $"{who}", tag)], Never);
                return true;
            }
            catch (ConflictException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task What_one_commits_the_other_reads_at_once()
    {
        for (var i = 0; i < 10; i++)
        {
            await Another.CommitAsync(Partition, [new RowWrite.Upsert("t|1", $"{i}")], Never);

            Assert.Equal($"{i}", (await Rows.ReadAsync(Partition, "t|1", Never))!.Data);
        }
    }

    [Fact]
    public async Task A_range_includes_its_start_excludes_its_end_and_is_ordinal()
    {
        string[] keys = ["Z", "_", "a", "a-", "a.", "a.b", "a0", "aA", "aa", "a|", "a|b", "b", "-", ".", "0", "9|9"];
        await Write([.. keys.Select(key => new RowWrite.Insert(key, key))]);

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await All()).Select(row => row.Key));
        Assert.Equal(["a.b", "a0", "aA"], await Range("a.b", "aa"));
        Assert.Equal(["a|", "a|b"], await Range("a|", RowKey.EndOf("a|")));
        Assert.Equal(["a-", "a.", "a.b", "a0", "aA", "aa", "a|", "a|b"], await Range(RowKey.After("a"), RowKey.EndOf("a")));
        Assert.Empty(await Range("b", "a"));
        Assert.Empty(await Range("a", "a"));
    }

    [Fact]
    public async Task A_range_returns_at_most_what_was_asked_and_the_next_begins_after_it()
    {
        var keys = Enumerable.Range(0, 250).Select(i => $"r|{i:D3}").ToList();
        foreach (var chunk in keys.Chunk(100))
        {
            await Write([.. chunk.Select(key => new RowWrite.Insert(key, key))]);
        }

        var found = new List<string>();
        var from = "r|";
        while (await Rows.RangeAsync(Partition, from, RowKey.EndOf("r|"), 60, Never) is { Count: > 0 } page)
        {
            Assert.True(page.Count <= 60);
            found.AddRange(page.Select(row => row.Key));
            from = RowKey.After(page[^1].Key);
        }

        Assert.Equal(keys, found);
        Assert.Equal("r|000", Assert.Single(await Rows.RangeAsync(Partition, "r|", "s", 1, Never)).Key);
    }

    [Fact]
    public async Task A_thousand_rows_come_in_one_range_of_more()
    {
        foreach (var chunk in Enumerable.Range(0, 1100).Chunk(100))
        {
            await Write([.. chunk.Select(i => new RowWrite.Insert($"r|{i:D4}", "x"))]);
        }

        var rows = await Rows.RangeAsync(Partition, "r|", RowKey.EndOf("r|"), 1000, Never);

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => $"r|{i:D4}"), rows.Select(row => row.Key));
    }

    [Fact]
    public async Task A_commit_that_was_cancelled_before_it_began_writes_nothing()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Rows.CommitAsync(Partition, [new RowWrite.Insert("t|1", "1")], gone.Token));

        Assert.Empty(await All());
    }

    private async Task<IEnumerable<string>> Range(string from, string to) => (await Rows.RangeAsync(Partition, from, to, 1000, Never)).Select(row => row.Key);
}
