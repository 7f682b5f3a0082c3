using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Answers, articles, the form that follows, and the cards of those who write articles.</summary>
internal static class KnowledgeSamples
{
    private const string Slug = "runaway-mail-loop";

    public static IReadOnlyList<CardSample> All { get; } = [.. Answers(), .. Writing()];

    private static IEnumerable<CardSample> Answers()
    {
        yield return Answer("answer", world => Who.CustomerOf(world), others: 0);
        yield return Answer("answer-with-others", world => Who.CustomerOf(world), others: 2);
        yield return Answer("answer-for-staff", Who.StaffOf, others: 1);
        yield return new CardSample("answer-in-the-other-language", typeof(AnswerCard), world =>
            Task.FromResult(Shown.Of(AnswerCard.For(Help(world, Other(world.Tongue), 0), world.Cast.What, world.Reader, forStaff: false), world.Tongue))) { IsInTheOtherLanguage = true };
        yield return new CardSample("answer-helped", typeof(AnswerCard), world => world.RenderAsync<AnswerCard>(AnswerCard.Helped(Slug, world.Cast.What, world.Tongue)));
        yield return new CardSample("hand-over", typeof(HandOver), world =>
            world.RenderAsync<HandOver>(HandOver.Of(CardWorld.Stamp, new HandedOver(world.Cast.What, Slug, Cut(world.Cast.Affected, 80), "howTo"))));
        yield return Read("article", world => Who.CustomerOf(world));
        yield return Read("article-for-staff", Who.StaffOf);
    }

    private static IEnumerable<CardSample> Writing()
    {
        yield return Gaps("gaps-none", _ => []);
        yield return Gaps("gaps", world =>
        [
            Gap(world, GapReason.Abstained, world.Cast.What, null), Gap(world, GapReason.Abstained, world.Cast.What, null),
            Gap(world, GapReason.DidNotHelp, world.Cast.Written, Slug), Gap(world, GapReason.BecameTicket, world.Cast.Written, Slug),
        ]);
        yield return Form("draft-form-empty", _ => new DraftFields());
        yield return Form("draft-form-corrected", world => new DraftFields { Swedish = new(Cut(world.Cast.What, Draft.MaxTitle), "", new string('x', Draft.MaxSteps + 1)) }.Check());
        yield return new CardSample("draft-news", typeof(DraftNews), async world =>
        {
            await SaveAsync(world);
            return await world.RenderAsync<DraftNews>(DraftNews.Of(CardWorld.Stamp.Nonce), toChannel: true);
        });
        yield return new CardSample("draft-of-ticket", typeof(DraftOfTicket), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.ResolveAsync("2026-11-27 11:00");
            return await world.AskAsync<DraftOfTicket>(Who.StaffOf(world), "artikel NORD-17", (handler, turn) => handler.UnderstandAsync(turn, default));
        });
        yield return Review("draft-review-administrator", Who.StaffOf);
        yield return Review("draft-review-technician", world => new Staff(world.Technician, StaffRoles.Technician));
    }

    private static CardSample Answer(string name, Func<CardWorld, Caller> who, int others) => new(name, typeof(AnswerCard), world =>
        Task.FromResult(Shown.Of(AnswerCard.For(Help(world, world.Tongue, others), world.Cast.What, world.Reader, who(world) is Staff), world.Tongue)));

    /// <summary>An article whose every word a person may have written.</summary>
    private static SelfHelp Help(CardWorld world, Tongue tongue, int others)
    {
        var article = Article(world, "sample", tongue);
        return new(article, tongue, [0, 1, 2, 4], [.. Enumerable.Range(1, others).Select(number => Article(world, $"sample-{number}", tongue))]);
    }

    private static Article Article(CardWorld world, string slug, Tongue tongue)
    {
        Paragraph Line(string text) => new([new Run(Cut(text, 400))]);
        var steps = new Block.Steps([Line(world.Cast.What), Line(world.Cast.Affected), Line(world.Cast.Written), Line(world.Cast.Link), Line(world.Cast.Answer)]);
        return new Article(slug, tongue, Cut(world.Cast.What, ArticleReader.MaxTitle), Cut(world.Cast.Answer, ArticleReader.MaxSummary), [], [], Audience.User, new DateOnly(2026, 11, 25), [new Section(world.Cast.Written, [steps])]);
    }

    /// <summary>As the reader of articles and the form of drafts hold it.</summary>
    private static string Cut(string text, int most) => Shorten.Cut(most, text);

    private static CardSample Read(string name, Func<CardWorld, Caller> who) => new(name, typeof(ReadArticle), world =>
        world.AskAsync<ReadArticle>(who(world), "", async (handler, turn) => await handler.HandleAsync(turn, new(Slug), new Inputs(new Dictionary<string, string> { [AnswerCard.Question] = world.Cast.What }), default)));

    private static CardSample Gaps(string name, Func<CardWorld, IReadOnlyList<Gap>> gaps) => new(name, typeof(ShowGaps), async world =>
    {
        world.Goto("2026-11-27 10:00");
        if (gaps(world).Count > 0) await SaveAsync(world);
        var all = gaps(world).Select((gap, i) => gap with { By = gap.By with { Id = $"{i}" } }).Select(SupportBot.Features.Knowledge.Gaps.Write).ToList();
        if (all.Count > 0) await world.CommitAsync(PublishedArticles.Partition, all);
        return await world.AskAsync<ShowGaps>(Who.StaffOf(world), "", async (handler, turn) => await handler.HandleAsync(turn, default));
    });

    private static Gap Gap(CardWorld world, GapReason reason, string question, string? slug) =>
        new(reason, Cut(Masking.Mask(question), 300), world.Tongue, "NORD", world.Requester.Ref, world.Now, slug);

    private static CardSample Form(string name, Func<CardWorld, DraftFields> fields) => new(name, typeof(DraftForm), world =>
        Task.FromResult(Shown.Of(DraftForm.For(CardWorld.Stamp, null, fields(world), world.Reader), world.Tongue)));

    private static CardSample Review(string name, Func<CardWorld, Caller> who) => new(name, typeof(ReviewDraft), async world =>
    {
        await SaveAsync(world);
        return await world.AskAsync<ReviewDraft>(who(world), "", async (handler, turn) => await handler.HandleAsync(turn, new(CardWorld.Stamp.Nonce), Inputs.None, default));
    });

    private static Task SaveAsync(CardWorld world) => world.CommitAsync(PublishedArticles.Partition,
    [
        Drafts.Insert(new Draft(
            CardWorld.Stamp.Nonce, new(Cut(world.Cast.What, Draft.MaxTitle), Cut(world.Cast.Answer, ArticleReader.MaxSummary), Cut($"1. {world.Cast.Affected}\n- {world.Cast.Written}", Draft.MaxSteps)),
            new(Cut(world.Cast.Affected, Draft.MaxTitle), Cut(world.Cast.Written, ArticleReader.MaxSummary), Cut(world.Cast.Answer, Draft.MaxSteps)), world.Cast.Company, world.Technician.Ref, world.Now)),
    ]);

    private static Tongue Other(Tongue tongue) => tongue == Tongue.Swedish ? Tongue.English : Tongue.Swedish;
}
