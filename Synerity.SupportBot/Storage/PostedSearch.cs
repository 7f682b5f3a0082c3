using System.Globalization;

namespace Synerity.SupportBot.Storage;

/// <summary>
/// Search over any store, with a row for each word of a row: <c>word|newest first|what</c>, once for everybody and once for its home. A search
/// walks the word that fewest rows have, and keeps those that have the others too. Bounded: the newest 1 000 rows of that word.
/// </summary>
public sealed class PostedSearch(IRows rows) : IRowSearch
{
    private const string All = "words";
    private const int Walked = 1000;

    /// <summary>What has to be written and taken away so that the row is found by its new words only.</summary>
    public static IReadOnlyList<RowWrite.Listed> Postings(string partition, RowWrite.Found found)
    {
        var (was, now) = (Keys(partition, found, found.Was), Keys(partition, found, found.Now));
        return
        [
            .. was.Except(now).Select(posting => new RowWrite.Listed(posting.List, posting.Key, null)),
            .. now.Except(was).Select(posting => new RowWrite.Listed(posting.List, posting.Key, StoredJson.Write(new Posting(partition, found.Key, found.Now!.Words)))),
        ];
    }

    public async Task<FoundRows> FindAsync(string? home, IReadOnlyList<string> words, string? after, int most, CancellationToken cancellation)
    {
        if (words.Count == 0) return new([], null);
        var partition = RowWrite.Listed.PartitionOf(List(home));
        IReadOnlyList<Row>? fewest = null;
        foreach (var word in words)
        {
            var (from, to) = Range(word);
            var page = await rows.RangeAsync(partition, from, to, Walked, cancellation);
            if (fewest is null || page.Count < fewest.Count) fewest = page;
        }

        var found = fewest!
            .Select(row => (Place: row.Key[(row.Key.IndexOf('|', StringComparison.Ordinal) + 1)..], Posting: StoredJson.Read<Posting>(row.Data)))
            .Where(row => words.All(word => row.Posting.Words.Any(own => Fits(own, word))))
            .DistinctBy(row => row.Place)
            .OrderBy(row => row.Place, StringComparer.Ordinal)
            .SkipWhile(row => after is not null && string.CompareOrdinal(row.Place, after) <= 0)
            .Take(most + 1)
            .ToList();
        return new([.. found.Take(most).Select(row => (row.Posting.Partition, row.Posting.Key))], found.Count > most ? found[most - 1].Place : null);
    }

    private static bool Fits(string own, string word) => IsBeginning(word) ? own.StartsWith(word, StringComparison.Ordinal) : own == word;

    /// <summary>Short words would begin too many others.</summary>
    internal static bool IsBeginning(string word) => word.Length >= 3;

    private static (string From, string To) Range(string word) => IsBeginning(word) ? (word, RowKey.EndOf(word)) : (word + "|", RowKey.EndOf(word + "|"));

    private static string List(string? home) => home is null ? All : $"{All}|{home}";

    private static List<(string List, string Key)> Keys(string partition, RowWrite.Found found, RowWords? words)
    {
        if (words is null) return [];
        var place = $"{(DateTimeOffset.MaxValue.UtcTicks - found.Since.UtcTicks).ToString("D19", CultureInfo.InvariantCulture)}|{RowKey.Hash(partition, found.Key)}";
        return [.. words.Words.SelectMany(word => new[] { (List(null), $"{word}|{place}"), (List(words.Home), $"{word}|{place}") })];
    }

    private sealed record Posting(string Partition, string Key, IReadOnlyList<string> Words);
}
