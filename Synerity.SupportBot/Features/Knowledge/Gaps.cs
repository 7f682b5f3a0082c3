using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Why a question shows a gap in the articles. The later one weighs more.</summary>
public enum GapReason
{
    /// <summary>No article answered it.</summary>
    Abstained,

    /// <summary>The reader said that the answer did not help.</summary>
    DidNotHelp,

    /// <summary>It became a ticket after an article had been tried.</summary>
    BecameTicket,
}

/// <summary>A question that the articles did not answer.</summary>
/// <param name="Question">Masked: without e-mail addresses, numbers of people and telephones, and keys.</param>
/// <param name="Slug">The article that was tried; null where none was.</param>
public sealed record Gap(GapReason Reason, string Question, Tongue Tongue, string Customer, PersonRef By, DateTimeOffset At, string? Slug = null)
{
    /// <summary>Longer questions are cut: their beginning says what they are about.</summary>
    private const int MostQuestion = 300;

    internal static Gap Of(GapReason reason, CustomerUser user, string question, Turn turn, string? slug = null) =>
        Of(reason, user.Customer, user.Person, question, turn.Now, slug);

    internal static Gap Of(GapReason reason, string customer, Person person, string question, DateTimeOffset now, string? slug)
    {
        return new(reason, Shorten.Cut(MostQuestion, Masking.Mask(question)), person.Reader.Tongue, customer, person.Ref, now, slug);
    }
}

/// <summary>The gaps of the last months, by day, in the room's partition.</summary>
public sealed class Gaps(IRows rows, TimeProvider clock) : IUpkeep, IPartitions
{
    /// <summary>Gaps older than this are deleted.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    private const string Prefix = "gap|";
    private const int Page = 500;

    /// <summary>A person's question about an article is one gap a day, however often it is asked.</summary>
    public static RowWrite Write(Gap gap) =>
        new RowWrite.Upsert($"{DayPrefix(gap.At)}{RowKey.Hash(gap.By.Id, gap.Slug ?? CommandList.Normal(gap.Question))}", StoredJson.Write(gap));

    /// <summary>Newest first, from a moment on, at most <paramref name="most"/> (1–1000).</summary>
    public async Task<IReadOnlyList<Gap>> SinceAsync(DateTimeOffset since, int most, CancellationToken cancellation)
    {
        var found = await rows.RangeAsync(PublishedArticles.Partition, DayPrefix(since), RowKey.EndOf(Prefix), most, cancellation);
        return [.. found.Select(row => StoredJson.Read<Gap>(row.Data)).OrderByDescending(gap => gap.At)];
    }

    public async Task LookAfterAsync(string partition, CancellationToken cancellation)
    {
        if (partition != PublishedArticles.Partition) return;
        IReadOnlyList<Row> old;
        do
        {
            old = await rows.RangeAsync(partition, Prefix, DayPrefix(clock.GetUtcNow() - Kept), 90, cancellation);
            if (old.Count > 0) await rows.CommitAsync(partition, [.. old.Select(row => new RowWrite.Delete(row.Key))], cancellation);
        }
        while (old.Count == 90);
    }

    public async IAsyncEnumerable<string> AllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        yield return PublishedArticles.Partition;
    }

    private static string DayPrefix(DateTimeOffset at) => $"{Prefix}{at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}|";
}
