using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed class AgreementTests
{
    private static readonly DateOnly From = new(2026, 3, 29);
    private static readonly DateOnly To = new(2026, 10, 25);

    [Theory]
    [InlineData("2026-03-28", Standing.NotYet)]
    [InlineData("2026-03-29", Standing.Current)]
    [InlineData("2026-10-25", Standing.Current)]
    [InlineData("2026-10-26", Standing.Ended)]
    public void Both_the_first_and_the_last_day_are_in_it(string day, Standing expected) =>
        Assert.Equal(expected, new Agreement(Tier.Silver, From, To).StandingAt(DateOnly.Parse(day, null)));

    // 29 March and 25 October 2026 are the days when Swedish clocks change: 23 and 25 hours long.
    [Theory]
    [InlineData("2026-03-28T22:59:59Z", Standing.NotYet)]
    [InlineData("2026-03-28T23:00:00Z", Standing.Current)]
    [InlineData("2026-03-29T21:59:59Z", Standing.Current)]
    [InlineData("2026-10-24T21:59:59Z", Standing.Current)]
    [InlineData("2026-10-25T22:59:59Z", Standing.Current)]
    [InlineData("2026-10-25T23:00:00Z", Standing.Ended)]
    public void Days_begin_and_end_at_midnight_in_Sweden(string instant, Standing expected) =>
        Assert.Equal(expected, new Agreement(Tier.Silver, From, To).StandingAt(DateTimeOffset.Parse(instant, null)));

    [Theory]
    [InlineData("2026-03-29T21:59:59Z", "2026-03-29")]
    [InlineData("2026-03-29T22:00:00Z", "2026-03-30")]
    [InlineData("2026-10-25T22:59:59Z", "2026-10-25")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-07-01T00:30:00+14:00", "2026-06-30")]
    public void An_instant_has_the_date_that_Sweden_has(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), Agreement.DayOf(DateTimeOffset.Parse(instant, null)));

    [Fact]
    public void Without_dates_it_holds_always()
    {
        var agreement = new Agreement(Tier.Gold);

        Assert.Equal(Standing.Current, agreement.StandingAt(DateOnly.MinValue));
        Assert.Equal(Standing.Current, agreement.StandingAt(DateOnly.MaxValue));
    }

    [Fact]
    public void One_day_is_a_possible_length_and_less_is_refused()
    {
        Assert.Equal(Standing.Current, new Agreement(Tier.Gold, From, From).StandingAt(From));
        Assert.Throws<ArgumentException>(() => new Agreement(Tier.Gold, From, From.AddDays(-1)));
        Assert.Throws<ArgumentException>(() => new Agreement(Tier.Gold, From).EndOn(From.AddDays(-1)));
    }

    [Theory]
    [InlineData(Tier.Free, null)]
    [InlineData(Tier.Silver, 8)]
    [InlineData(Tier.Gold, 2)]
    public void The_response_budget_is_the_tiers(Tier tier, int? hours) =>
        Assert.Equal(hours, new Agreement(tier).ResponseBudget?.TotalHours);

    [Theory]
    [InlineData(Tier.Free, true, 0)]
    [InlineData(Tier.Free, false, 2500)]
    [InlineData(Tier.Silver, true, 5000)]
    [InlineData(Tier.Silver, false, 7500)]
    [InlineData(Tier.Gold, true, 10000)]
    [InlineData(Tier.Gold, false, 15000)]
    public void The_price_depends_on_who_sells_the_licences(Tier tier, bool buysLicences, int kronor) =>
        Assert.Equal(kronor, new Agreement(tier, buysLicences: buysLicences).MonthlyPrice.Kronor);

    [Fact]
    public void A_custom_term_beats_the_tier_and_leaves_the_rest()
    {
        var custom = new CustomTerms(new Dictionary<Entitlement, Term>
        {
            [Entitlement.AcuteResponse] = new Term.Included(),
            [Entitlement.VipWebinars] = new Term.NotIncluded(),
            [Entitlement.PriceLicensed] = new Term.PricePerMonth(6200),
        }, TimeSpan.FromHours(4));

        var agreement = new Agreement(Tier.Silver, buysLicences: true, custom: custom);

        Assert.True(agreement.Includes(Entitlement.AcuteResponse));
        Assert.False(agreement.Includes(Entitlement.VipWebinars));
        Assert.Equal((6200, TimeSpan.FromHours(4)), (agreement.MonthlyPrice.Kronor, agreement.ResponseBudget));
        Assert.Equal([1, 5, 14, 15], agreement.Terms.Where(term => term.IsCustom).Select(term => term.Row.Number));
        Assert.All(agreement.Terms.Where(term => !term.IsCustom), term => Assert.Equal(term.Row.Silver, term.Term));
    }

    [Fact]
    public void A_custom_agreement_may_take_the_guarantee_away()
    {
        var custom = new CustomTerms(new Dictionary<Entitlement, Term> { [Entitlement.GuaranteedResponse] = new Term.NotIncluded() });

        Assert.Null(new Agreement(Tier.Gold, custom: custom).ResponseBudget);
        Assert.Throws<ArgumentException>(() => new CustomTerms(custom.Rows, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_term_that_its_row_cannot_have_is_refused()
    {
        Assert.Throws<ArgumentException>(() => With(Entitlement.PriceLicensed, new Term.Included()));
        Assert.Throws<ArgumentException>(() => With(Entitlement.AcuteResponse, new Term.Proactive()));
        Assert.Throws<ArgumentException>(() => With(Entitlement.PriceLicensed, new Term.PricePerMonth(-1)));
        Assert.Throws<ArgumentException>(() => new CustomTerms(new Dictionary<Entitlement, Term>(), TimeSpan.Zero));

        static CustomTerms With(Entitlement entitlement, Term term) => new(new Dictionary<Entitlement, Term> { [entitlement] = term });
    }
}
