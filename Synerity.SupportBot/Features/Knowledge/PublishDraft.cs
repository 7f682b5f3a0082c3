using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>A draft as readers would see it, in both languages; an administrator may publish or discard it.</summary>
public sealed class ReviewDraft(Drafts drafts) : ICardAction<ReviewDraft.Data>
{
    public sealed record Data(string Id);

    public static string Verb => "knowledge.review";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff) return Reply.Refuse(GapTexts.StaffOnly);
        return await drafts.ReadAsync(data.Id, cancellation) is { } stored ? Reply.Ask(For(stored.Value, turn)) : Reply.Refuse(GapTexts.NoSuchDraft);
    }

    private static Dialog For(Draft draft, Turn turn)
    {
        var tongue = turn.Reader.Tongue;
        var actions = MayPublish(turn.Caller)
            ? new CardAction[]
            {
                Button.InDialog<PublishDraft, PublishDraft.Data>(GapTexts.Publish, new(draft.Id, true), tongue) with { Style = ActionStyle.Positive },
                Button.InDialog<PublishDraft, PublishDraft.Data>(GapTexts.Drop, new(draft.Id, false), tongue),
            }
            : [];
        var body = Shown(draft.Swedish, GapTexts.InSwedish, tongue).Concat(Shown(draft.English, GapTexts.InEnglish, tongue)).ToList();
        if (actions.Length == 0) body.Add(new TextBlock(GapTexts.AdministratorsPublish.In(tongue)) { IsSubtle = true, Spacing = Spacing.Medium });
        return new Dialog(GapTexts.Review, new AdaptiveCard(body, actions, turn.Reader.Lang()), "large");
    }

    internal static bool MayPublish(Caller caller) => caller is Staff staff && staff.Roles.HasFlag(StaffRoles.Administrator);

    private static IEnumerable<Element> Shown(DraftText text, Text heading, Tongue tongue) =>
    [
        new TextBlock(heading.In(tongue)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Medium },
        Literal.Block(text.Title, TextSize.Medium, TextWeight.Bolder),
        Literal.Block(text.Summary),
        .. Draft.StepsOf(text).Select((step, index) => Literal.Block($"{index + 1}. {step}") with { Spacing = Spacing.Small }),
    ];
}

/// <summary>An administrator's word on a draft. What is published is found at once.</summary>
public sealed class PublishDraft(Drafts drafts, Library library) : ICardAction<PublishDraft.Data>
{
    /// <param name="Publish">False: it is discarded.</param>
    public sealed record Data(string Id, bool Publish);

    public static string Verb => "knowledge.publish";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (!ReviewDraft.MayPublish(turn.Caller)) return Reply.Refuse(GapTexts.OnlyAdministratorsPublish);
        if (await drafts.ReadAsync(data.Id, cancellation) is not { } stored) return Reply.Refuse(GapTexts.NoSuchDraft);
        var delete = Drafts.Delete(stored.Value.Id, stored.Tag);
        if (!data.Publish) return Change.To(PublishedArticles.Partition, new Decision([delete], [], Reply.Say(GapTexts.Dropped)));
        var (draft, slug) = (stored.Value, FreeSlug(stored.Value));
        return Change.To(PublishedArticles.Partition, new Decision(
            [
                delete,
                .. Enum.GetValues<Tongue>().Select(tongue => PublishedArticles.Publish(slug, tongue, draft.FileOf(tongue, slug, turn.Now))),
                PublishedArticles.Touch(turn.Now),
            ],
            [Library.Look(turn.Now, slug)],
            Reply.Say(GapTexts.Published)));
    }

    /// <summary>A draft never takes the place of an article that exists: its slug gets a number.</summary>
    private string FreeSlug(Draft draft)
    {
        var taken = library.Current.Articles.Slugs.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? draft.Slug : $"{draft.Slug}-{number}").First(slug => !taken.Contains(slug));
    }
}
