using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Synerity.SupportBot.Storage;

/// <summary>Parts that keys are made of, and the bounds of ranges over them.</summary>
public static class RowKey
{
    /// <summary>43 characters <c>[A-Za-z0-9_-]</c> for ids that come from outside. Different lists of parts never meet: ("ab","c") is not ("a","bc").</summary>
    public static string Hash(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(number, part.Length);
            hash.AppendData(number);
            hash.AppendData(MemoryMarshal.AsBytes(part.AsSpan()));
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return Base64Url.EncodeToString(digest);
    }

    /// <summary>An instant as 19 digits, so that ordinal order is order in time, whatever the offset.</summary>
    public static string Ticks(DateTimeOffset instant) => instant.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The end (excluded) of all keys that begin with <paramref name="prefix"/>; of every key there is when it is empty.</summary>
    public static string EndOf(string prefix) => prefix + "~"; // greater than any character of a key

    /// <summary>The start (included) of all keys greater than <paramref name="key"/>: where the next page begins.</summary>
    public static string After(string key) => key + "!"; // less than any character of a key
}
