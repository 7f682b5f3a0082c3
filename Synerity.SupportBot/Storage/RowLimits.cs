using System.Buffers;
using System.Text;

namespace Synerity.SupportBot.Storage;

/// <summary>
/// What both stores accept: the stricter limit of the two, checked before anything is sent, so that a batch which works on one machine works in Azure.
/// Whatever breaks a limit is an <see cref="ArgumentException"/> that names it.
/// </summary>
internal static class RowLimits
{
    public const int KeyLength = 256;
    public const int Operations = 100;

    /// <summary>Azure Tables: 64 KiB a property, less a margin.</summary>
    public const int RowBytes = 60 * 1024;

    /// <summary>Data of the whole batch. Azure Tables takes requests of 4 MiB and carries bytes as Base64, which is why this mega is a decimal one.</summary>
    public const int BatchBytes = 3_000_000;

    private const int MostRows = 1000;
    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789|._-");

    /// <summary>Refuses a lone surrogate, which no store could give back.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void CheckKey(string key, string what)
    {
        ArgumentNullException.ThrowIfNull(key, what);
        if (key.Length is 0 or > KeyLength)
        {
            throw new ArgumentException($"A {what} has 1–{KeyLength} characters; this one has {key.Length}.", what);
        }

        var odd = key.AsSpan().IndexOfAnyExcept(KeyCharacters);
        if (odd >= 0)
        {
            throw new ArgumentException($"A {what} is made of A–Z a–z 0–9 | . _ -; character {odd} of this one is U+{(int)key[odd]:X4}. Hash free ids with RowKey.Hash.", what);
        }
    }

    /// <summary>Bounds need not be keys, only comparable to keys alike in both stores: printable ASCII, one longer than a key, possibly empty.</summary>
    public static void CheckRange(string partition, string from, string to, int most)
    {
        CheckKey(partition, nameof(partition));
        CheckBound(from, nameof(from));
        CheckBound(to, nameof(to));
        if (most is < 1 or > MostRows)
        {
            throw new ArgumentException($"A range returns 1–{MostRows} rows; {most} were asked for.", nameof(most));
        }
    }

    /// <param name="counter">The counter's row when the batch is written with a number: it counts as one more operation.</param>
    public static void CheckBatch(string partition, IReadOnlyList<RowWrite> batch, string? counter = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        CheckKey(partition, nameof(partition));
        var operations = batch.Count + (counter is null ? 0 : 1);
        if (batch.Count == 0 || operations > Operations)
        {
            throw new ArgumentException($"A batch has 1–{Operations} operations, a counter's row included; this one has {operations}.", nameof(batch));
        }

        var seen = new HashSet<string>(operations, StringComparer.Ordinal);
        if (counter is not null)
        {
            CheckKey(counter, nameof(counter));
            seen.Add(counter);
        }

        var bytes = 0;
        foreach (var write in batch)
        {
            bytes += CheckWrite(write);
            if (!seen.Add(NameOf(write)))
            {
                throw new ArgumentException($"A batch names each row once; {write.Key} occurs twice.", nameof(batch));
            }
        }

        if (bytes > BatchBytes)
        {
            throw new ArgumentException($"A batch carries at most {BatchBytes} bytes of data; this one has {bytes}.", nameof(batch));
        }
    }

    /// <summary>The row that is written, which in a list may be called as one of the batch's partition.</summary>
    private static string NameOf(RowWrite write) => write switch
    {
        RowWrite.Listed listed => $"{listed.Partition} {listed.Key}",
        RowWrite.Found => $"words {write.Key}",
        _ => write.Key,
    };

    private static int CheckWrite(RowWrite write)
    {
        CheckKey(write.Key, "key");
        if (write is RowWrite.Listed { Partition: var list }) CheckKey(list, "list");
        var (data, tag) = write switch
        {
            RowWrite.Insert insert => (insert.Data, null),
            RowWrite.Upsert upsert => (upsert.Data, null),
            RowWrite.Replace replace => (replace.Data, Required(replace.Tag)),
            RowWrite.Delete delete => ("", delete.Tag),
            RowWrite.Listed listed => (listed.Data ?? "", null),
            RowWrite.Found { Now: var now } => (string.Join(' ', now?.Words ?? []), null),
            _ => throw new ArgumentException($"Unknown operation {write.GetType().Name} on {write.Key}.", nameof(write)),
        };
        ArgumentNullException.ThrowIfNull(data);
        if (tag is "" or "*")
        {
            throw new ArgumentException($"The tag of {write.Key} comes from a read; an empty one or * would match anything.", nameof(write));
        }

        var bytes = Strict.GetByteCount(data);
        return bytes <= RowBytes ? bytes : throw new ArgumentException($"A row holds at most {RowBytes} bytes of UTF-8; {write.Key} has {bytes}.", nameof(write));
    }

    private static string Required(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        return tag;
    }

    private static void CheckBound(string bound, string what)
    {
        ArgumentNullException.ThrowIfNull(bound, what);
        if (bound.Length > KeyLength + 1 || bound.AsSpan().IndexOfAnyExceptInRange('!', '~') >= 0)
        {
            throw new ArgumentException($"A bound has at most {KeyLength + 1} characters of printable ASCII; use RowKey.EndOf and RowKey.After.", what);
        }
    }
}
