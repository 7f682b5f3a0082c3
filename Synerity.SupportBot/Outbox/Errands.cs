namespace Synerity.SupportBot.Outbox;

/// <summary>The effects that send nothing: they only write.</summary>
public sealed class Errands(Timers timers, Lists lists)
{
    /// <summary>Null: not one of these.</summary>
    public async Task<Delivery?> RunAsync(Effect effect, CancellationToken cancellation) => effect switch
    {
        Wake wake => await timers.ScheduleAsync(wake, cancellation),
        Index index => await lists.WriteAsync(index, cancellation),
        _ => null,
    };
}
