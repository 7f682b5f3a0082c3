using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Whether an article helped somebody with a question.</summary>
public sealed record Verdict(string Slug, Tongue Tongue, bool Helped, DateTimeOffset At, PersonRef By);

/// <summary>Verdicts by article. A person has one about a question; changing one's mind replaces it.</summary>
public sealed class Verdicts(IRows rows)
{
    /// <summary>How many a count looks at; more would say no more.</summary>
    private const int Most = 1000;

    public static RowWrite Write(Verdict verdict, string question) => Write(KeyOf(verdict.Slug, verdict.By, question), verdict);

    internal static RowWrite Write(string key, Verdict verdict) => new RowWrite.Upsert(key, StoredJson.Write(verdict));

    internal static string KeyOf(string slug, PersonRef by, string question) => $"{Prefix(slug)}{RowKey.Hash(by.Id, CommandKey(question))}";

    /// <summary>How often an article helped, and how often not.</summary>
    public async Task<(int Helped, int Not)> OfAsync(string slug, CancellationToken cancellation)
    {
        var prefix = Prefix(slug);
        var all = (await rows.RangeAsync(PublishedArticles.Partition, prefix, RowKey.EndOf(prefix), Most, cancellation))
            .Select(row => StoredJson.Read<Verdict>(row.Data)).ToList();
        return (all.Count(verdict => verdict.Helped), all.Count(verdict => !verdict.Helped));
    }

    private static string Prefix(string slug) => $"verdict|{slug}|";

    private static string CommandKey(string question) => Bot.CommandList.Normal(question);
}
