using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Synerity.SupportBot.Storage;

/// <summary>
/// Writes batches one after the other, and all that wait at the same moment in one transaction: the disk is asked to be sure once for
/// all of them. Each batch has a savepoint, so one that conflicts leaves its neighbours alone.
/// </summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostWaiting = 4096;
    private const int MostTogether = 256;

    private readonly Channel<SqliteCommit> _waiting = Channel.CreateBounded<SqliteCommit>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly SqliteTransaction _transaction;
    private readonly Task _loop;

    public SqliteWriter(SqliteConnection connection)
    {
        _transaction = new SqliteTransaction(connection);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>May be cancelled while it waits for its turn; from then on it is answered with what became of it.</summary>
    public async Task<long> CommitAsync(SqliteCommit commit)
    {
        await _waiting.Writer.WriteAsync(commit, commit.Cancellation);
        return await commit.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        _transaction.Dispose();
    }

    private async Task RunAsync()
    {
        var together = new List<SqliteCommit>(MostTogether);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (together.Count < MostTogether && _waiting.Reader.TryRead(out var commit))
            {
                together.Add(commit);
            }

            WriteTogether(together);
            together.ForEach(commit => commit.Reply());
            together.Clear();
        }
    }

    private void WriteTogether(List<SqliteCommit> together)
    {
        try
        {
            _transaction.Begin();
            var written = 0;
            foreach (var commit in together)
            {
                written += Write(commit, alone: together.Count == 1) ? 1 : 0;
            }

            if (written > 0)
            {
                _transaction.Commit();
            }
            else
            {
                _transaction.Rollback();
            }
        }
        catch (SqliteException fault) // the file or the disk: nobody's batch was written
        {
            _transaction.Rollback();
            together.ForEach(commit => commit.Refuse(fault));
        }
    }

    /// <param name="alone">Then the transaction itself is what is undone, and a savepoint would be needless work.</param>
    private bool Write(SqliteCommit commit, bool alone)
    {
        if (!alone)
        {
            _transaction.BeginBatch();
        }

        try
        {
            Execute(commit);
        }
        catch (Exception refusal) when (refusal is not SqliteException) // the caller's own: a conflict, a limit, whatever its callback threw
        {
            commit.Refuse(refusal);
            if (!alone)
            {
                _transaction.UndoBatch();
            }

            return false;
        }

        if (!alone)
        {
            _transaction.EndBatch();
        }

        return true;
    }

    private void Execute(SqliteCommit commit)
    {
        commit.Cancellation.ThrowIfCancellationRequested();
        var tag = Random.Shared.NextInt64(); // one for the batch: each row's tag still changes with every write
        if (commit.Counter is { } counter)
        {
            commit.Number = _transaction.Next(commit.Partition, counter, tag);
        }

        var batch = commit.Batch();
        if (commit.Counter is not null)
        {
            RowLimits.CheckBatch(commit.Partition, batch, commit.Counter);
        }

        for (var i = 0; i < batch.Count; i++)
        {
            if (!_transaction.Write(commit.Partition, batch[i], tag))
            {
                throw new ConflictException(commit.Partition, batch[i].Key);
            }
        }
    }
}
