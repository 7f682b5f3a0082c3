namespace Synerity.SupportBot.Storage;

/// <summary>Rows that were found, and where the next page begins.</summary>
/// <param name="Next">Null: there is no more.</param>
public sealed record FoundRows(IReadOnlyList<(string Partition, string Key)> Rows, string? Next);

/// <summary>
/// Finds rows across partitions by words that a batch said of them (<see cref="RowWrite.Found"/>). What is found may be seconds old, so
/// whoever shows a row reads it again and asks again who may see it.
/// </summary>
public interface IRowSearch
{
    /// <summary>The rows that have every word, the newest first.</summary>
    /// <param name="home">Only those of this home; null: all.</param>
    /// <param name="words">As <see cref="RowWords.Of"/> makes them; words of three signs or more also find those that begin with them. None: nothing is found.</param>
    /// <param name="after">The <see cref="FoundRows.Next"/> of the page before; null: the first page.</param>
    /// <param name="most">1–100.</param>
    Task<FoundRows> FindAsync(string? home, IReadOnlyList<string> words, string? after, int most, CancellationToken cancellation);
}
