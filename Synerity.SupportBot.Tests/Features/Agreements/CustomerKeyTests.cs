using System.Text.RegularExpressions;
using CsCheck;
using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed partial class CustomerKeyTests
{
    [Theory]
    [InlineData("ACME", true)]
    [InlineData("FJM", true)]
    [InlineData("A1", true)]
    [InlineData("ABCDEFG8", true)]
    [InlineData("A", false)]
    [InlineData("ABCDEFGH9", false)]
    [InlineData("1AB", false)]
    [InlineData("acme", false)]
    [InlineData("ÅKE", false)]
    [InlineData("AC-ME", false)]
    [InlineData("ACME\n", false)]
    [InlineData("AC٣", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_key_is_two_to_eight_capitals_and_digits_that_begin_with_a_letter(string? text, bool valid) =>
        Assert.Equal(valid, CustomerKey.TryParse(text, out _));

    [Fact]
    public void What_parses_is_exactly_the_pattern_and_reads_back_the_same() =>
        Gen.OneOf(Gen.String[Gen.Char["AZ09az-|Å"], 0, 10], Gen.String[Gen.Char['A', 'Z'], 1, 9]).Sample(text =>
        {
            var parsed = CustomerKey.TryParse(text, out var key);

            return parsed == Pattern().IsMatch(text) && (!parsed || key.Value == text && key.ToString() == text && key == CustomerKey.Parse(text));
        });

    [Fact]
    public void The_default_key_names_nobody() => Assert.Throws<InvalidOperationException>(() => default(CustomerKey).Value);

    [GeneratedRegex(@"\A[A-Z][A-Z0-9]{1,7}\z")]
    private static partial Regex Pattern();
}
