using CsCheck;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Outbox;

/// <summary>Lists and words across partitions, against each store: in the commit where it can, as an effect of it where not.</summary>
public abstract class ListsContract : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Vocabulary = ["automation", "automationer", "mejl", "mejlar", "tavla", "tavlan", "konto", "rapport", "api", "ny"];

    protected abstract IRows Rows { get; }

    private IRowSearch Search => Rows as IRowSearch ?? new PostedSearch(Rows);

    public abstract void Dispose();

    [Fact]
    public async Task What_is_listed_is_read_in_order_and_can_be_taken_away()
    {
        await CommitAsync("c|A", new RowWrite.Insert("t", "1"), new RowWrite.Listed("queue", "all|2", "A-1"));
        await CommitAsync("c|B", new RowWrite.Insert("t", "1"), new RowWrite.Listed("queue", "all|1", "B-1"), new RowWrite.Listed("queue", "of|1", "B-1"));
        Assert.Equal(["B-1", "A-1"], await ListAsync());

        await CommitAsync("c|B", new RowWrite.Upsert("t", "2"), new RowWrite.Listed("queue", "all|1", null), new RowWrite.Listed("queue", "all|3", "B-1"));
        Assert.Equal(["A-1", "B-1"], await ListAsync());
    }

    [Fact]
    public async Task A_batch_that_conflicts_lists_nothing()
    {
        await CommitAsync("c|A", new RowWrite.Insert("t", "1"));
        await Assert.ThrowsAsync<ConflictException>(() =>
            CommitAsync("c|A", new RowWrite.Listed("queue", "all|1", "A-1"), Words("t", 0, null, "mejl"), new RowWrite.Insert("t", "1")));

        Assert.Empty(await ListAsync());
        Assert.Empty(await FindAsync(null, "mejl"));
    }

    [Fact]
    public async Task Words_are_found_without_accents_by_their_beginning_and_the_newest_first()
    {
        await CommitAsync("c|A", new RowWrite.Insert("t|1", ""), Words("t|1", 1, null, "Ändra tavlan Order, ÅÄÖ-fält"));
        await CommitAsync("c|A", new RowWrite.Insert("t|2", ""), Words("t|2", 2, null, "andra TAVLOR"));
        await CommitAsync("c|B", new RowWrite.Insert("t|1", ""), Words("t|1", 3, null, "tavla", home: "B"));

        Assert.Equal(["c|B t|1", "c|A t|2", "c|A t|1"], await FindAsync(null, "tavl"));
        Assert.Equal(["c|A t|2", "c|A t|1"], await FindAsync("A", "tavl"));
        Assert.Equal(["c|A t|2", "c|A t|1"], await FindAsync("A", "ändra tav"));
        Assert.Equal(["c|A t|1"], await FindAsync("A", "aao order"));
        Assert.Empty(await FindAsync("A", "ta"));
        Assert.Empty(await FindAsync("A", ""));
        Assert.Empty(await FindAsync("C", "tavla"));
    }

    [Fact]
    public async Task Changed_words_are_found_and_the_old_ones_no_longer()
    {
        await CommitAsync("c|A", new RowWrite.Insert("t|1", ""), Words("t|1", 1, null, "gammal rubrik"));
        await CommitAsync("c|A", new RowWrite.Upsert("t|1", ""), Words("t|1", 1, "gammal rubrik", "ny rubrik"));
        Assert.Empty(await FindAsync(null, "gammal"));
        Assert.Equal(["c|A t|1"], await FindAsync(null, "ny rubrik"));

        await CommitAsync("c|A", new RowWrite.Upsert("t|1", ""), Words("t|1", 1, "ny rubrik", null));
        Assert.Empty(await FindAsync(null, "rubrik"));
    }

    [Fact]
    public Task Whatever_is_written_a_search_finds_what_a_look_at_every_row_would() =>
        (from texts in Gen.Int[0, 9].Select(i => Vocabulary[i]).List[1, 5].List[1, 12]
         from asked in Gen.Int[0, 9].Select(i => Vocabulary[i]).List[1, 2]
         select (texts, asked)).SampleAsync(
            async given =>
            {
                var own = Guid.NewGuid().ToString("N");
                for (var i = 0; i < given.texts.Count; i++)
                {
                    await CommitAsync($"c|{own}", new RowWrite.Insert($"t|{i:D2}", ""), Words($"t|{i:D2}", i, null, string.Join(' ', given.texts[i]), own));
                }

                var expected = Enumerable.Range(0, given.texts.Count).Reverse().Where(i => given.asked.All(word => given.texts[i].Any(own => Fits(own, word)))).Select(i => $"c|{own} t|{i:D2}");
                Assert.Equal(expected, await FindAsync(own, string.Join(' ', given.asked), page: 2));
            },
            iter: 15, threads: 1);

    private static bool Fits(string own, string word) => word.Length >= 3 ? own.StartsWith(word, StringComparison.Ordinal) : own == word;

    private static RowWrite.Found Words(string key, int minute, string? was, string? now, string home = "A") =>
        new(key, Noon.AddMinutes(minute), Of(was, home), Of(now, home));

    private static RowWords? Of(string? text, string home) => text is null ? null : new(home, RowWords.Of(text));

    private async Task CommitAsync(string partition, params RowWrite[] writes)
    {
        var batch = Lists.Split(Rows, partition, new Batch(writes, []));
        await Rows.CommitAsync(partition, batch.Rows, default);
        foreach (var index in batch.Effects.Cast<Synerity.SupportBot.Outbox.Index>()) await new Lists(Rows).WriteAsync(index, default);
    }

    private async Task<IEnumerable<string>> ListAsync() =>
        (await Rows.RangeAsync(RowWrite.Listed.PartitionOf("queue"), "all|", RowKey.EndOf("all|"), 10, default)).Select(row => row.Data);

    /// <summary>All pages of a search.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(string? home, string words, int page = 10)
    {
        var all = new List<string>();
        string? after = null;
        do
        {
            var found = await Search.FindAsync(home, RowWords.Of(words), after, page, default);
            all.AddRange(found.Rows.Select(row => $"{row.Partition} {row.Key}"));
            after = found.Next;
        }
        while (after is not null);
        return all;
    }
}
