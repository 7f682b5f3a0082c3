using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary><em>Kunskapsluckor</em>: what people asked in the last month and the articles did not answer, the most frequent first.</summary>
public sealed class ShowGaps(Gaps gaps, Drafts drafts, Library library) : ITextCommand
{
    private const int MostGroups = 8;
    private const int MostRead = 1000;
    private static readonly TimeSpan Period = TimeSpan.FromDays(30);

    public static CommandWords Words { get; } = new(
        ["kunskapsluckor", "luckor"], ["knowledge gaps", "gaps"],
        Help: new("se vilka frågor som inte fick svar, och skriv en artikel", "see which questions found no answer, and write an article"));

    public static bool IsFor(Caller caller) => caller is Staff;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var groups = GapGroups.Of(await gaps.SinceAsync(turn.Now - Period, MostRead, cancellation), library.Current);
        var waiting = await drafts.AllAsync(cancellation);
        return new Reply { Card = For([.. groups.Take(MostGroups)], groups.Count, waiting, turn.Reader) };
    }

    internal static AdaptiveCard For(IReadOnlyList<GapGroup> groups, int all, IReadOnlyList<Draft> drafts, Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            new TextBlock(GapTexts.Title.In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
            new TextBlock((groups.Count == 0 ? GapTexts.None : GapTexts.Period).In(tongue)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
        };
        body.AddRange(groups.Select(group => Row(group, tongue)));
        if (all > groups.Count) body.Add(new TextBlock(GapTexts.More(all - groups.Count).In(tongue)) { IsSubtle = true, Size = TextSize.Small });
        if (drafts.Count > 0)
        {
            body.Add(new TextBlock(GapTexts.Drafts.In(tongue)) { Weight = TextWeight.Bolder, Spacing = Spacing.Large });
            body.Add(new ActionSet([.. drafts.Take(MostGroups).Select(draft =>
                Button.Opens<ReviewDraft, ReviewDraft.Data>(Text.Same(draft.Of(tongue).Title), new(draft.Id), tongue))]));
        }

        return new AdaptiveCard(body, [Button.Opens<WriteDraft, WriteDraft.Data>(GapTexts.WriteArticle, new(), tongue)], reader.Lang());
    }

    private static Container Row(GapGroup group, Tongue tongue)
    {
        var (tickets, no) = (group.Gaps.Count(gap => gap.Reason == GapReason.BecameTicket), group.Gaps.Count(gap => gap.Reason == GapReason.DidNotHelp));
        var counts = GapTexts.Counts(group.Gaps.Count, group.Gaps.Select(gap => gap.Customer).Distinct().Count(), no, tickets).In(tongue);
        var items = new List<Element> { Literal.Block($"\"{group.Newest.Question}\""), Small(counts) };
        if (group.Article is { } article) items.Add(Literal.Block(GapTexts.Tried(article.Title).In(tongue), subtle: true, size: TextSize.Small) with { Spacing = Spacing.None });
        return new Container(items) { Separator = true, Spacing = Spacing.Medium };
    }

    private static TextBlock Small(string text) => new(text) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };
}
