using CsCheck;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Storage;

public sealed class RowKeyTests
{
    private static readonly Gen<string> Keys = Gen.String[Gen.Char["ABCabc019|._-"], 1, 6];

    [Fact]
    public void Different_parts_have_different_hashes_and_every_hash_is_a_key()
    {
        string[] hashes = [RowKey.Hash("ab", "c"), RowKey.Hash("a", "bc"), RowKey.Hash("abc"), RowKey.Hash("abc", ""), RowKey.Hash(), RowKey.Hash("å/#?'\ud83d")];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.All(hashes, hash => Assert.Matches("^[A-Za-z0-9_-]{43}$", hash));
        Assert.Equal(RowKey.Hash("ab", "c"), hashes[0]);
    }

    /// <summary>Stored keys outlive releases: the hash of the same parts may never change.</summary>
    [Fact]
    public void The_hash_is_the_one_it_always_was()
    {
        Assert.Equal("bJ3c2A8C6LsnBVBQKs63CLcFod_VzN4ZDzebz690O6Q", RowKey.Hash("a:1_conversation", "message", "1700000000000"));
    }

    [Fact]
    public void Ticks_sort_as_time_does_whatever_the_offset()
    {
        Gen.DateTimeOffset.Select(Gen.DateTimeOffset).Sample((one, other) =>
        {
            Assert.Equal(19, RowKey.Ticks(one).Length);
            Assert.Equal(Math.Sign(one.CompareTo(other)), Math.Sign(string.CompareOrdinal(RowKey.Ticks(one), RowKey.Ticks(other))));
        });
    }

    [Fact]
    public void The_end_of_a_prefix_encloses_the_keys_that_begin_with_it_and_no_other()
    {
        Keys.Select(Keys).Sample((prefix, key) => Assert.Equal(
            key.StartsWith(prefix, StringComparison.Ordinal),
            string.CompareOrdinal(prefix, key) <= 0 && string.CompareOrdinal(key, RowKey.EndOf(prefix)) < 0));
    }

    [Fact]
    public void After_a_key_begin_exactly_the_greater_ones()
    {
        Keys.Select(Keys).Sample((key, other) => Assert.Equal(
            string.CompareOrdinal(other, key) > 0,
            string.CompareOrdinal(other, RowKey.After(key)) >= 0));
    }
}
