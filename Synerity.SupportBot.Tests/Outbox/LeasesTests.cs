using CsCheck;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Outbox;

public sealed class LeasesTests
{
    private const int Shard = 3;

    [Fact]
    public async Task Another_instance_takes_over_only_after_a_whole_lease_of_silence_on_its_own_clock()
    {
        var rows = new MemoryRows { SingleProcess = false };
        var (first, second) = (new Instance(rows), new Instance(rows));
        await first.HoldAsync();

        Assert.False(await second.HoldAsync());
        second.Time.Advance(TimeSpan.FromSeconds(59.9));
        Assert.False(await second.HoldAsync());
        second.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.True(await second.HoldAsync());

        first.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.False(await first.HoldAsync());
    }

    [Fact]
    public async Task A_renewal_starts_the_silence_anew()
    {
        var rows = new MemoryRows { SingleProcess = false };
        var (first, second) = (new Instance(rows), new Instance(rows));
        await first.HoldAsync();
        await second.HoldAsync();

        first.Time.Advance(TimeSpan.FromSeconds(20));
        await first.HoldAsync();
        second.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.False(await second.HoldAsync());
        second.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.True(await second.HoldAsync());
    }

    [Fact]
    public async Task What_is_given_back_is_taken_at_once()
    {
        var rows = new MemoryRows { SingleProcess = false };
        var (first, second) = (new Instance(rows), new Instance(rows));
        await first.HoldAsync();

        await first.Leases.ReleaseAsync(Shard, default);

        Assert.False(first.Leases.MaySend(Shard));
        Assert.True(await second.HoldAsync());
    }

    [Fact]
    public async Task No_send_begins_that_could_outlive_the_lease_and_none_goes_on_after_it()
    {
        var one = new Instance(new MemoryRows { SingleProcess = false });
        await one.HoldAsync();
        using var end = one.Leases.EndOf(Shard);

        one.Time.Advance(TimeSpan.FromSeconds(60) - ConnectorClient.CallTimeout - TimeSpan.FromSeconds(5.1));
        Assert.True(one.Leases.MaySend(Shard));
        one.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.False(one.Leases.MaySend(Shard));
        one.Time.Advance(TimeSpan.FromSeconds(24.9));
        Assert.False(end.IsCancellationRequested);
        one.Time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.True(end.IsCancellationRequested);
    }

    [Fact]
    public async Task A_store_of_one_process_needs_no_lease()
    {
        var rows = new MemoryRows();
        var one = new Instance(rows);

        Assert.True(await one.HoldAsync());
        Assert.True(one.Leases.MaySend(Shard));
        Assert.Equal(0, rows.Commits);
    }

    [Fact]
    public void Lengths_that_a_time_out_would_outlive_are_refused()
    {
        Assert.Equal(60, new OutboxOptions().LeaseSeconds);
        Assert.False(Valid(29));
        Assert.True(Valid(30));
        Assert.True(TimeSpan.FromSeconds(30) > ConnectorClient.CallTimeout && Leases.Margin > ConnectorClient.CallTimeout);

        static bool Valid(int seconds)
        {
            var options = new OutboxOptions { LeaseSeconds = seconds };
            return System.ComponentModel.DataAnnotations.Validator.TryValidateObject(options, new(options), null, validateAllProperties: true);
        }
    }

    /// <summary>Two instances whose clocks show different times but run equally fast, as clocks do; either may stand still for any time.</summary>
    [Fact]
    public void There_are_never_two_that_may_send() => Gen.Select(Gen.Int[0, 5], Gen.Int[1, 400]).Array[1, 120].Sample(
        steps =>
        {
            var rows = new MemoryRows { SingleProcess = false };
            Instance[] instances = [new(rows), new(rows, TimeSpan.FromHours(5))];
            var ends = new CancellationTokenSource?[2];
            foreach (var (what, tenths) in steps)
            {
                foreach (var instance in instances) instance.Time.Advance(TimeSpan.FromSeconds(tenths / (what < 4 ? 40.0 : 10.0)));
                var who = what % 2;
                if (what == 5 && tenths > 350)
                {
                    // A sender gives its lease back when it has stopped.
                    instances[who].Leases.ReleaseAsync(Shard, default).GetAwaiter().GetResult();
                    ends[who] = null;
                }
                else if (instances[who].HoldAsync().GetAwaiter().GetResult()) ends[who] = instances[who].Leases.EndOf(Shard);
                if (instances.Count(instance => instance.Leases.MaySend(Shard)) > 1) return false;

                // What the other began in time has been cut off before this one begins.
                if (instances[who].Leases.MaySend(Shard) && ends[1 - who] is { IsCancellationRequested: false }) return false;
            }

            return true;
        },
        iter: 3000);

    private sealed class Instance
    {
        public Instance(MemoryRows rows, TimeSpan ahead = default)
        {
            Time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero) + ahead);
            Leases = new Leases(rows, new WireClock(Time), Options.Create(new OutboxOptions()));
        }

        public FakeTimeProvider Time { get; }

        public Leases Leases { get; }

        public Task<bool> HoldAsync() => Leases.HoldAsync(Shard, default);
    }
}
