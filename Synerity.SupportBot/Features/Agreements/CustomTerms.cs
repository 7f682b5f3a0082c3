using System.Text.Json;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>What a custom agreement ("specialanpassat avtal") says instead of its tier. Whatever it does not name is the tier's.</summary>
public sealed record CustomTerms
{
    /// <param name="budget">Response time in opening hours, whole seconds, more than zero; null keeps what the tier or the row says.</param>
    /// <param name="calendar">A JSON object, kept as it is; the Sla room reads it (shape in the documentation of <c>sla evaluate</c>).</param>
    /// <exception cref="ArgumentException">A value that its row cannot have, or two answers about the response time.</exception>
    public CustomTerms(IReadOnlyDictionary<Entitlement, Term> rows, TimeSpan? budget = null, JsonElement? calendar = null)
    {
        foreach (var (entitlement, term) in rows)
        {
            if (!EntitlementTable.Of(entitlement).Accepts(term)) throw new ArgumentException($"{entitlement} cannot be {term}.", nameof(rows));
        }

        if (budget is { Ticks: var ticks } && (ticks <= 0 || ticks % TimeSpan.TicksPerSecond != 0))
        {
            throw new ArgumentException("A response time is whole seconds and more than zero.", nameof(budget));
        }

        if (budget is not null && rows.ContainsKey(Entitlement.GuaranteedResponse))
        {
            throw new ArgumentException("The response time is said once: by the budget or by the row.", nameof(budget));
        }

        if (calendar is { ValueKind: not JsonValueKind.Object }) throw new ArgumentException("A calendar is a JSON object.", nameof(calendar));
        (Rows, Budget, Calendar) = (rows, budget, calendar);
    }

    public IReadOnlyDictionary<Entitlement, Term> Rows { get; }

    public TimeSpan? Budget { get; }

    public JsonElement? Calendar { get; }

    /// <summary>Whether this says anything about <paramref name="entitlement"/>.</summary>
    public bool Overrides(Entitlement entitlement, out Term term)
    {
        if (entitlement == Entitlement.GuaranteedResponse && Budget is { } budget)
        {
            term = new Term.Response(budget);
            return true;
        }

        var found = Rows.TryGetValue(entitlement, out var own);
        term = own ?? new Term.NotIncluded();
        return found;
    }
}
