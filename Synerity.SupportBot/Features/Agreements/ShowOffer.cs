using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary><em>Vad vi erbjuder</em>: the tiers and what each adds. No prices: those are for contacts.</summary>
public sealed class ShowOffer : ITextCommand
{
    public static CommandWords Words { get; } = new(["vad vi erbjuder", "vad erbjuder ni", "avtal", "vad ingår"], ["what we offer", "what do you offer", "agreement"]);

    public static bool IsFor(Caller caller) => caller is Stranger { Kind: StrangerKind.UnknownTenant };

    public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(new Reply { Card = For(turn.Reader) });

    internal static AdaptiveCard For(Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            new TextBlock(AgreementTexts.OfferTitle.In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
        };
        Tier? below = null;
        foreach (var tier in Enum.GetValues<Tier>())
        {
            body.Add(new TextBlock(AgreementTexts.Badge(tier).In(tongue)) { Weight = TextWeight.Bolder, Color = TextColor.Accent, Separator = true });
            var adds = EntitlementTable.Rows.Where(row => row.For(tier) is not Term.PricePerMonth && row.For(tier).IsIncluded && (below is not { } less || row.For(tier) != row.For(less)));
            body.Add(new TextBlock(string.Join("\n", adds.Select(row => "- " + Line(row, tier, tongue)))) { Spacing = Spacing.Small });
            below = tier;
        }

        body.Add(new TextBlock(AgreementTexts.AskUs.In(tongue)) { IsSubtle = true, Separator = true });
        return new AdaptiveCard(body, Lang: reader.Lang());
    }

    private static string Line(EntitlementRow row, Tier tier, Tongue tongue) => row.For(tier) is Term.Included
        ? row.Label.In(tongue)
        : $"{row.Label.In(tongue)}: {TermTexts.Value(row.For(tier)).In(tongue)}";
}
