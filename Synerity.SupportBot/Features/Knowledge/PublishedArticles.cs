using Synerity.SupportBot.Language;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Articles that an administrator published in Teams, kept in the store as the text an article file would have.</summary>
public sealed class PublishedArticles(IRows rows)
{
    /// <summary>The room's own partition: published articles, drafts, verdicts, and questions that found no answer.</summary>
    public const string Partition = "knowledge";

    private const string VersionKey = "version";
    private const string Prefix = "article|";
    private const int Page = 500;

    /// <summary>Another one after every publication; empty before the first.</summary>
    public async Task<string> VersionAsync(CancellationToken cancellation) =>
        (await rows.ReadAsync(Partition, VersionKey, cancellation))?.Tag ?? "";

    public async Task<IReadOnlyList<Article>> AllAsync(CancellationToken cancellation)
    {
        var articles = new List<Article>();
        var from = Prefix;
        IReadOnlyList<Row> page;
        do
        {
            page = await rows.RangeAsync(Partition, from, RowKey.EndOf(Prefix), Page, cancellation);
            foreach (var row in page)
            {
                var text = StoredJson.Read<PublishedText>(row.Data);
                if (ArticleReader.Read(text.Text, text.Tongue, out _) is { } article) articles.Add(article);
            }

            if (page.Count > 0) from = RowKey.After(page[^1].Key);
        }
        while (page.Count == Page);
        return articles;
    }

    /// <summary>The row that publishes an article in one language, replacing one of the same slug.</summary>
    public static RowWrite Publish(string slug, Tongue tongue, string text) =>
        new RowWrite.Upsert($"{Prefix}{slug}|{ArticleFolder.NameOf(tongue)}", StoredJson.Write(new PublishedText(tongue, text)));

    /// <summary>Makes every instance look again.</summary>
    public static RowWrite Touch(DateTimeOffset now) => new RowWrite.Upsert(VersionKey, StoredJson.Write(now));

    private sealed record PublishedText(Tongue Tongue, string Text);
}
