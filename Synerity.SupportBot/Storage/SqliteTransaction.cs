using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Synerity.SupportBot.Storage;

/// <summary>The writing connection with its statements prepared. Used by the writer alone.</summary>
internal sealed class SqliteTransaction : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS rows (
            partition TEXT NOT NULL,
            key TEXT NOT NULL,
            data TEXT NOT NULL,
            tag INTEGER NOT NULL,
            PRIMARY KEY (partition, key)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS found (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            partition TEXT NOT NULL,
            key TEXT NOT NULL,
            UNIQUE (partition, key)
        ) STRICT;
        CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
            home, text, content = '', contentless_delete = 1, detail = column, tokenize = "unicode61 tokenchars '|-'", prefix = '3 4 5')
        """;

    /// <summary>The log is moved into the database every 16 MB instead of 4: under load a third more commits a second.</summary>
    private const string Pace = "PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16000";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _savepoint;
    private readonly SqliteCommand _release;
    private readonly SqliteCommand _undo;
    private readonly SqliteCommand _data;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _upsert;
    private readonly SqliteCommand _replace;
    private readonly SqliteCommand _delete;
    private readonly SqliteCommand _deleteTagged;
    private readonly SqliteWords _words;

    public SqliteTransaction(SqliteConnection connection)
    {
        _connection = connection;
        SqliteFile.Execute(connection, Schema);
        SqliteFile.Execute(connection, Pace);
        _begin = SqliteStatement.Prepare(connection, "BEGIN IMMEDIATE");
        _commit = SqliteStatement.Prepare(connection, "COMMIT");
        _savepoint = SqliteStatement.Prepare(connection, "SAVEPOINT batch");
        _release = SqliteStatement.Prepare(connection, "RELEASE batch");
        _undo = SqliteStatement.Prepare(connection, "ROLLBACK TO batch");
        const string Of = "WHERE partition = $partition AND key = $key";
        _data = SqliteStatement.Prepare(connection, "SELECT data FROM rows " + Of, "$partition", "$key");
        const string Insert = "INSERT INTO rows (partition, key, data, tag) VALUES ($partition, $key, $data, $tag) ON CONFLICT (partition, key) ";
        _insert = SqliteStatement.Prepare(connection, Insert + "DO NOTHING", "$partition", "$key", "$data", "$tag");
        _upsert = SqliteStatement.Prepare(connection, Insert + "DO UPDATE SET data = excluded.data, tag = excluded.tag", "$partition", "$key", "$data", "$tag");
        _replace = SqliteStatement.Prepare(connection, $"UPDATE rows SET data = $data, tag = $new {Of} AND tag = $tag", "$partition", "$key", "$data", "$new", "$tag");
        _delete = SqliteStatement.Prepare(connection, "DELETE FROM rows " + Of, "$partition", "$key");
        _words = new SqliteWords(connection);
        _deleteTagged = SqliteStatement.Prepare(connection, $"DELETE FROM rows {Of} AND tag = $tag", "$partition", "$key", "$tag");
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    public void Rollback()
    {
        if (SqliteFile.InTransaction(_connection)) // SQLite itself rolls back when the disk is full or fails
        {
            SqliteFile.Execute(_connection, "ROLLBACK");
        }
    }

    public void BeginBatch() => _savepoint.ExecuteNonQuery();

    public void EndBatch() => _release.ExecuteNonQuery();

    public void UndoBatch()
    {
        _undo.ExecuteNonQuery();
        _release.ExecuteNonQuery();
    }

    /// <summary>The number after the one the counter's row holds; the row is written.</summary>
    public long Next(string partition, string counter, long tag)
    {
        var number = RowNumber.After(partition, counter, (string?)SqliteStatement.Bind(_data, partition, counter).ExecuteScalar());
        SqliteStatement.Bind(_upsert, partition, counter, RowNumber.Data(number), tag).ExecuteNonQuery();
        return number;
    }

    /// <returns>False when the row is not as the operation demands.</returns>
    public bool Write(string partition, RowWrite write, long tag) => write switch
    {
        RowWrite.Insert insert => SqliteStatement.Bind(_insert, partition, insert.Key, insert.Data, tag).ExecuteNonQuery() == 1,
        RowWrite.Upsert upsert => SqliteStatement.Bind(_upsert, partition, upsert.Key, upsert.Data, tag).ExecuteNonQuery() == 1,
        RowWrite.Replace replace => TagOf(replace.Tag) is { } old && SqliteStatement.Bind(_replace, partition, replace.Key, replace.Data, tag, old).ExecuteNonQuery() == 1,
        RowWrite.Delete { Tag: { } known } delete => TagOf(known) is { } old && SqliteStatement.Bind(_deleteTagged, partition, delete.Key, old).ExecuteNonQuery() == 1,
        RowWrite.Listed { Data: { } data } listed => SqliteStatement.Bind(_upsert, listed.Partition, listed.Key, data, tag).ExecuteNonQuery() == 1,
        RowWrite.Listed unlisted => SqliteStatement.Bind(_delete, unlisted.Partition, unlisted.Key).ExecuteNonQuery() >= 0,
        RowWrite.Found found => _words.Write(partition, found),
        _ => SqliteStatement.Bind(_delete, partition, write.Key).ExecuteNonQuery() >= 0,
    };

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_begin, _commit, _savepoint, _release, _undo, _data, _insert, _upsert, _replace, _delete, _deleteTagged]) command.Dispose();

        _words.Dispose();
        _connection.Dispose();
    }

    /// <summary>Null for a tag that this store never gave: it matches no row.</summary>
    private static long? TagOf(string tag) => long.TryParse(tag, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
