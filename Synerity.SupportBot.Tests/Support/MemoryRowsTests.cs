using CsCheck;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Support;

public sealed class MemoryRowsTests
{
    private readonly MemoryRows _rows = new();

    [Fact]
    public async Task A_range_has_its_start_and_not_its_end_in_ordinal_order()
    {
        string[] keys = ["b", "B", "a|1", "a|", "c"];
        await _rows.CommitAsync("p", [.. keys.Select(key => new RowWrite.Upsert(key, key))], default);

        Assert.Equal(["B", "a|", "a|1"], (await _rows.RangeAsync("p", "B", "b", 1000, default)).Select(row => row.Key));
        Assert.Equal(["B"], (await _rows.RangeAsync("p", "B", "b", 1, default)).Select(row => row.Key));
    }

    [Fact]
    public async Task A_batch_with_one_conflict_writes_nothing()
    {
        await _rows.CommitAsync("p", [new RowWrite.Insert("a", "1")], default);
        var read = (await _rows.ReadAsync("p", "a", default))!;
        await _rows.CommitAsync("p", [new RowWrite.Upsert("a", "1")], default);

        RowWrite[] conflicts =
        [
            new RowWrite.Insert("a", "2"), new RowWrite.Replace("a", "2", read.Tag), new RowWrite.Delete("a", read.Tag),
            new RowWrite.Replace("no", "2", read.Tag),
        ];
        foreach (var conflict in conflicts)
        {
            var fault = await Assert.ThrowsAsync<ConflictException>(() => _rows.CommitAsync("p", [new RowWrite.Upsert("b", "x"), conflict], default));
            Assert.Equal(conflict.Key, fault.Key);
        }

        Assert.Null(await _rows.ReadAsync("p", "b", default));
        Assert.Equal("1", (await _rows.ReadAsync("p", "a", default))!.Data);
    }

    [Fact]
    public async Task Numbers_have_no_gaps_whatever_conflicts()
    {
        Assert.Equal(1, await _rows.CommitAsync("p", "n", number => [new RowWrite.Insert($"t{number}", "")], default));
        await Assert.ThrowsAsync<ConflictException>(() => _rows.CommitAsync("p", "n", _ => [new RowWrite.Insert("t1", "")], default));

        Assert.Equal(2, await _rows.CommitAsync("p", "n", number => [new RowWrite.Insert($"t{number}", "")], default));
    }

    [Fact]
    public async Task Limits_are_kept()
    {
        await Refused([.. Enumerable.Range(0, 101).Select(number => new RowWrite.Upsert($"{number}", ""))]);
        await Refused([new RowWrite.Upsert("a", ""), new RowWrite.Delete("a")]);
        await Refused([new RowWrite.Upsert("å", "")]);
        await Refused([new RowWrite.Upsert(new string('a', 257), "")]);
        await Refused([new RowWrite.Upsert("a", new string('å', 30 * 1024 + 1))]);
        await Refused([.. Enumerable.Range(0, 60).Select(number => new RowWrite.Upsert($"{number}", new string('a', 60 * 1024)))]);
        await _rows.CommitAsync("p", [new RowWrite.Upsert(new string('a', 256), new string('å', 30 * 1024))], default);

        Task Refused(RowWrite[] batch) => Assert.ThrowsAsync<ArgumentException>(() => _rows.CommitAsync("p", batch, default));
    }

    [Fact]
    public void It_holds_what_was_written_last() => Gen.Select(Gen.Int[0, 5], Gen.Int[0, 2]).Array[0, 40].Sample(steps =>
    {
        var rows = new MemoryRows();
        var expected = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, (key, what)) in steps.Index())
        {
            RowWrite write = what == 0 ? new RowWrite.Delete($"{key}") : new RowWrite.Upsert($"{key}", $"{index}");
            rows.CommitAsync("p", [write], default).GetAwaiter().GetResult();
            if (write is RowWrite.Upsert upsert) expected[upsert.Key] = upsert.Data;
            else expected.Remove(write.Key);
        }

        var read = rows.RangeAsync("p", "0", "9", 1000, default).GetAwaiter().GetResult();

        return read.Select(row => (row.Key, row.Data)).SequenceEqual(expected.Select(row => (row.Key, row.Value)));
    });
}
