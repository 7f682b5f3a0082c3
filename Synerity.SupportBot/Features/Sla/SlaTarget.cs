namespace Synerity.SupportBot.Features.Sla;

/// <summary>The promise as it was snapshotted on a ticket: so many business seconds, counted from an instant.</summary>
/// <remarks>
/// After an upgrade the count may run from the moment of the change instead of from creation; see <see cref="AfterTierChange"/>.
/// </remarks>
public sealed record SlaTarget
{
    /// <param name="countsFrom">When the ticket was received, or its tier was raised.</param>
    /// <param name="budgetSeconds">Business seconds until the first response is due; null when nothing is guaranteed.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget is negative.</exception>
    public SlaTarget(DateTimeOffset countsFrom, long? budgetSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budgetSeconds ?? 0, nameof(budgetSeconds));
        (CountsFrom, BudgetSeconds) = (countsFrom, budgetSeconds);
    }

    public DateTimeOffset CountsFrom { get; }

    public long? BudgetSeconds { get; }

    /// <summary>A wrong tier was put right: everything is counted anew from the creation of the ticket (rule 7).</summary>
    public static SlaTarget Corrected(DateTimeOffset created, long? budgetSeconds) => new(created, budgetSeconds);

    /// <summary>
    /// The customer's tier changed while the ticket waited (rule 7). An upgrade gives the earlier of the old due and the moment of the
    /// change plus the new budget; a downgrade, also to no guarantee, keeps the old due. Both counts run at the same pace from the change
    /// on, whatever pauses follow, so the one with less left at the change is due first for good.
    /// </summary>
    /// <param name="pauses">The ticket's pauses; what comes after <paramref name="at"/> is ignored.</param>
    public SlaTarget AfterTierChange(long? newBudgetSeconds, DateTimeOffset at, WorkingHours hours, IReadOnlyList<Pause> pauses)
    {
        if (newBudgetSeconds is not { } promised)
        {
            return this;
        }

        var left = new SlaClock(hours, this, pauses, RespondedAt: null).At(at).RemainingSeconds;
        return left <= promised ? this : new SlaTarget(at, promised);
    }
}
