using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Synerity.SupportBot.Storage;

/// <summary>The database file: its folder, its lock and connections to it.</summary>
internal sealed class SqliteFile : IDisposable
{
    /// <summary>How long a commit waits for a command that writes to the same file.</summary>
    private const int BusySeconds = 10;

    private const int LogBytes = 16 * 1024 * 1024;

    private readonly string _path;
    private readonly FileStream? _lock;

    public SqliteFile(string path, bool besideTheBot)
    {
        _path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _lock = besideTheBot ? null : Lock(_path);
    }

    public bool Exclusive => _lock is not null;

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Pooling = false, // so that closing it really closes the file
            DefaultTimeout = BusySeconds,
        }.ToString());
        try
        {
            connection.Open();
            // FULL: a commit that was answered survives a power cut. secure_delete: what was erased is overwritten, not only unlinked.
            Execute(connection, $"""
                PRAGMA busy_timeout = {BusySeconds * 1000};
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA secure_delete = ON;
                PRAGMA temp_store = MEMORY;
                PRAGMA journal_size_limit = {LogBytes};
                """);
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static bool InTransaction(SqliteConnection connection) => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    public void Dispose() => _lock?.Dispose();

    /// <summary>The operating system lets go of it when the process ends, however it ends.</summary>
    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (taken.GetType() == typeof(IOException))
        {
            throw new InvalidOperationException(
                $"Storage:Path {path} is held by another process of the bot. Stop that one, or give this one a Storage:Path of its own; "
                + "several instances on the same rows need Storage:Provider=AzureTables.",
                taken);
        }
    }
}
