namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Where a day lies against an agreement's dates.</summary>
public enum Standing
{
    NotYet,
    Current,
    Ended,
}

/// <summary>An entitlement with what one agreement says about it.</summary>
/// <param name="IsCustom">The customer's own term, not the tier's.</param>
public sealed record EffectiveTerm(EntitlementRow Row, Term Term, bool IsCustom);

/// <summary>
/// A support agreement. Dates are whole days in Europe/Stockholm and both are included: it begins at 00:00 of <see cref="From"/> and holds
/// until the midnight that ends <see cref="To"/>. No from-date: it has always held. No to-date: until further notice.
/// </summary>
public sealed record Agreement
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <exception cref="ArgumentException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public Agreement(Tier tier, DateOnly? from = null, DateOnly? to = null, bool buysLicences = false, CustomTerms? custom = null)
    {
        if (to < from) throw new ArgumentException("An agreement cannot end before it begins.", nameof(to));
        (Tier, From, To, BuysLicences, Custom) = (tier, from, to, buysLicences, custom);
    }

    public Tier Tier { get; }

    /// <summary>The first day it holds.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day it holds.</summary>
    public DateOnly? To { get; private init; }

    /// <summary>Buys its monday.com licences from Synerity, which decides the price.</summary>
    public bool BuysLicences { get; }

    public CustomTerms? Custom { get; }

    /// <summary>All rows of the sheet in its order, with the customer's own terms where there are any.</summary>
    public IReadOnlyList<EffectiveTerm> Terms => [.. EntitlementTable.Rows.Select(row => Effective(row.Entitlement))];

    /// <summary>Time until a technician's first answer, counted in opening hours only; null: no guarantee.</summary>
    public TimeSpan? ResponseBudget => (this[Entitlement.GuaranteedResponse] as Term.Response)?.Within;

    public Term.PricePerMonth MonthlyPrice =>
        (Term.PricePerMonth)this[BuysLicences ? Entitlement.PriceLicensed : Entitlement.PriceUnlicensed];

    public Term this[Entitlement entitlement] => Effective(entitlement).Term;

    /// <summary>The date in Sweden at an instant: the day that agreements are read against.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Stockholm).DateTime);

    public bool Includes(Entitlement entitlement) => this[entitlement].IsIncluded;

    /// <param name="day">A day in Sweden, see <see cref="DayOf"/>.</param>
    public Standing StandingAt(DateOnly day) => day < From ? Standing.NotYet : day > To ? Standing.Ended : Standing.Current;

    public Standing StandingAt(DateTimeOffset instant) => StandingAt(DayOf(instant));

    /// <summary>The same agreement with another last day.</summary>
    /// <exception cref="ArgumentException"><paramref name="lastDay"/> is before the first day.</exception>
    public Agreement EndOn(DateOnly lastDay) =>
        lastDay < From ? throw new ArgumentException("An agreement cannot end before it begins.", nameof(lastDay)) : this with { To = lastDay };

    private EffectiveTerm Effective(Entitlement entitlement)
    {
        var row = EntitlementTable.Of(entitlement);
        return Custom?.Overrides(entitlement, out var own) == true
            ? new EffectiveTerm(row, own, IsCustom: true)
            : new EffectiveTerm(row, row.For(Tier), IsCustom: false);
    }
}
