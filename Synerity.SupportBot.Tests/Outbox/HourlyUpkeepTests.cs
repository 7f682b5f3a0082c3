using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Outbox;

public sealed class HourlyUpkeepTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 30, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(Start);

    [Fact]
    public async Task Every_partition_is_looked_after_even_if_one_fails()
    {
        var seen = new Recorder();
        using var upkeep = new HourlyUpkeep([new Named("a", "bad", "b"), new Named("c")], [new Failing(), seen], new WireClock(_time), NullLogger<HourlyUpkeep>.Instance);

        await upkeep.RoundAsync(default);

        Assert.Equal(["a", "bad", "b", "c"], seen.Partitions);
    }

    [Fact]
    public async Task Rounds_come_as_long_as_the_bot_runs()
    {
        var seen = new Recorder();
        using var upkeep = new HourlyUpkeep([new Named("a")], [seen], new WireClock(_time), NullLogger<HourlyUpkeep>.Instance);
        await upkeep.StartAsync(default);

        for (var i = 0; i < 3; i++)
        {
            // The loop may not have begun to wait yet when the clock goes on.
            while (!await seen.Looked.WaitAsync(TimeSpan.FromMilliseconds(20))) _time.Advance(TimeSpan.FromMinutes(10));
        }

        await upkeep.StopAsync(default);
        Assert.True(_time.GetUtcNow() - Start >= TimeSpan.FromHours(2));
    }

    [Fact]
    public async Task Customers_their_people_and_the_provider_are_all_there_is()
    {
        var rows = new MemoryRows();
        var customers = new CustomerStore(rows);
        var (tenant, provider) = (Guid.NewGuid(), Guid.NewGuid());
        await new ImportCustomers(customers).RunAsync(
            System.Text.Encoding.UTF8.GetBytes($$"""[{"key":"ACME","name":"Acme","tier":"SILVER","tenantIds":["{{tenant}}"]}]"""), default);

        var partitions = await new CustomerPartitions(customers, Options.Create(new StaffOptions { TenantId = $"{provider}" })).AllAsync(default).ToListAsync();

        Assert.Equal(["provider", $"people|{provider}", "c|ACME", $"people|{tenant}"], partitions);
    }

    [Fact]
    public async Task Old_inbox_and_form_rows_go_in_small_batches_and_nothing_else_does()
    {
        var rows = new MemoryRows();
        var (person, now) = (new PersonRef("tenant", "id"), _time.GetUtcNow());
        var stale = Enumerable.Range(0, 200).Select(i => $"{Inbox.HourPrefix(now.AddHours(-25 - i))}|{i}")
            .Concat(Enumerable.Range(0, 100).Select(i => FormStamp.Issue(now.AddDays(-15 - i)).Key(person))).ToList();
        string[] kept =
        [
            $"{Inbox.HourPrefix(now)}|new", $"{Inbox.HourPrefix(now.AddHours(-24))}|day", $"{Inbox.HourPrefix(DateTimeOffset.UnixEpoch)}|timeless",
            FormStamp.Issue(now).Key(person), FormStamp.Issue(now.AddDays(-14)).Key(person), "fact|0000000001|x", "t|0000000001", "index|x",
        ];
        foreach (var key in stale.Concat(kept)) await rows.CommitAsync("c|ACME", [new RowWrite.Insert(key, "{}")], default);
        var before = rows.Commits;

        await new ExpiredRows(rows, new WireClock(_time)).LookAfterAsync("c|ACME", default);

        var left = await rows.RangeAsync("c|ACME", "!", "~", 1000, default);
        Assert.Equal(kept.Order(StringComparer.Ordinal), left.Select(row => row.Key));
        Assert.Equal(5, rows.Commits - before);
    }

    private sealed class Named(params string[] names) : IPartitions
    {
        public IAsyncEnumerable<string> AllAsync(CancellationToken cancellation) => names.ToAsyncEnumerable();
    }

    private sealed class Recorder : IUpkeep
    {
        public List<string> Partitions { get; } = [];

        public SemaphoreSlim Looked { get; } = new(0);

        public Task LookAfterAsync(string partition, CancellationToken cancellation)
        {
            Partitions.Add(partition);
            Looked.Release();
            return Task.CompletedTask;
        }
    }

    private sealed class Failing : IUpkeep
    {
        public Task LookAfterAsync(string partition, CancellationToken cancellation) =>
            partition == "bad" ? throw new InvalidOperationException("It cannot be looked after.") : Task.CompletedTask;
    }
}
