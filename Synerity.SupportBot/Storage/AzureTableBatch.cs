using Azure.Data.Tables;

namespace Synerity.SupportBot.Storage;

/// <summary>One commit on its way: what is still to be written, and how it is recognised afterwards.</summary>
internal sealed class AzureTableBatch
{
    private readonly List<RowWrite> _writes;
    private readonly string? _counter;

    /// <param name="counter">Goes first, so that a conflict over the number is not mistaken for one over a row made from the number.</param>
    public AzureTableBatch(string partition, RowWrite? counter, IReadOnlyList<RowWrite> writes)
    {
        Partition = partition;
        _counter = counter?.Key;
        _writes = counter is null ? [.. writes] : [counter, .. writes];
    }

    public string Partition { get; }

    /// <summary>On every row that the batch writes; the same in every attempt.</summary>
    public string Commit { get; } = Guid.NewGuid().ToString("N");

    public bool IsEmpty => _writes.Count == 0;

    public RowWrite this[int index] => _writes[index];

    public IEnumerable<TableTransactionAction> Actions() => _writes.Select(write => AzureTableRow.Write(Partition, write, Commit));

    /// <summary>
    /// The rows that can testify, the best first: what was inserted is seldom written again soon, a counter's row nearly always. Rows that
    /// are only deleted cannot testify.
    /// </summary>
    public IEnumerable<string> Witnesses() =>
        from write in _writes
        where write is not RowWrite.Delete
        orderby write.Key == _counter, write is not RowWrite.Insert
        select write.Key;

    /// <summary>A row whose tag cannot be one of this store's, if any.</summary>
    public string? Mistagged() => _writes.Find(write => write switch
    {
        RowWrite.Replace replace => !AzureTableRow.IsTag(replace.Tag),
        RowWrite.Delete { Tag: { } tag } => !AzureTableRow.IsTag(tag),
        _ => false,
    })?.Key;

    public void Drop(RowWrite write) => _writes.Remove(write);
}
