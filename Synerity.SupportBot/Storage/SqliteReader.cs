using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Synerity.SupportBot.Storage;

/// <summary>One connection that reads, with its statements prepared. Not for two threads at once.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _one;
    private readonly SqliteCommand _range;
    private readonly SqliteCommand _find;

    public SqliteReader(SqliteConnection connection)
    {
        _connection = connection;
        _one = SqliteStatement.Prepare(connection, "SELECT key, data, tag FROM rows WHERE partition = $partition AND key = $key", "$partition", "$key");
        _range = SqliteStatement.Prepare(
            connection,
            "SELECT key, data, tag FROM rows WHERE partition = $partition AND key >= $from AND key < $to ORDER BY key LIMIT $most",
            "$partition",
            "$from",
            "$to",
            "$most");
        _find = SqliteStatement.Prepare(
            connection,
            "SELECT found.partition, found.key, found.id FROM words JOIN found ON found.id = words.rowid "
            + "WHERE words MATCH $match AND words.rowid < $before ORDER BY words.rowid DESC LIMIT $most",
            "$match",
            "$before",
            "$most");
    }

    public Row? Read(string partition, string key)
    {
        using var found = SqliteStatement.Bind(_one, partition, key).ExecuteReader();
        return found.Read() ? RowOf(found) : null;
    }

    public IReadOnlyList<Row> Range(string partition, string from, string to, int most)
    {
        using var found = SqliteStatement.Bind(_range, partition, from, to, most).ExecuteReader();
        var rows = new List<Row>();
        while (found.Read())
        {
            rows.Add(RowOf(found));
        }

        return rows;
    }

    public FoundRows Find(string match, long before, int most)
    {
        using var found = SqliteStatement.Bind(_find, match, before, most + 1).ExecuteReader();
        var rows = new List<(string, string)>();
        var last = 0L;
        while (found.Read())
        {
            if (rows.Count == most) return new(rows, last.ToString(CultureInfo.InvariantCulture));
            rows.Add((found.GetString(0), found.GetString(1)));
            last = found.GetInt64(2);
        }

        return new(rows, null);
    }

    public void Dispose()
    {
        _find.Dispose();
        _one.Dispose();
        _range.Dispose();
        _connection.Dispose();
    }

    private static Row RowOf(SqliteDataReader found) =>
        new(found.GetString(0), found.GetString(1), found.GetInt64(2).ToString(CultureInfo.InvariantCulture));
}
