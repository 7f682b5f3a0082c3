using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed class AgreementTextsTests
{
    public static TheoryData<Term, string, string> Terms => new()
    {
        { new Term.NotIncluded(), "ingår inte", "not included" },
        { new Term.Included(), "ingår", "included" },
        { new Term.IncludedHigher(), "ingår, med högre rabatt", "included, with a higher discount" },
        { new Term.OnRequest(), "på begäran", "on request" },
        { new Term.Proactive(), "proaktivt", "proactively" },
        { new Term.Response(TimeSpan.FromHours(8)), "8 timmar öppettid", "8 opening hours" },
        { new Term.Response(TimeSpan.FromHours(1)), "1 timme öppettid", "1 opening hour" },
        { new Term.Response(TimeSpan.FromHours(40)), "40 timmar öppettid", "40 opening hours" },
        { new Term.Response(TimeSpan.FromMinutes(150)), "2 timmar 30 minuter öppettid", "2 hours 30 minutes of opening time" },
        { new Term.Response(TimeSpan.FromSeconds(61)), "1 minut 1 sekund öppettid", "1 minute 1 second of opening time" },
        { new Term.PricePerMonth(0), "0 kr/mån", "SEK 0 a month" },
        { new Term.PricePerMonth(5000), "5\u00A0000 kr/mån", "SEK 5,000 a month" },
        { new Term.PricePerMonth(2500, Asterisk: true), "2\u00A0500 kr/mån *", "SEK 2,500 a month *" },
        { new Term.PricePerMonth(1234567), "1\u00A0234\u00A0567 kr/mån", "SEK 1,234,567 a month" },
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public void A_value_is_said_in_plain_words(Term term, string swedish, string english) =>
        Assert.Equal(new Text(swedish, english), TermTexts.Value(term));

    [Theory]
    [InlineData(Tier.Free, "FREE", "FREE", "FREE-avtal", "FREE agreement")]
    [InlineData(Tier.Silver, "SILVER", "SILVER", "silveravtal", "Silver agreement")]
    [InlineData(Tier.Gold, "GULD", "GOLD", "guldavtal", "Gold agreement")]
    public void A_tier_has_a_badge_and_a_name(Tier tier, string swedishBadge, string englishBadge, string swedish, string english)
    {
        Assert.Equal(new Text(swedishBadge, englishBadge), AgreementTexts.Badge(tier));
        Assert.Equal(new Text(swedish, english), AgreementTexts.AgreementName(tier));
        Assert.Equal(new Text(swedish + "et", "the " + english), AgreementTexts.TheAgreement(tier));
    }

    [Theory]
    [InlineData("FREE", Tier.Free)]
    [InlineData("SILVER", Tier.Silver)]
    [InlineData("GULD", Tier.Gold)]
    public void A_tier_is_written_one_way_in_files(string wire, Tier tier)
    {
        Assert.True(TierNames.TryParse(wire, out var parsed));
        Assert.Equal((tier, wire), (parsed, tier.Wire()));
        Assert.False(TierNames.TryParse(wire.ToLowerInvariant(), out _));
    }

    [Theory]
    [InlineData("2026-01-01", "2026-12-31", "Gäller 1 januari 2026 till och med 31 december 2026.", "Valid 1 January 2026 to 31 December 2026, inclusive.")]
    [InlineData("2026-01-01", null, "Gäller tills vidare, sedan 1 januari 2026.", "Valid until further notice, since 1 January 2026.")]
    [InlineData(null, "2026-12-31", "Gäller till och med 31 december 2026.", "Valid to 31 December 2026, inclusive.")]
    [InlineData(null, null, "Gäller tills vidare.", "Valid until further notice.")]
    public void Dates_are_said_with_their_last_day_included(string? from, string? to, string swedish, string english)
    {
        Assert.Equal(new Text(swedish, english), AgreementTexts.Valid(Day(from), Day(to)));

        static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, null);
    }
}
