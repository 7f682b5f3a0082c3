namespace Synerity.SupportBot.Outbox;

/// <summary>Says which partitions there are that commits with effects are made in. A room that makes such partitions implements it.</summary>
public interface IPartitions
{
    /// <summary>May name a partition twice, or one that holds nothing.</summary>
    IAsyncEnumerable<string> AllAsync(CancellationToken cancellation);
}

/// <summary>What is looked after in every partition once an hour. May run in several instances at once.</summary>
public interface IUpkeep
{
    Task LookAfterAsync(string partition, CancellationToken cancellation);
}

/// <summary>Goes through all partitions once an hour, one after the other, so that it is never more than a trickle.</summary>
public sealed partial class HourlyUpkeep(
    IEnumerable<IPartitions> partitions, IEnumerable<IUpkeep> upkeep, WireClock wire, ILogger<HourlyUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public async Task RoundAsync(CancellationToken cancellation)
    {
        foreach (var source in partitions)
        {
            await foreach (var partition in source.AllAsync(cancellation)) await LookAfterAsync(partition, cancellation);
        }
    }

    /// <summary>The first round comes some minutes after the start, so that instances started together do not meet.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = TimeSpan.FromMinutes(1 + (9 * Random.Shared.NextDouble()));
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(wait, wire.Time, stoppingToken);
            wait = Hour;
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The store is away: the next hour is as good.
                Log.RoundFailed(logger, fault);
            }
        }
    }

    private async Task LookAfterAsync(string partition, CancellationToken cancellation)
    {
        foreach (var one in upkeep)
        {
            try
            {
                await one.LookAfterAsync(partition, cancellation);
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                // The other partitions need it all the same.
                Log.Failed(logger, one.GetType().Name, partition, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(2030, LogLevel.Error, "The hourly round ended early.")]
        public static partial void RoundFailed(ILogger logger, Exception fault);

        [LoggerMessage(2031, LogLevel.Error, "{Upkeep} of {Partition} failed.")]
        public static partial void Failed(ILogger logger, string upkeep, string partition, Exception fault);
    }
}
