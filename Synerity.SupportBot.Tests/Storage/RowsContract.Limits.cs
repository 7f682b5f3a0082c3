using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Storage;

public abstract partial class RowsContract
{
    [Fact]
    public async Task The_largest_row_key_and_count_are_accepted()
    {
        var key = new string('|', 256);
        var data = new string('å', 30 * 1024); // 60 KB as UTF-8

        await Rows.CommitAsync(key, [new RowWrite.Insert(key, data), .. Inserts(99)], Never);

        Assert.Equal(data, (await Rows.ReadAsync(key, key, Never))!.Data);
        Assert.Equal(100, (await Rows.RangeAsync(key, "", RowKey.EndOf(""), 1000, Never)).Count);
    }

    [Fact]
    public async Task The_heaviest_batch_is_accepted()
    {
        var partition = new string('|', 256);
        var batch = Enumerable.Range(0, 100).Select(i => (RowWrite)new RowWrite.Insert($"{new string('|', 253)}{i:D3}", new string('x', 30_000))).ToList();

        await Rows.CommitAsync(partition, batch, Never);

        Assert.Equal(100, (await Rows.RangeAsync(partition, "", RowKey.EndOf(""), 1000, Never)).Count);
    }

    [Fact]
    public async Task A_batch_of_none_or_of_101_operations_is_refused()
    {
        await Refused("1–100 operations");
        await Refused("101", [.. Inserts(101)]);
        Assert.Contains("1–100", (await Assert.ThrowsAsync<ArgumentException>(() => Rows.CommitAsync(Partition, "n", _ => [.. Inserts(100)], Never))).Message, StringComparison.Ordinal);
        Assert.Contains("1–100", (await Assert.ThrowsAsync<ArgumentException>(() => Rows.CommitAsync(Partition, "n", _ => [], Never))).Message, StringComparison.Ordinal);
        Assert.Empty(await All());
    }

    [Fact]
    public async Task A_batch_that_names_a_row_twice_is_refused()
    {
        await Refused("t|1", new RowWrite.Upsert("t|1", "1"), new RowWrite.Delete("t|1"));
        Assert.Contains("twice", (await Assert.ThrowsAsync<ArgumentException>(() => Rows.CommitAsync(Partition, "n", _ => [new RowWrite.Upsert("n", "9")], Never))).Message, StringComparison.Ordinal);
        Assert.Empty(await All());
    }

    [Fact]
    public async Task A_row_over_60_KB_is_refused_in_bytes_not_in_characters()
    {
        await Refused("61442", new RowWrite.Insert("t|1", new string('å', (30 * 1024) + 1)));
        await Refused("61441", new RowWrite.Upsert("t|1", new string('x', (60 * 1024) + 1)));
        await Refused("61441", new RowWrite.Replace("t|1", new string('x', (60 * 1024) + 1), "tag"));
    }

    [Fact]
    public async Task A_batch_over_3_MB_is_refused()
    {
        await Refused("3000000", [.. Enumerable.Range(0, 51).Select(i => new RowWrite.Insert($"t|{i}", new string('x', 60_000)))]);
        Assert.Empty(await All());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a'b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("ärende")]
    [InlineData("a~")]
    [InlineData("257")]
    public async Task Keys_and_partitions_of_other_characters_or_lengths_are_refused_everywhere(string key)
    {
        key = key == "257" ? new string('x', 257) : key;

        await Refused("key", new RowWrite.Insert(key, "1"));
        await Refused("key", new RowWrite.Delete(key));
        await Assert.ThrowsAsync<ArgumentException>(() => Rows.CommitAsync(key, [new RowWrite.Insert("t|1", "1")], Never));
        await Assert.ThrowsAsync<ArgumentException>(() => Rows.CommitAsync(Partition, key, _ => [.. Inserts(1)], Never));
        await Assert.ThrowsAsync<ArgumentException>(() => Rows.ReadAsync(key, "t|1", Never));
        await Assert.ThrowsAsync<ArgumentException>(() => Rows.ReadAsync(Partition, key, Never));
        await Assert.ThrowsAsync<ArgumentException>(() => Rows.RangeAsync(key, "a", "b", 1, Never));
    }

    [Theory]
    [InlineData("a", "b", 0)]
    [InlineData("a", "b", 1001)]
    [InlineData("a b", "b", 1)]
    [InlineData("a", "b\uffff", 1)]
    public async Task A_range_with_other_bounds_is_refused(string from, string to, int most)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Rows.RangeAsync(Partition, from, to, most, Never));
    }

    [Fact]
    public async Task Text_that_no_store_could_give_back_and_tags_that_match_anything_are_refused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Write(new RowWrite.Insert("t|1", "half a \ud83d face")));
        await Refused("tag", new RowWrite.Replace("t|1", "1", "*"));
        await Refused("tag", new RowWrite.Delete("t|1", ""));
        Assert.Empty(await All());
    }

    private static IEnumerable<RowWrite> Inserts(int count) => Enumerable.Range(0, count).Select(i => new RowWrite.Insert($"i|{i}", "1"));

    private async Task Refused(string named, params RowWrite[] batch)
    {
        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => Write(batch));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }
}
