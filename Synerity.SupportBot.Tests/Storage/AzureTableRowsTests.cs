using Azure.Data.Tables;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Storage;

[Collection(nameof(Azurite))]
public sealed class AzureTableRowsTests(Azurite azurite) : RowsContract
{
    private readonly string _table = $"t{Guid.NewGuid():N}";
    private AzureTableRows? _rows;
    private AzureTableRows? _another;

    protected override IRows Rows => _rows ??= Open();

    protected override IRows Another => _another ??= Open();

    public override void Dispose()
    {
        new TableClient(azurite.ConnectionString, _table).Delete();
    }

    [Fact]
    public void Other_instances_may_hold_the_same_rows()
    {
        Assert.False(Rows.SingleProcess);
    }

    [Fact]
    public async Task Two_instances_may_make_the_table_at_the_same_moment()
    {
        await Task.WhenAll(
            Rows.CommitAsync(Partition, [new RowWrite.Insert("a", "1")], Never),
            Another.CommitAsync(Partition, [new RowWrite.Insert("b", "1")], Never));

        Assert.Equal(2, (await All()).Count);
    }

    private AzureTableRows Open() => new(options => new TableClient(azurite.ConnectionString, _table, options), TimeProvider.System);
}
