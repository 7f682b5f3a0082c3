using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>What a message made by the model answered.</summary>
/// <param name="Question">Masked.</param>
/// <param name="VerdictKey">The row of this person's verdict about the question, so that a thumb and a button count as one.</param>
public sealed record SaidAnswer(PersonRef By, string Slug, Tongue Tongue, string Question, string VerdictKey);

/// <summary>The answers of the last days, by the messages they stand in.</summary>
public sealed class SaidAnswers(IRows rows, TimeProvider clock) : IUpkeep
{
    /// <summary>Nobody rates an older answer.</summary>
    private const int KeptDays = 14;

    private const string Prefix = "said|";

    public static RowWrite Write(Turn turn, string message, SelfHelp help, string question)
    {
        var asked = AnswerCard.Kept(question);
        return new RowWrite.Upsert(Key(turn.Now, turn.Where.ConversationId, message), StoredJson.Write(new SaidAnswer(
            turn.Person.Ref, help.Article.Slug, help.Tongue, Masking.Mask(asked), Verdicts.KeyOf(help.Article.Slug, turn.Person.Ref, asked))));
    }

    public async Task<SaidAnswer?> FindAsync(Turn turn, string message, CancellationToken cancellation)
    {
        for (var day = 0; day < KeptDays; day++)
        {
            var key = Key(turn.Now.AddDays(-day), turn.Where.ConversationId, message);
            if (await rows.ReadAsync(PublishedArticles.Partition, key, cancellation) is { } row) return StoredJson.Read<SaidAnswer>(row.Data);
        }

        return null;
    }

    public async Task LookAfterAsync(string partition, CancellationToken cancellation)
    {
        if (partition != PublishedArticles.Partition) return;
        IReadOnlyList<Row> old;
        do
        {
            old = await rows.RangeAsync(partition, Prefix, DayPrefix(clock.GetUtcNow().AddDays(-KeptDays)), 90, cancellation);
            if (old.Count > 0) await rows.CommitAsync(partition, [.. old.Select(row => new RowWrite.Delete(row.Key))], cancellation);
        }
        while (old.Count == 90);
    }

    private static string Key(DateTimeOffset at, string conversation, string message) => DayPrefix(at) + RowKey.Hash(conversation, message);

    private static string DayPrefix(DateTimeOffset at) => $"{Prefix}{at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}|";
}

/// <summary>A thumb below an answer is a verdict on its article; thumbs down also show a gap. Why, in the person's words, is not kept.</summary>
public sealed class RateSaidAnswer(SaidAnswers said) : IMessageFeedback
{
    public async Task<Outcome?> RateAsync(Turn turn, string message, bool liked, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser user || await said.FindAsync(turn, message, cancellation) is not { } answer || answer.By != turn.Person.Ref) return null;
        var verdict = Verdicts.Write(answer.VerdictKey, new Verdict(answer.Slug, answer.Tongue, liked, turn.Now, answer.By));
        RowWrite[] rows = liked ? [verdict] : [verdict, Gaps.Write(Gap.Of(GapReason.DidNotHelp, user, answer.Question, turn, answer.Slug))];
        return Change.To(PublishedArticles.Partition, new Decision(rows, [], Reply.Silence));
    }
}
