using System.Collections.Concurrent;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Storage;

public abstract partial class RowsContract
{
    [Fact]
    public async Task Numbers_begin_with_1_and_each_is_written_with_its_batch()
    {
        var numbers = new List<long>();
        for (var i = 0; i < 3; i++)
        {
            numbers.Add(await Rows.CommitAsync(Partition, "n", Ticket, Never));
        }

        Assert.Equal([1, 2, 3], numbers);
        Assert.Equal(["n", "t|1", "t|2", "t|3"], (await All()).Select(row => row.Key));
        Assert.Equal("3", (await Rows.ReadAsync(Partition, "n", Never))!.Data);
    }

    [Fact]
    public async Task Counters_are_apart_by_name_and_by_partition()
    {
        Assert.Equal(1, await Rows.CommitAsync(Partition, "n", Ticket, Never));
        Assert.Equal(1, await Rows.CommitAsync(Partition, "m", n => [new RowWrite.Insert($"m|{n}", "1")], Never));
        Assert.Equal(1, await Rows.CommitAsync("c|OTHER", "n", Ticket, Never));
        Assert.Equal(2, await Rows.CommitAsync(Partition, "n", Ticket, Never));
    }

    [Fact]
    public async Task Many_who_open_at_the_same_moment_get_numbers_without_gaps_or_doubles()
    {
        const int Openers = 24;

        var numbers = await Task.WhenAll(Enumerable.Range(0, Openers).Select(i => (i % 2 == 0 ? Rows : Another).CommitAsync(Partition, "n", Ticket, Never)));

        Assert.Equal(Enumerable.Range(1, Openers).Select(i => (long)i), numbers.Order());
        Assert.Equal(numbers.Order().Select(n => $"{n}"), (await Range("t|", RowKey.EndOf("t|"))).Select(key => key[2..]).OrderBy(int.Parse));
    }

    [Fact]
    public async Task Openers_who_conflict_over_another_row_use_no_number()
    {
        await Write(new RowWrite.Insert("inbox|7", "seen"));
        var refused = new ConcurrentBag<string?>();

        var numbers = await Task.WhenAll(Enumerable.Range(0, 16).Select(Open));

        Assert.Equal(Enumerable.Range(1, 8).Select(i => (long?)i), numbers.Where(number => number is not null).Order());
        Assert.Equal(Enumerable.Repeat("inbox|7", 8), refused);
        Assert.Equal(9, await Rows.CommitAsync(Partition, "n", Ticket, Never));

        async Task<long?> Open(int who)
        {
            try
            {
                return await Rows.CommitAsync(Partition, "n", n => [.. Ticket(n), new RowWrite.Insert(who % 2 == 0 ? "inbox|7" : $"inbox|x{who}", "seen")], Never);
            }
            catch (ConflictException conflict)
            {
                refused.Add(conflict.Key);
                return null;
            }
        }
    }

    [Fact]
    public async Task A_failure_in_the_callback_reaches_the_caller_and_uses_no_number()
    {
        Assert.Equal(1, await Rows.CommitAsync(Partition, "n", Ticket, Never));

        var failure = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Rows.CommitAsync(Partition, "n", _ => throw new InvalidTimeZoneException("mine"), Never));

        Assert.Equal("mine", failure.Message);
        Assert.Equal(2, await Rows.CommitAsync(Partition, "n", Ticket, Never));
    }

    [Fact]
    public async Task A_row_that_holds_no_number_is_no_counter()
    {
        await Write(new RowWrite.Insert("n", "{}"));

        await Assert.ThrowsAsync<InvalidDataException>(() => Rows.CommitAsync(Partition, "n", Ticket, Never));
    }

    private static IReadOnlyList<RowWrite> Ticket(long number) => [new RowWrite.Insert($"t|{number}", "open")];
}
