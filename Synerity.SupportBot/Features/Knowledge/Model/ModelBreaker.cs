using Polly;
using Polly.CircuitBreaker;
using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>Keeps a dead or busy model from slowing answers: after a few failures, or when told to wait, it is not called for a while.</summary>
public sealed class ModelBreaker
{
    internal static readonly TimeSpan Break = TimeSpan.FromSeconds(30);
    internal const int Fails = 3;

    private readonly ResiliencePipeline _pipeline;
    private readonly TimeProvider _clock;
    private long _quietUntil;

    public ModelBreaker(LiveClock clock)
    {
        _clock = clock.Time;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock.Time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = Fails,
                SamplingDuration = TimeSpan.FromMinutes(1),
                BreakDuration = Break,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ModelException { IsOutage: true }),
            })
            .Build();
    }

    /// <exception cref="ModelException">As the call ended, or <see cref="ModelFault.Resting"/> without having called.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> call, CancellationToken cancellation)
    {
        if (_clock.GetUtcNow().UtcTicks < Volatile.Read(ref _quietUntil)) throw new ModelException(ModelFault.Resting);
        try
        {
            await _pipeline.ExecuteAsync(async token => await call(token), cancellation);
        }
        catch (BrokenCircuitException)
        {
            throw new ModelException(ModelFault.Resting);
        }
        catch (ModelException busy) when (busy.RetryAfter is { } wait)
        {
            Volatile.Write(ref _quietUntil, (_clock.GetUtcNow() + wait).UtcTicks);
            throw;
        }
    }
}
