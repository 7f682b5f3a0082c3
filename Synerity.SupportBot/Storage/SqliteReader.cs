using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Synerity.SupportBot.Storage;

/// <summary>One connection that reads, with its statements prepared. Not for two threads at once.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _one;
    private readonly SqliteCommand _range;

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

    public void Dispose()
    {
        _one.Dispose();
        _range.Dispose();
        _connection.Dispose();
    }

    private static Row RowOf(SqliteDataReader found) =>
        new(found.GetString(0), found.GetString(1), found.GetInt64(2).ToString(CultureInfo.InvariantCulture));
}
