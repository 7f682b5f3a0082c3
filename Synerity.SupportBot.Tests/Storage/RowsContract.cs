using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Storage;

/// <summary>Every sentence of <see cref="IRows"/>, run against each store. Partial by aspect.</summary>
public abstract partial class RowsContract : IDisposable
{
    private protected const string Partition = "c|ACME";
    private protected static readonly CancellationToken Never = CancellationToken.None;

    /// <summary>An empty store of this test's own.</summary>
    protected abstract IRows Rows { get; }

    /// <summary>Other eyes and hands on the same rows: another instance, or a command beside the bot.</summary>
    protected abstract IRows Another { get; }

    public abstract void Dispose();

    [Fact]
    public async Task A_row_that_was_never_written_is_null()
    {
        Assert.Null(await Rows.ReadAsync(Partition, "t|1", Never));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"å\":\"𝄞 naïve — 日本\"}")]
    [InlineData("line\r\nline\0end")]
    public async Task Data_comes_back_as_it_was_written(string data)
    {
        await Write(new RowWrite.Insert("t|1", data));

        Assert.Equal(data, (await Rows.ReadAsync(Partition, "t|1", Never))!.Data);
        Assert.Equal(data, Assert.Single(await All()).Data);
    }

    [Fact]
    public async Task Every_character_a_key_may_have_works_in_keys_and_partitions()
    {
        const string Key = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789|._-";

        await Rows.CommitAsync(Key, [new RowWrite.Insert(Key, "1")], Never);
        var inserted = await Rows.ReadAsync(Key, Key, Never);
        await Rows.CommitAsync(Key, [new RowWrite.Replace(Key, "2", inserted!.Tag)], Never);
        var replaced = await Rows.ReadAsync(Key, Key, Never);

        Assert.Equal((Key, "2"), (replaced!.Key, replaced.Data));
        await Rows.CommitAsync(Key, [new RowWrite.Delete(Key, replaced.Tag)], Never);
        Assert.Null(await Rows.ReadAsync(Key, Key, Never));
    }

    [Fact]
    public async Task Keys_tell_case_apart_and_partitions_are_separate()
    {
        await Write(new RowWrite.Insert("a", "small"), new RowWrite.Insert("A", "big"));
        await Rows.CommitAsync("c|OTHER", [new RowWrite.Insert("a", "other")], Never);

        Assert.Equal("small", (await Rows.ReadAsync(Partition, "a", Never))!.Data);
        Assert.Equal("big", (await Rows.ReadAsync(Partition, "A", Never))!.Data);
        Assert.Equal("other", (await Rows.ReadAsync("c|OTHER", "a", Never))!.Data);
    }

    [Fact]
    public async Task Inserting_a_row_that_exists_conflicts()
    {
        await Write(new RowWrite.Insert("t|1", "first"));

        await Conflicts("t|1", new RowWrite.Insert("t|1", "second"));

        Assert.Equal("first", Assert.Single(await All()).Data);
    }

    [Fact]
    public async Task A_tag_changes_with_every_write_even_of_the_same_data()
    {
        var tags = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            await Write(new RowWrite.Upsert("t|1", "same"));
            tags.Add(await Tag("t|1"));
        }

        await Write(new RowWrite.Delete("t|1"));
        await Write(new RowWrite.Insert("t|1", "same"));
        tags.Add(await Tag("t|1"));
        await Write(new RowWrite.Replace("t|1", "same", tags[^1]));
        tags.Add(await Tag("t|1"));

        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task A_tag_stays_as_long_as_the_row_does_and_is_the_same_in_reads_and_ranges()
    {
        await Write(new RowWrite.Insert("t|1", "1"), new RowWrite.Insert("t|2", "2"));
        var before = await Tag("t|1");
        await Write(new RowWrite.Upsert("t|2", "3"));

        Assert.Equal(before, await Tag("t|1"));
        Assert.Equal(before, (await All())[0].Tag);
        Assert.Equal(before, (await Another.ReadAsync(Partition, "t|1", Never))!.Tag);
    }

    [Fact]
    public async Task Replacing_with_an_old_tag_conflicts_and_leaves_what_the_other_wrote()
    {
        await Write(new RowWrite.Insert("t|1", "new"));
        var tag = await Tag("t|1");
        await Another.CommitAsync(Partition, [new RowWrite.Replace("t|1", "Kalle", tag)], Never);

        await Conflicts("t|1", new RowWrite.Replace("t|1", "Anna", tag));

        Assert.Equal("Kalle", (await Rows.ReadAsync(Partition, "t|1", Never))!.Data);
    }

    [Theory]
    [InlineData("nobody's")]
    [InlineData("0")]
    [InlineData("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"")]
    public async Task A_tag_that_was_never_given_conflicts_whatever_it_looks_like(string tag)
    {
        await Write(new RowWrite.Insert("t|1", "1"));

        await Conflicts("t|1", new RowWrite.Replace("t|1", "2", tag));
        await Conflicts("t|1", new RowWrite.Delete("t|1", tag));
        await Conflicts("t|2", new RowWrite.Replace("t|2", "2", tag));
        await Conflicts("t|2", new RowWrite.Delete("t|2", tag));
    }

    [Fact]
    public async Task Replacing_or_deleting_by_the_tag_of_a_row_that_is_gone_conflicts()
    {
        await Write(new RowWrite.Insert("t|1", "1"));
        var tag = await Tag("t|1");
        await Write(new RowWrite.Delete("t|1", tag));

        await Conflicts("t|1", new RowWrite.Replace("t|1", "2", tag));
        await Conflicts("t|1", new RowWrite.Delete("t|1", tag));
        Assert.Empty(await All());
    }

    [Fact]
    public async Task Upsert_writes_whatever_was_there_before()
    {
        await Write(new RowWrite.Upsert("t|1", "made"));
        await Write(new RowWrite.Upsert("t|1", "made again"));

        Assert.Equal("made again", Assert.Single(await All()).Data);
    }

    [Fact]
    public async Task Deleting_without_a_tag_does_not_mind_absent_rows_and_the_rest_of_the_batch_is_written()
    {
        await Write(new RowWrite.Insert("t|2", "there"));

        await Write(new RowWrite.Delete("t|1"), new RowWrite.Insert("t|4", "new"), new RowWrite.Delete("t|2"), new RowWrite.Delete("t|3"));
        await Write(new RowWrite.Delete("t|8"), new RowWrite.Delete("t|9"));

        Assert.Equal("t|4", Assert.Single(await All()).Key);
    }

    private protected Task Write(params RowWrite[] batch) => Rows.CommitAsync(Partition, batch, Never);

    private protected async Task<string> Tag(string key) => (await Rows.ReadAsync(Partition, key, Never))!.Tag;

    private protected Task<IReadOnlyList<Row>> All() => Rows.RangeAsync(Partition, "", RowKey.EndOf(""), 1000, Never);

    private protected async Task Conflicts(string key, params RowWrite[] batch)
    {
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => Write(batch));

        Assert.Equal(key, conflict.Key);
    }
}
