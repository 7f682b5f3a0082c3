using Microsoft.Data.Sqlite;

namespace Synerity.SupportBot.Storage;

/// <summary>The words that rows are found by, in SQLite's full-text index: it holds no text, only which row has which word.</summary>
internal sealed class SqliteWords(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _id = SqliteStatement.Prepare(
        connection,
        "INSERT INTO found (partition, key) VALUES ($partition, $key) ON CONFLICT (partition, key) DO UPDATE SET key = excluded.key RETURNING id",
        "$partition",
        "$key");

    private readonly SqliteCommand _forget = SqliteStatement.Prepare(
        connection, "DELETE FROM found WHERE partition = $partition AND key = $key", "$partition", "$key");

    private readonly SqliteCommand _remove = SqliteStatement.Prepare(connection, "DELETE FROM words WHERE rowid = $id", "$id");

    private readonly SqliteCommand _add = SqliteStatement.Prepare(
        connection, "INSERT INTO words (rowid, home, text) VALUES ($id, $home, $text)", "$id", "$home", "$text");

    public bool Write(string partition, RowWrite.Found found)
    {
        var id = (long)SqliteStatement.Bind(_id, partition, found.Key).ExecuteScalar()!;
        SqliteStatement.Bind(_remove, id).ExecuteNonQuery();
        if (found.Now is not { } now) return SqliteStatement.Bind(_forget, partition, found.Key).ExecuteNonQuery() == 1;
        return SqliteStatement.Bind(_add, id, now.Home, string.Join(' ', now.Words)).ExecuteNonQuery() == 1;
    }

    /// <summary>The search in the full-text index's own language. The words are letters and digits, so nothing needs to be escaped.</summary>
    public static string Match(string? home, IReadOnlyList<string> words)
    {
        var all = string.Join(" AND ", words.Select(word => PostedSearch.IsBeginning(word) ? $"\"{word}\"*" : $"\"{word}\""));
        return home is null ? $"text : ({all})" : $"home : \"{home}\" AND text : ({all})";
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_id, _forget, _remove, _add]) command.Dispose();
    }
}
