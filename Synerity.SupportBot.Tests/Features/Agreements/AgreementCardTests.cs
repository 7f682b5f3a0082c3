using System.Text.Json;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed class AgreementCardTests
{
    private static readonly DateOnly Today = new(2026, 11, 26);
    private static readonly Agreement Silver = new(Tier.Silver, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    public static IEnumerable<object[]> EveryCard =>
        Enum.GetValues<Tier>().SelectMany(tier => Enum.GetValues<Tongue>().Select(tongue => (object[])[tier, tongue]));

    [Theory]
    [MemberData(nameof(EveryCard))]
    public void Every_entitlement_stands_once_under_what_it_is(Tier tier, Tongue tongue)
    {
        var lines = Lines(Card(new Agreement(tier), tongue));

        var missing = lines.IndexOf(AgreementTexts.NotIncluded.In(tongue));
        foreach (var row in EntitlementTable.Rows.Where(row => row.Number is > 1 and < 15))
        {
            var at = Assert.Single(lines.Index(), line => line.Item.Contains(row.Label.In(tongue), StringComparison.Ordinal)).Index;
            Assert.Equal(row.For(tier).IsIncluded, missing < 0 || at < missing);
        }
    }

    [Theory]
    [MemberData(nameof(EveryCard))]
    public void A_card_fits_and_is_in_one_language(Tier tier, Tongue tongue)
    {
        var card = AgreementCard.For(Nordhem(new Agreement(tier)), Today, contact: true, In(tongue));

        var json = CardJson.ToJson(card).GetRawText();

        Assert.InRange(json.Length * 2, 1, CardJson.MaxBytes);
        Assert.Equal(tongue == Tongue.Swedish ? "sv" : "en", card.Lang);
        Assert.Equal(tongue == Tongue.Swedish, json.Contains("Så når du oss", StringComparison.Ordinal));
        Assert.Equal(tongue == Tongue.English, json.Contains("How to reach us", StringComparison.Ordinal));
    }

    [Fact]
    public void A_silver_card_reads_from_top_to_bottom()
    {
        Assert.Equal(
        [
            "Ert avtal",
            "Nordhem *AB*",
            "SILVER",
            "Gäller 1 januari 2026 till och med 31 december 2026.",
            "Svarstid",
            "En tekniker svarar inom 8 timmar. Vi räknar bara tid då vi har öppet.",
            "Svaret kommer från en människa. Att lösa ärendet kan ta längre tid.",
            "Det här ingår",
            "Hjälp och råd",
            "✓ Ärendeanmälan via mail, telefon och portal",
            "✓ Rådgivning gällande hjälp till självhjälp",
            "✓ Inbjudan till Synerity VIP Webinars",
            "✓ Regelbundna supportrapporter",
            "✓ Rabatterat timpris för konsulttjänster",
            "Felsökning och rättning",
            "✓ Felsökning via videodelning",
            "✓ Felsökning i er miljö",
            "✓ Grundläggande rättning av konfiguration",
            "Kontakten med monday.com",
            "✓ Rapportering & uppföljning av incidenter till monday.com:s support: proaktivt",
            "✓ Hjälp med feature requests till monday.com:s support",
            "✓ Eskalering av incidenter till monday.com",
            "Det här ingår inte",
            "Ingår i guld",
            "– Avancerad rättning av konfiguration",
            "– Snabbare responstid vid akuta incidenter",
            "Så når du oss",
            "Telefon: 042-4003999",
            "Mejl: support@synerity.se",
            "Portal: support.synerity.se",
        ], Lines(Card(Silver, Tongue.Swedish)));
    }

    [Fact]
    public void A_free_card_says_that_there_is_no_guarantee_and_who_has_one()
    {
        var lines = Lines(Card(new Agreement(Tier.Free), Tongue.English));

        Assert.Contains("FREE *", lines);
        Assert.Contains("* contact Synerity for conditions", lines);
        Assert.Contains(AgreementTexts.NoGuarantee.English, lines);
        Assert.Contains("Included in Silver and Gold", lines);
        Assert.Contains("– Guaranteed response time: 8 opening hours in Silver, 2 opening hours in Gold", lines);
        Assert.Contains("✓ Reporting incidents to monday.com support and following up: on request", lines);
        Assert.Contains("Phone: +46 42 400 39 99", lines);
    }

    [Fact]
    public void A_gold_card_lacks_nothing()
    {
        var lines = Lines(Card(new Agreement(Tier.Gold), Tongue.English));

        Assert.DoesNotContain("What's not included", lines);
        Assert.Contains("GOLD", lines);
        Assert.Contains("A technician answers within 2 hours. We only count time when we are open.", lines);
        Assert.Contains("✓ Discounted hourly price for consulting: included, with a higher discount", lines);
        Assert.Contains("Valid until further notice.", lines);
    }

    [Theory]
    [InlineData(Tier.Free, false, "2\u00A0500 kr/mån *")]
    [InlineData(Tier.Free, true, "0 kr/mån")]
    [InlineData(Tier.Silver, true, "5\u00A0000 kr/mån")]
    [InlineData(Tier.Gold, false, "15\u00A0000 kr/mån")]
    public void Only_a_contact_sees_the_price(Tier tier, bool buysLicences, string price)
    {
        var customer = Nordhem(new Agreement(tier, buysLicences: buysLicences));

        var contact = AgreementCard.For(customer, Today, contact: true, In(Tongue.Swedish));
        var other = AgreementCard.For(customer, Today, contact: false, In(Tongue.Swedish));

        Assert.Contains(price, Lines(contact));
        Assert.DoesNotContain(Lines(other), line => line.Contains("kr", StringComparison.Ordinal) && line.Contains("mån", StringComparison.Ordinal));
        Assert.DoesNotContain("Pris", Lines(other));
    }

    [Fact]
    public void An_ended_agreement_promises_nothing_any_more()
    {
        var lines = Lines(AgreementCard.For(Nordhem(Silver), new DateOnly(2027, 1, 1), contact: true, In(Tongue.Swedish)));

        Assert.Contains("Avtalet gick ut 31 december 2026.", lines);
        Assert.Contains(AgreementTexts.AfterItEnded.Swedish, lines);
        Assert.DoesNotContain(lines, line => line.StartsWith('✓') || line.Contains("kr/mån", StringComparison.Ordinal) || line.Contains("inom", StringComparison.Ordinal));
        Assert.Contains("Telefon: 042-4003999", lines);
    }

    [Fact]
    public void An_agreement_to_come_says_from_when()
    {
        var lines = Lines(AgreementCard.For(Nordhem(Silver), new DateOnly(2025, 12, 31), contact: false, In(Tongue.English)));

        Assert.Contains("Valid from 1 January 2026.", lines);
        Assert.Contains(AgreementTexts.UntilItBegins.English, lines);
    }

    [Fact]
    public void Without_an_agreement_the_card_says_so_and_how_to_reach_us()
    {
        var lines = Lines(AgreementCard.For(Nordhem(), Today, contact: true, In(Tongue.Swedish)));

        Assert.Equal(["Ert avtal", "Nordhem *AB*", AgreementTexts.None.Swedish, "Så når du oss"], lines.Take(4));
    }

    [Fact]
    public void A_custom_agreement_shows_its_own_terms()
    {
        var custom = new CustomTerms(new Dictionary<Entitlement, Term>
        {
            [Entitlement.AcuteResponse] = new Term.Included(),
            [Entitlement.VipWebinars] = new Term.NotIncluded(),
        }, TimeSpan.FromMinutes(90));

        var lines = Lines(Card(new Agreement(Tier.Silver, custom: custom), Tongue.Swedish));

        Assert.Contains("Specialanpassat avtal", lines);
        Assert.Contains("En tekniker svarar inom 1 timme 30 minuter. Vi räknar bara tid då vi har öppet.", lines);
        Assert.Contains("✓ Snabbare responstid vid akuta incidenter", lines);
        Assert.Contains("– Inbjudan till Synerity VIP Webinars", lines);
    }

    [Fact]
    public void A_name_is_never_read_as_Markdown() => Assert.DoesNotContain(
        CardJson.ToJson(Card(Silver, Tongue.Swedish)).GetProperty("body").EnumerateArray(),
        element => element.GetProperty("type").GetString() == "TextBlock" && element.GetProperty("text").GetString()!.Contains("Nordhem", StringComparison.Ordinal));

    private static Customer Nordhem(params Agreement[] agreements) => new(CustomerKey.Parse("NORD"), "Nordhem *AB*", agreements);

    private static Reader In(Tongue tongue) => new(tongue, TimeZoneInfo.Utc);

    private static AdaptiveCard Card(Agreement agreement, Tongue tongue) => AgreementCard.For(Nordhem(agreement), Today, contact: false, In(tongue));

    /// <summary>What a reader sees, line by line, taken from the JSON that Teams gets.</summary>
    private static List<string> Lines(AdaptiveCard card) => [.. CardJson.ToJson(card).GetProperty("body").EnumerateArray().SelectMany(Seen)];

    private static IEnumerable<string> Seen(JsonElement element) => element.GetProperty("type").GetString() switch
    {
        "TextBlock" => [element.GetProperty("text").GetString()!],
        "RichTextBlock" => [string.Concat(element.GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString()))],
        "FactSet" => element.GetProperty("facts").EnumerateArray().Select(fact => $"{fact.GetProperty("title")}: {fact.GetProperty("value")}"),
        var other => throw new ArgumentException(other),
    };
}
