using Azure.Data.Tables;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Outbox;

public sealed class ListsInSqliteTests : ListsContract
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supportbot-");
    private readonly SqliteRows _rows;

    public ListsInSqliteTests() => _rows = new SqliteRows(Path.Combine(_folder.FullName, "bot.db"));

    protected override IRows Rows => _rows;

    public override void Dispose()
    {
        _rows.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task After_a_scrub_the_words_of_a_deleted_row_are_in_no_file()
    {
        var words = new RowWords("A", RowWords.Of("hemlighetsfull"));
        await _rows.CommitAsync("c|A", [new RowWrite.Insert("t", ""), new RowWrite.Found("t", DateTimeOffset.UnixEpoch, null, words)], default);
        await _rows.CommitAsync("c|A", [new RowWrite.Delete("t"), new RowWrite.Found("t", DateTimeOffset.UnixEpoch, words, null)], default);
        await _rows.ScrubAsync(default);

        foreach (var file in _folder.GetFiles("bot.db*").Where(file => file.Extension != ".lock"))
        {
            using var open = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var read = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain("hemlighets", await read.ReadToEndAsync(), StringComparison.Ordinal);
        }
    }
}

public sealed class ListsInMemoryTests : ListsContract
{
    protected override IRows Rows { get; } = new MemoryRows();

    public override void Dispose()
    {
    }
}

[Collection(nameof(Azurite))]
public sealed class ListsInAzureTests(Azurite azurite) : ListsContract
{
    private readonly string _table = $"t{Guid.NewGuid():N}";
    private AzureTableRows? _rows;

    protected override IRows Rows => _rows ??= new(options => new TableClient(azurite.ConnectionString, _table, options), TimeProvider.System);

    public override void Dispose() => new TableClient(azurite.ConnectionString, _table).Delete();
}
