using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Knowledge.Model;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary><em>Did that help?</em> Yes is noted and closes; no is noted and hands over to a technician with everything filled in.</summary>
public sealed class RateAnswer(Answering answering, TicketDrafting drafting) : ICardAction<RateAnswer.Data>
{
    /// <param name="Language"><c>sv</c> or <c>en</c>: what the answer was given in.</param>
    /// <param name="Question">What was asked, where the card's own input does not say it.</param>
    public sealed record Data(string Slug, string Language, bool Helped, string? Question = null);

    public static string Verb => "knowledge.rate";

    public string? PartitionOf(Data data) => PublishedArticles.Partition;

    public Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        DecideAsync(turn, data, data.Question ?? inputs[AnswerCard.Question], "", cancellation);

    /// <param name="added">What was written along with the answer, which belongs to the question.</param>
    internal async Task<Outcome> DecideAsync(Turn turn, Data data, string asked, string added, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser user) return Reply.Refuse(KnowledgeTexts.CustomersOnly);
        if (answering.Article(data.Slug, turn.Reader.Tongue) is not { } article) return Reply.Refuse(KnowledgeTexts.GoneArticle);
        var tongue = data.Language == "en" ? Tongue.English : Tongue.Swedish;
        var verdict = Verdicts.Write(new Verdict(article.Slug, tongue, data.Helped, turn.Now, turn.Person.Ref), asked);
        var question = added.Length > 0 ? $"{asked.TrimEnd('.', ' ')}. {added}" : asked;
        if (data.Helped)
        {
            var helped = new Reply { Words = KnowledgeTexts.GladItHelped, Living = InPlace(turn, AnswerCard.Helped(article.Slug, asked, tongue)) };
            return Change.To(PublishedArticles.Partition, new Decision([verdict], [], helped));
        }

        var handed = await drafting.FillAsync(new HandedOver(question, article.Slug), turn.Reader.Tongue, cancellation);
        return Change.To(
            PublishedArticles.Partition,
            new Decision(
                [verdict, Gaps.Write(Gap.Of(GapReason.DidNotHelp, user, question, turn, article.Slug))],
                [],
                new Reply { Words = KnowledgeTexts.HandOver, Living = HandOver.Of(FormStamp.Issue(turn.Now), handed) }));
    }

    /// <summary>The pressed card says what was answered; a written yes needs no second card.</summary>
    private static Content? InPlace(Turn turn, Content card) => turn.Text.Length == 0 ? card : null;
}

/// <summary>A yes or no in words, with more behind it: <em>nej det finns bara en</em>. What is added belongs to the question.</summary>
public sealed class AnsweredInWords(RateAnswer rate) : IAnswerInWords
{
    private static readonly string[] Yes =
        ["det hjälpte", "det löste sig", "det funkade", "nu funkar det", "nu fungerar det", "that helped", "that worked", "it worked", "it works now", "solved", "löst"];

    private static readonly string[] No =
        ["det hjälpte inte", "hjälpte inte", "det funkade inte", "det fungerade inte", "funkar inte", "fungerar inte", "that didn't help", "that did not help", "didn't help", "didn't work", "that didn't work", "not solved", "inte löst"];

    public async Task<Outcome?> AnswerAsync(Turn turn, YesNo asked, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser || ActionData.VerbOf(asked.No) != RateAnswer.Verb) return null;
        var (helped, added) = Meaning(CommandList.Normal(turn.Text), turn.Text);
        if (helped is not { } answer || !ActionData.TryRead<RateAnswer.Data>(answer ? asked.Yes : asked.No, out var data)) return null;
        return await rate.DecideAsync(turn, data, data.Question ?? "", added, cancellation);
    }

    /// <summary>Null when it is neither yes nor no; otherwise what stands behind it.</summary>
    internal static (bool? Helped, string Added) Meaning(string written, string text)
    {
        if (No.Contains(written)) return (false, "");
        if (Yes.Contains(written)) return (true, "");
        foreach (var no in new[] { "nej", "nä", "no", "nope" })
        {
            if (written.StartsWith(no + " ", StringComparison.Ordinal) || written.StartsWith(no + ",", StringComparison.Ordinal))
            {
                var rest = text.TrimStart()[no.Length..].TrimStart(' ', ',', '.', '!', '-', '–');
                return (false, No.Contains(CommandList.Normal(rest)) ? "" : rest.Trim());
            }
        }

        foreach (var yes in new[] { "ja", "japp", "yes", "yep" })
        {
            if (written.StartsWith(yes, StringComparison.Ordinal) && Yes.Contains(written[yes.Length..].TrimStart(' ', ','))) return (true, "");
        }

        return (null, "");
    }
}
