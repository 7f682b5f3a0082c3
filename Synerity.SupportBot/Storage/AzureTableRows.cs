using Azure.Core;
using Azure.Data.Tables;

namespace Synerity.SupportBot.Storage;

/// <summary>Rows in one table of an Azure storage account, for any number of instances. The table is made when first used.</summary>
public sealed class AzureTableRows : IRows
{
    private const int CounterTries = 20;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestCounterPause = TimeSpan.FromMilliseconds(500);

    private readonly TableClient _table;
    private readonly AzureTableWriter _writer;
    private readonly TimeProvider _clock;
    private volatile bool _made;

    /// <param name="connect">Makes a client with the given options. Called twice: reads leave retrying to the client, writes must see each attempt.</param>
    public AzureTableRows(Func<TableClientOptions, TableClient> connect, TimeProvider clock)
    {
        _clock = clock;
        _table = connect(Options(retries: 3));
        _writer = new AzureTableWriter(connect(Options(retries: 0)), _table, clock);
    }

    public bool SingleProcess => false;

    public async Task<Row?> ReadAsync(string partition, string key, CancellationToken cancellation)
    {
        RowLimits.CheckKey(partition, nameof(partition));
        RowLimits.CheckKey(key, nameof(key));
        await MadeAsync(cancellation);
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellation);
        return found.HasValue ? AzureTableRow.Read(found.Value!) : null;
    }

    public async Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int most, CancellationToken cancellation)
    {
        RowLimits.CheckRange(partition, from, to, most);
        await MadeAsync(cancellation);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey lt {to}");
        var rows = new List<Row>();
        await foreach (var entity in _table.QueryAsync<TableEntity>(filter, maxPerPage: most, cancellationToken: cancellation))
        {
            rows.Add(AzureTableRow.Read(entity));
            if (rows.Count == most)
            {
                break;
            }
        }

        return rows;
    }

    public async Task CommitAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellation)
    {
        RowLimits.CheckBatch(partition, batch);
        await MadeAsync(cancellation);
        await _writer.CommitAsync(new AzureTableBatch(partition, null, batch), cancellation);
    }

    public async Task<long> CommitAsync(string partition, string counter, Func<long, IReadOnlyList<RowWrite>> batch, CancellationToken cancellation)
    {
        RowLimits.CheckKey(partition, nameof(partition));
        RowLimits.CheckKey(counter, nameof(counter));
        for (var attempt = 1; ; attempt++)
        {
            var last = await ReadAsync(partition, counter, cancellation);
            var number = RowNumber.After(partition, counter, last?.Data);
            var writes = batch(number);
            RowLimits.CheckBatch(partition, writes, counter);
            RowWrite next = last is null
                ? new RowWrite.Insert(counter, RowNumber.Data(number))
                : new RowWrite.Replace(counter, RowNumber.Data(number), last.Tag);
            try
            {
                await _writer.CommitAsync(new AzureTableBatch(partition, next, writes), cancellation);
                return number;
            }
            catch (ConflictException taken) when (taken.Key == counter && attempt < CounterTries)
            {
                await Task.Delay(Random.Shared.NextDouble() * Longest(attempt), _clock, cancellation);
            }
        }
    }

    private static TimeSpan Longest(int attempt) => TimeSpan.FromMilliseconds(Math.Min(20 << Math.Min(attempt, 10), LongestCounterPause.TotalMilliseconds));

    private static TableClientOptions Options(int retries) => new()
    {
        Retry = { MaxRetries = retries, Mode = RetryMode.Exponential, Delay = TimeSpan.FromMilliseconds(200), NetworkTimeout = Timeout },
    };

    private async ValueTask MadeAsync(CancellationToken cancellation)
    {
        if (!_made)
        {
            await _table.CreateIfNotExistsAsync(cancellation);
            _made = true;
        }
    }
}
