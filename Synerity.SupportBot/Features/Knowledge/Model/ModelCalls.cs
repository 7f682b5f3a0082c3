using Microsoft.Extensions.AI;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>One call of the model. What it carries has been masked.</summary>
/// <param name="Take">Gets each piece of the answer as it comes; false ends the call.</param>
public sealed record ModelCall(ModelUse Use, IReadOnlyList<ChatMessage> Messages, ChatOptions? Options, Func<string, bool> Take);

/// <summary>The only way to the model: through the breaker, counted, and with one kind of fault.</summary>
public sealed partial class ModelCalls(ConfiguredModel model, ModelBreaker breaker, ModelMeter meter, ILogger<ModelCalls> logger)
{
    public bool IsOn => model.Client is not null;

    /// <summary>Returns when the answer is whole, or was ended by its taker.</summary>
    /// <param name="limit">How long the reader waits; too slow counts as a fault of the model.</param>
    /// <exception cref="ModelException">There is no answer, or not all of it.</exception>
    public async Task RunAsync(ModelCall call, CancellationToken limit, CancellationToken cancellation)
    {
        try
        {
            await breaker.RunAsync(token => TryAsync(call, limit, token), cancellation);
        }
        catch (ModelException fault)
        {
            if (fault.Fault != ModelFault.Resting) Log.NoAnswer(logger, call.Use, fault.Message);
            Ended(call.Use, fault.Fault.ToString().ToLowerInvariant());
            throw;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Ended(call.Use, "stopped");
            throw;
        }
    }

    /// <summary>What became of an answer that came whole.</summary>
    public void Ended(ModelUse use, string outcome) => meter.Ended(use, outcome);

    private async Task TryAsync(ModelCall call, CancellationToken limit, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit, cancellation);
        try
        {
            await ReadAsync(call, either.Token);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            // A foreign library on a foreign wire: whatever it throws means that there is no answer.
            throw ModelException.Of(fault, limit.IsCancellationRequested, TimeProvider.System.GetUtcNow());
        }
    }

    private async Task ReadAsync(ModelCall call, CancellationToken cancellation)
    {
        ChatFinishReason? finished = null;
        await foreach (var update in model.Client!.GetStreamingResponseAsync(call.Messages, call.Options, cancellation).WithCancellation(cancellation))
        {
            finished = update.FinishReason ?? finished;
            foreach (var usage in update.Contents.OfType<UsageContent>())
            {
                meter.Used(call.Use, usage.Details.InputTokenCount ?? 0, usage.Details.OutputTokenCount ?? 0);
            }

            if (update.Text.Length > 0 && !call.Take(update.Text)) return;
        }

        if (finished == ChatFinishReason.ContentFilter) throw new ModelException(ModelFault.Filtered);
        if (finished != ChatFinishReason.Stop) throw new ModelException(ModelFault.Malformed, kind: finished is null ? "cut off" : "too long");
    }

    private static partial class Log
    {
        [LoggerMessage(5010, LogLevel.Warning, "{Use}: {Why}")]
        public static partial void NoAnswer(ILogger logger, ModelUse use, string why);
    }
}
