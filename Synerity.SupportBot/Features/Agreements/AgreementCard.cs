using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// The card behind <c>avtal</c>/agreement: whose, when, how fast, what is in it, what is not and where that is, and how to reach us. What
/// carries an asterisk is literal text, for Markdown would make a list of it.
/// </summary>
public static class AgreementCard
{
    private static readonly (Text Heading, Entitlement[] Rows)[] Groups =
    [
        (AgreementTexts.Advice,
        [
            Entitlement.TicketIntake, Entitlement.SelfHelpAdvice, Entitlement.VipWebinars, Entitlement.SupportReports,
            Entitlement.ConsultingDiscount,
        ]),
        (AgreementTexts.Troubleshooting,
        [
            Entitlement.AcuteResponse, Entitlement.VideoTroubleshooting, Entitlement.EnvironmentTroubleshooting,
            Entitlement.BasicConfigurationFix, Entitlement.AdvancedConfigurationFix,
        ]),
        (AgreementTexts.Vendor, [Entitlement.VendorReporting, Entitlement.FeatureRequests, Entitlement.VendorEscalation]),
    ];

    /// <param name="today">In Sweden, see <see cref="Agreement.DayOf"/>.</param>
    /// <param name="contact">The reader is a contact: only contacts see prices.</param>
    public static AdaptiveCard For(Customer customer, DateOnly today, bool contact, Reader reader)
    {
        var tongue = reader.Tongue;
        var agreement = customer.AgreementOn(today);
        List<Element> body = [.. Head(customer, agreement, tongue), .. Validity(agreement, today, tongue)];
        if (agreement is not null && agreement.StandingAt(today) != Standing.Ended)
        {
            body.AddRange([.. Response(agreement, tongue), .. Included(agreement, tongue), .. NotIncluded(agreement, tongue)]);
            if (contact) body.AddRange(Price(agreement, tongue));
            if (HasAsterisk(agreement, contact)) body.Add(Literal.Block(AgreementTexts.AsteriskNote.In(tongue), subtle: true));
        }

        return new AdaptiveCard(
            [.. body, .. Contact(tongue)],
            [new OpenUrl(AgreementTexts.OpenPortal.In(tongue), "https://" + AgreementTexts.Portal.In(tongue))],
            tongue == Tongue.Swedish ? "sv" : "en",
            AgreementTexts.Title.In(tongue));
    }

    private static IEnumerable<Element> Head(Customer customer, Agreement? agreement, Tongue tongue)
    {
        yield return Heading(AgreementTexts.Title, tongue) with { Size = TextSize.Large, Separator = null, Spacing = null };
        yield return Literal.Block(customer.Name, TextSize.Medium, TextWeight.Bolder);
        if (agreement is null) yield break;

        var badge = AgreementTexts.Badge(agreement.Tier).In(tongue) + (EntitlementTable.HasAsterisk(agreement.Tier) ? " *" : "");
        yield return new RichTextBlock([new TextRun(badge) { Weight = TextWeight.Bolder, Color = TextColor.Accent }]);
        if (agreement.Custom is not null) yield return Line(AgreementTexts.Custom, tongue);
    }

    private static IEnumerable<Element> Validity(Agreement? agreement, DateOnly today, Tongue tongue)
    {
        Text[] lines = (agreement, agreement?.StandingAt(today)) switch
        {
            (null, _) => [AgreementTexts.None],
            ({ From: { } from }, Standing.NotYet) => [AgreementTexts.Begins(from), AgreementTexts.UntilItBegins],
            ({ To: { } to }, Standing.Ended) => [AgreementTexts.Ended(to), AgreementTexts.AfterItEnded],
            _ => [AgreementTexts.Valid(agreement.From, agreement.To)],
        };
        return lines.Select(line => Line(line, tongue));
    }

    private static IEnumerable<Element> Response(Agreement agreement, Tongue tongue)
    {
        yield return Heading(AgreementTexts.ResponseTime, tongue);
        if (agreement.ResponseBudget is not { } within)
        {
            yield return Line(AgreementTexts.NoGuarantee, tongue);
            yield break;
        }

        yield return Line(AgreementTexts.AnswerWithin(within), tongue);
        yield return Line(AgreementTexts.AnswerIsNotSolution, tongue) with { IsSubtle = true };
    }

    private static IEnumerable<Element> Included(Agreement agreement, Tongue tongue)
    {
        yield return Heading(AgreementTexts.Included, tongue);
        foreach (var (heading, rows) in Groups)
        {
            var terms = agreement.Terms.Where(term => term.Term.IsIncluded && rows.Contains(term.Row.Entitlement)).ToList();
            if (terms.Count == 0) continue;

            yield return SubHeading(heading, tongue);
            foreach (var term in terms) yield return Line(Text.Same("✓ ") + AgreementTexts.Line(term), tongue);
        }
    }

    private static IEnumerable<Element> NotIncluded(Agreement agreement, Tongue tongue)
    {
        var missing = agreement.Terms.Where(term => !term.Term.IsIncluded).ToList();
        if (missing.Count == 0) yield break;

        yield return Heading(AgreementTexts.NotIncluded, tongue);
        foreach (var sharing in missing.GroupBy(term => Where(agreement, term).In(tongue)))
        {
            yield return SubHeading(Text.Same(sharing.Key), tongue);
            foreach (var term in sharing) yield return Line(Text.Same("– ") + Offered(agreement, term.Row), tongue);
        }
    }

    /// <summary>Which tiers above this one have it; a custom agreement may lack what its own tier has.</summary>
    private static Text Where(Agreement agreement, EffectiveTerm term) =>
        Above(agreement, term.Row) is { Count: > 0 } tiers ? AgreementTexts.IncludedIn(tiers) : AgreementTexts.NotInYours;

    private static Text Offered(Agreement agreement, EntitlementRow row) =>
        row.Entitlement == Entitlement.GuaranteedResponse ? AgreementTexts.OfferedIn(row, Above(agreement, row)) : row.Label;

    private static List<Tier> Above(Agreement agreement, EntitlementRow row) => [.. row.Tiers.Where(tier => tier > agreement.Tier)];

    private static IEnumerable<Element> Price(Agreement agreement, Tongue tongue)
    {
        yield return Heading(AgreementTexts.Price, tongue);
        yield return Literal.Block(TermTexts.Value(agreement.MonthlyPrice).In(tongue));
    }

    private static bool HasAsterisk(Agreement agreement, bool contact) =>
        EntitlementTable.HasAsterisk(agreement.Tier) || contact && agreement.MonthlyPrice.Asterisk;

    private static IEnumerable<Element> Contact(Tongue tongue) =>
    [
        Heading(AgreementTexts.Contact, tongue),
        new FactSet(
        [
            new(AgreementTexts.PhoneLabel.In(tongue), AgreementTexts.Phone.In(tongue)),
            new(AgreementTexts.MailLabel.In(tongue), AgreementTexts.Mail.In(tongue)),
            new(AgreementTexts.PortalLabel.In(tongue), AgreementTexts.Portal.In(tongue)),
        ]),
    ];

    private static TextBlock Heading(Text words, Tongue tongue) => new(words.In(tongue))
    {
        Weight = TextWeight.Bolder, Size = TextSize.Medium, Style = TextBlockStyle.Heading, Spacing = Spacing.Medium, Separator = true,
    };

    private static TextBlock SubHeading(Text words, Tongue tongue) => new(words.In(tongue)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small };

    private static TextBlock Line(Text words, Tongue tongue) => new(words.In(tongue)) { Spacing = Spacing.Small };
}
