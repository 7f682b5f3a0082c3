namespace Synerity.SupportBot.Storage;

/// <summary>A batch that waits for the writer. Answered only after the transaction that holds it is on the disk.</summary>
internal sealed class SqliteCommit(string partition, string? counter, Func<long, IReadOnlyList<RowWrite>> batch, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<long> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? _refusal;

    public string Partition => partition;

    public string? Counter => counter;

    public long Number { get; set; }

    /// <summary>The number that was allocated, if any; the conflict or fault that kept the batch from being written.</summary>
    public Task<long> Answer => _answer.Task;

    public CancellationToken Cancellation => cancellation;

    public IReadOnlyList<RowWrite> Batch() => batch(Number);

    public void Refuse(Exception reason) => _refusal = reason;

    public void Reply()
    {
        if (_refusal is OperationCanceledException)
        {
            _answer.TrySetCanceled(cancellation);
        }
        else if (_refusal is not null)
        {
            _answer.TrySetException(_refusal);
        }
        else
        {
            _answer.TrySetResult(Number);
        }
    }
}
