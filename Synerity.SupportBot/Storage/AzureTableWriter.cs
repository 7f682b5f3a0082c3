using System.Runtime.ExceptionServices;
using Azure;
using Azure.Data.Tables;

namespace Synerity.SupportBot.Storage;

/// <summary>
/// Submits batches and finds out what became of them. An answer can be lost after the commit succeeded, and the next attempt then conflicts
/// with ourselves. So every written row carries a random commit id, and after anything but success it is looked for.
/// </summary>
/// <param name="submit">A client that never retries by itself.</param>
/// <param name="read">A client that does.</param>
internal sealed class AzureTableWriter(TableClient submit, TableClient read, TimeProvider clock)
{
    private const int Attempts = 5;

    public async Task CommitAsync(AzureTableBatch batch, CancellationToken cancellation)
    {
        if (batch.Mistagged() is { } mistagged)
        {
            throw new ConflictException(batch.Partition, mistagged);
        }

        for (var lost = 0; !batch.IsEmpty && await SubmitAsync(batch, cancellation) is { } fault;)
        {
            var outcome = OutcomeOf(fault);
            var failed = outcome == Outcome.Conflict ? FailedWrite(batch, fault) : null;
            var wasAbsent = failed is RowWrite.Delete && fault is RequestFailedException { Status: 404 };
            var done = wasAbsent && failed is RowWrite.Delete { Tag: null };
            if (outcome != Outcome.Refused && (lost > 0 || !done) && await CommittedAsync(batch, lost > 0 || outcome == Outcome.Unknown, cancellation))
            {
                return;
            }

            if (done)
            {
                batch.Drop(failed!); // the row was absent at this moment, which is all that was asked; nothing else has been written yet
            }
            else if (wasAbsent && lost > 0 && !batch.Witnesses().Any())
            {
                return; // deletions alone leave no witness: that the rows are gone since the lost answer is taken for our own doing
            }
            else if (outcome == Outcome.Unknown && ++lost < Attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds((100 << lost) * (0.5 + Random.Shared.NextDouble())), clock, cancellation);
            }
            else
            {
                ExceptionDispatchInfo.Throw(outcome == Outcome.Conflict ? new ConflictException(batch.Partition, failed?.Key, fault) : fault);
            }
        }
    }

    private static Outcome OutcomeOf(Exception fault) => fault switch
    {
        RequestFailedException { ErrorCode: "TableNotFound" } => Outcome.Refused,
        RequestFailedException { Status: 404 or 409 or 412 } => Outcome.Conflict,
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => Outcome.Unknown,
        RequestFailedException => Outcome.Refused,
        _ => Outcome.Unknown,
    };

    private static RowWrite? FailedWrite(AzureTableBatch batch, Exception fault) =>
        fault is TableTransactionFailedException { FailedTransactionActionIndex: { } index } ? batch[index] : null;

    private async Task<Exception?> SubmitAsync(AzureTableBatch batch, CancellationToken cancellation)
    {
        try
        {
            await submit.SubmitTransactionAsync(batch.Actions(), cancellation);
            return null;
        }
        catch (RequestFailedException fault)
        {
            return fault;
        }
        catch (IOException lostConnection)
        {
            return lostConnection;
        }
        catch (OperationCanceledException timeOut) when (!cancellation.IsCancellationRequested)
        {
            return timeOut;
        }
    }

    /// <param name="thoroughly">After a lost answer every row is asked, since others may have written some of them again; else the best one.</param>
    private async Task<bool> CommittedAsync(AzureTableBatch batch, bool thoroughly, CancellationToken cancellation)
    {
        foreach (var key in batch.Witnesses().Take(thoroughly ? RowLimits.Operations : 1))
        {
            var row = await read.GetEntityIfExistsAsync<TableEntity>(batch.Partition, key, [AzureTableRow.Commit], cancellation);
            if (row.HasValue && row.Value!.GetString(AzureTableRow.Commit) == batch.Commit)
            {
                return true;
            }
        }

        return false;
    }

    private enum Outcome
    {
        Conflict,
        Unknown,
        Refused,
    }
}
