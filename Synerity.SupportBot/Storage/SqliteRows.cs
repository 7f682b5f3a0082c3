using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Synerity.SupportBot.Storage;

/// <summary>
/// Rows in a file of this machine, for one process of the bot. Nothing is cached in memory, so what a command writes beside the bot is
/// seen by the bot's next read and there is no <c>data_version</c> to watch.
/// </summary>
public sealed class SqliteRows : IRows, IRowSearch, IAsyncDisposable, IDisposable
{
    private const int Readers = 4;

    private readonly SqliteFile _file;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private readonly SemaphoreSlim _readers = new(Readers);
    private int _disposed;

    /// <param name="path">The file; it and its folder are made when absent.</param>
    /// <param name="besideTheBot">True for a command that may run while the bot holds the file: no lock, and commits wait up to 10 s for the bot's.</param>
    /// <exception cref="InvalidOperationException">Another process holds the file, or it is no database; the message names the setting and the remedy.</exception>
    public SqliteRows(string path, bool besideTheBot = false)
    {
        _file = new SqliteFile(path, besideTheBot);
        try
        {
            _writer = new SqliteWriter(_file.Connect());
        }
        catch (SqliteException fault)
        {
            _file.Dispose();
            throw new InvalidOperationException(
                $"Storage:Path {path} cannot be opened as a database ({fault.Message}). Name a file that this process may write, or put a backup in its place.",
                fault);
        }
    }

    public bool SingleProcess => _file.Exclusive;

    public bool KeepsLists => true;

    public Task<Row?> ReadAsync(string partition, string key, CancellationToken cancellation)
    {
        RowLimits.CheckKey(partition, nameof(partition));
        RowLimits.CheckKey(key, nameof(key));
        return ReadingAsync(reader => reader.Read(partition, key), cancellation);
    }

    public Task<IReadOnlyList<Row>> RangeAsync(string partition, string from, string to, int most, CancellationToken cancellation)
    {
        RowLimits.CheckRange(partition, from, to, most);
        return ReadingAsync(reader => reader.Range(partition, from, to, most), cancellation);
    }

    public async Task<FoundRows> FindAsync(string? home, IReadOnlyList<string> words, string? after, int most, CancellationToken cancellation)
    {
        if (words.Count == 0) return new([], null);
        var before = after is null ? long.MaxValue : long.Parse(after, System.Globalization.CultureInfo.InvariantCulture);
        return await ReadingAsync(reader => reader.Find(SqliteWords.Match(home, words), before, most), cancellation);
    }

    public Task CommitAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellation)
    {
        RowLimits.CheckBatch(partition, batch);
        return WriteAsync(new SqliteCommit(partition, null, _ => batch, cancellation));
    }

    /// <inheritdoc/>
    /// <remarks>The callback runs in the writer, which every other commit waits for: it computes, it does not wait.</remarks>
    public Task<long> CommitAsync(string partition, string counter, Func<long, IReadOnlyList<RowWrite>> batch, CancellationToken cancellation)
    {
        RowLimits.CheckKey(partition, nameof(partition));
        RowLimits.CheckKey(counter, nameof(counter));
        return WriteAsync(new SqliteCommit(partition, counter, batch, cancellation));
    }

    public async Task ScrubAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        cancellation.ThrowIfCancellationRequested();
        await Task.Run(Scrub, cancellation);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Batches that wait are written first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _writer.DisposeAsync();
        for (var i = 0; i < Readers; i++)
        {
            await _readers.WaitAsync();
        }

        foreach (var reader in _idle)
        {
            reader.Dispose();
        }

        _file.Dispose();
        _readers.Release(Readers); // who still waits learns that it is closed
    }

    private Task<long> WriteAsync(SqliteCommit commit)
    {
        ObjectDisposedException.ThrowIf(_disposed != 0, this);
        return _writer.CommitAsync(commit);
    }

    private async Task<T> ReadingAsync<T>(Func<SqliteReader, T> read, CancellationToken cancellation)
    {
        await _readers.WaitAsync(cancellation);
        SqliteReader? reader = null;
        try
        {
            ObjectDisposedException.ThrowIf(_disposed != 0, this);
            reader = _idle.TryTake(out var idle) ? idle : new SqliteReader(_file.Connect());
            return read(reader);
        }
        finally
        {
            if (reader is not null)
            {
                _idle.Add(reader);
            }

            _readers.Release();
        }
    }

    /// <summary>Writes the words anew without those of deleted rows, moves the log into the database, where deleted content is overwritten, and empties it.</summary>
    private void Scrub()
    {
        using var connection = _file.Connect();
        SqliteFile.Execute(connection, "INSERT INTO words (words) VALUES ('optimize')");
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        if (Convert.ToInt64(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) != 0)
        {
            throw new TimeoutException("The log of the database could not be emptied, because somebody kept reading it. Try again.");
        }
    }
}
