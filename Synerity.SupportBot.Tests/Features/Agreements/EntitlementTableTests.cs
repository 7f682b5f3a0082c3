using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Features.Agreements;

/// <summary>Holds the table in code against the agreement sheet, version 2024-02, written out here cell by cell.</summary>
public sealed class EntitlementTableTests
{
    private const string Sheet = """
        | 1 | guaranteed-response | Garanterad svarstid på ärenden | Guaranteed response time | – | 8 h | 2 h |
        | 2 | vendor-reporting | Rapportering & uppföljning av incidenter till monday.com:s support | Reporting incidents to monday.com support and following up | on request | proactive | proactive |
        | 3 | ticket-intake | Ärendeanmälan via mail, telefon och portal | Tickets by e-mail, phone and portal | ✓ | ✓ | ✓ |
        | 4 | self-help-advice | Rådgivning gällande hjälp till självhjälp | Advice: help to self-help | ✓ | ✓ | ✓ |
        | 5 | vip-webinars | Inbjudan till Synerity VIP Webinars | Invitation to Synerity VIP Webinars | – | ✓ | ✓ |
        | 6 | video-troubleshooting | Felsökning via videodelning | Troubleshooting by shared screen recording | – | ✓ | ✓ |
        | 7 | feature-requests | Hjälp med feature requests till monday.com:s support | Help with feature requests to monday.com | – | ✓ | ✓ |
        | 8 | environment-troubleshooting | Felsökning i er miljö | Troubleshooting in your environment | – | ✓ | ✓ |
        | 9 | basic-configuration-fix | Grundläggande rättning av konfiguration | Basic configuration fixes | – | ✓ | ✓ |
        | 10 | vendor-escalation | Eskalering av incidenter till monday.com | Escalation of incidents to monday.com | – | ✓ | ✓ |
        | 11 | support-reports | Regelbundna supportrapporter | Regular support reports (monthly) | – | ✓ | ✓ |
        | 12 | consulting-discount | Rabatterat timpris för konsulttjänster | Discounted hourly price for consulting | – | ✓ | ✓ (higher) |
        | 13 | advanced-configuration-fix | Avancerad rättning av konfiguration | Advanced configuration fixes | – | – | ✓ |
        | 14 | acute-response | Snabbare responstid vid akuta incidenter | Faster response on acute incidents | – | – | ✓ |
        | 15 | price-licensed | Pris per månad för Syneritys licenskunder | Monthly price, customers who buy licences from Synerity | 0 kr | 5 000 kr | 10 000 kr |
        | 16 | price-unlicensed | Pris per månad för icke licenskunder | Monthly price, other customers | 2 500 kr * | 7 500 kr | 15 000 kr |
        """;

    private static readonly string[][] Cells = [.. Sheet.Split('\n').Select(line => line.Trim(' ', '|', '\r').Split(" | "))];

    public static IEnumerable<object[]> Rows => Cells.Select(cells => (object[])[int.Parse(cells[0], null), cells[1], cells[2], cells[3]]);

    public static IEnumerable<object[]> Values =>
        Cells.SelectMany(cells => Enum.GetValues<Tier>().Select(tier => (object[])[cells[1], tier, cells[4 + (int)tier]]));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_has_the_number_key_and_words_of_the_sheet(int number, string key, string swedish, string english)
    {
        var row = EntitlementTable.Rows[number - 1];

        Assert.Equal((number, key, new Text(swedish, english)), (row.Number, row.Key, row.Label));
        Assert.Same(row, EntitlementTable.Of(row.Entitlement));
        Assert.True(EntitlementTable.TryFind(key, out var found));
        Assert.Same(row, found);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void A_cell_says_what_the_sheet_says(string key, Tier tier, string cell)
    {
        EntitlementTable.TryFind(key, out var row);

        Assert.Equal(Expected(cell), row!.For(tier));
        Assert.Equal(cell != "–", new Agreement(tier).Includes(row.Entitlement));
    }

    [Fact]
    public void There_are_sixteen_rows_in_order_and_a_row_for_every_entitlement()
    {
        Assert.Equal(Enumerable.Range(1, 16), EntitlementTable.Rows.Select(row => row.Number));
        Assert.Equal(Enum.GetValues<Entitlement>(), EntitlementTable.Rows.Select(row => row.Entitlement));
        Assert.Equal((16, 48), (Rows.Count(), Values.Count()));
    }

    [Fact]
    public void Only_FREE_carries_the_asterisk_of_the_sheet() =>
        Assert.Equal([Tier.Free], Enum.GetValues<Tier>().Where(EntitlementTable.HasAsterisk));

    [Fact]
    public void An_unknown_key_is_not_found() => Assert.False(EntitlementTable.TryFind("Guaranteed-Response", out _));

    private static Term Expected(string cell) => cell switch
    {
        "–" => new Term.NotIncluded(),
        "✓" => new Term.Included(),
        "✓ (higher)" => new Term.IncludedHigher(),
        "on request" => new Term.OnRequest(),
        "proactive" => new Term.Proactive(),
        "8 h" => new Term.Response(new TimeSpan(8, 0, 0)),
        "2 h" => new Term.Response(new TimeSpan(2, 0, 0)),
        "0 kr" => new Term.PricePerMonth(0),
        "5 000 kr" => new Term.PricePerMonth(5000),
        "10 000 kr" => new Term.PricePerMonth(10000),
        "2 500 kr *" => new Term.PricePerMonth(2500, Asterisk: true),
        "7 500 kr" => new Term.PricePerMonth(7500),
        "15 000 kr" => new Term.PricePerMonth(15000),
        _ => throw new ArgumentException(cell),
    };
}
