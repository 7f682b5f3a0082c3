using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Storage;

public sealed class SqliteRowsTests : RowsContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supportbot-");
    private readonly SqliteRows _rows;
    private readonly SqliteRows _beside;

    public SqliteRowsTests()
    {
        _rows = new SqliteRows(File);
        _beside = new SqliteRows(File, besideTheBot: true);
    }

    protected override IRows Rows => _rows;

    protected override IRows Another => _beside;

    private string File => Path.Combine(_folder.FullName, "made", "when", "absent.db");

    public override void Dispose()
    {
        _beside.Dispose();
        _rows.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_second_bot_on_the_same_file_is_refused_and_told_what_to_do()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => new SqliteRows(File));

        Assert.Contains("Storage:Path", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("AzureTables", refusal.Message, StringComparison.Ordinal);
        Assert.True(_rows.SingleProcess);
        Assert.False(_beside.SingleProcess);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        var letter = Path.Combine(_folder.FullName, "letter.txt");
        System.IO.File.WriteAllText(letter, new string('x', 5000));

        Assert.Contains("Storage:Path", Assert.Throws<InvalidOperationException>(() => new SqliteRows(letter)).Message, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), System.IO.File.ReadAllText(letter));
    }

    [Fact]
    public async Task The_next_bot_finds_everything_once_the_first_is_closed()
    {
        await Write(new RowWrite.Insert("t|1", "kept"));
        _rows.Dispose();

        using var next = new SqliteRows(File);

        Assert.Equal("kept", (await next.ReadAsync(Partition, "t|1", Never))!.Data);
    }

    [Fact]
    public async Task What_was_answered_is_in_the_files_even_if_nobody_closes_them()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Write(new RowWrite.Insert($"t|{i}", "kept"))));
        var copy = Path.Combine(_folder.FullName, "copy.db");
        System.IO.File.Copy(File, copy);
        System.IO.File.Copy(File + "-wal", copy + "-wal");

        using var found = new SqliteRows(copy);

        Assert.Equal(50, (await found.RangeAsync(Partition, "t|", RowKey.EndOf("t|"), 1000, Never)).Count);
    }

    [Fact]
    public async Task Sixty_four_writers_all_succeed()
    {
        await Parallel.ForAsync(0, 64, async (writer, cancellation) =>
        {
            for (var i = 0; i < 10; i++)
            {
                await _rows.CommitAsync($"c|{writer % 8}", [new RowWrite.Insert($"{writer}|{i}", "x"), new RowWrite.Upsert("last", $"{writer}")], cancellation);
            }
        });

        for (var partition = 0; partition < 8; partition++)
        {
            Assert.Equal(81, (await _rows.RangeAsync($"c|{partition}", "", RowKey.EndOf(""), 1000, Never)).Count);
        }
    }

    [Fact]
    public async Task Batches_that_wait_together_are_written_together_and_a_bad_one_leaves_its_neighbours_alone()
    {
        using var held = new HeldWriter(_rows);
        var good = Enumerable.Range(0, 10).Select(i => Write(new RowWrite.Insert($"t|{i}", "1"))).ToList();
        var conflicting = Write(new RowWrite.Insert("half", "1"), new RowWrite.Insert("t|0", "again"));
        var failing = _rows.CommitAsync(Partition, "n", _ => throw new InvalidTimeZoneException(), Never);
        var numbered = _rows.CommitAsync(Partition, "n", Ticket1, Never);
        var later = Write(new RowWrite.Insert("late", "1"));

        await held.ReleaseAsync();

        await Task.WhenAll([.. good, later]);
        Assert.Equal("t|0", (await Assert.ThrowsAsync<ConflictException>(() => conflicting)).Key);
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => failing);
        Assert.Equal(1, await numbered);
        Assert.Equal(13, (await All()).Count);

        static IReadOnlyList<RowWrite> Ticket1(long number) => [new RowWrite.Insert($"ticket|{number}", "1")];
    }

    [Fact]
    public async Task A_commit_that_is_cancelled_while_it_waits_is_not_written_and_its_neighbours_are()
    {
        using var held = new HeldWriter(_rows);
        using var impatient = new CancellationTokenSource();
        var cancelled = _rows.CommitAsync(Partition, [new RowWrite.Insert("a", "1")], impatient.Token);
        var kept = Write(new RowWrite.Insert("b", "1"));
        await impatient.CancelAsync();

        await held.ReleaseAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await kept;
        Assert.Equal("b", Assert.Single(await All()).Key);
    }

    [Fact]
    public async Task After_a_scrub_no_file_holds_what_was_erased()
    {
        const string Secret = "Siv Malmkvist, 070-123 45 67";
        await Write(new RowWrite.Insert("person", Secret), new RowWrite.Insert("other", "stays"));
        await Write(new RowWrite.Delete("person"));

        await _rows.ScrubAsync(Never);

        Assert.All(_folder.GetFiles("absent.db*", SearchOption.AllDirectories).Where(file => !file.Name.EndsWith(".lock", StringComparison.Ordinal)), file =>
            Assert.DoesNotContain(Secret, Content(file), StringComparison.Ordinal));
        Assert.Equal("other", Assert.Single(await All()).Key);
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        _rows.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _rows.ReadAsync(Partition, "t|1", Never));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Write(new RowWrite.Insert("t|1", "1")));
    }

    private static string Content(FileInfo file)
    {
        using var open = new StreamReader(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), System.Text.Encoding.UTF8);
        return open.ReadToEnd();
    }

    /// <summary>Keeps the writer busy in a callback, so that what is committed meanwhile waits and is then taken as one group.</summary>
    private sealed class HeldWriter : IDisposable
    {
        private readonly ManualResetEventSlim _release = new();
        private readonly TaskCompletionSource _held = new();
        private readonly Task _commit;

        public HeldWriter(SqliteRows rows)
        {
            _commit = rows.CommitAsync("held", "n", Hold, Never);
            _held.Task.GetAwaiter().GetResult();
        }

        public Task ReleaseAsync()
        {
            _release.Set();
            return _commit;
        }

        public void Dispose()
        {
            _release.Set();
            _release.Dispose();
        }

        private IReadOnlyList<RowWrite> Hold(long number)
        {
            _held.SetResult();
            _release.Wait();
            return [new RowWrite.Insert("held", "1")];
        }
    }
}
