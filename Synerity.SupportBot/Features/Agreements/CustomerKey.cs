using System.Diagnostics.CodeAnalysis;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// The short name of a customer that begins its ticket keys, as in <c>ACME-42</c>: 2–8 upper-case letters A–Z and digits, first a letter.
/// Never changes and never passes to another customer. The default value names nobody and throws when read.
/// </summary>
public readonly record struct CustomerKey
{
    public const int MinLength = 2;
    public const int MaxLength = 8;

    private readonly string? _value;

    private CustomerKey(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("The default customer key names nobody.");

    /// <summary>Exact: what people type is upper-cased by whoever reads it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CustomerKey key)
    {
        var valid = text is { Length: >= MinLength and <= MaxLength }
            && char.IsAsciiLetterUpper(text[0])
            && text.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign));
        key = valid ? new CustomerKey(text!) : default;
        return valid;
    }

    /// <exception cref="FormatException">Not a customer key.</exception>
    public static CustomerKey Parse(string text) =>
        TryParse(text, out var key) ? key : throw new FormatException($"\"{text}\" is not a customer key.");

    public override string ToString() => _value ?? "";
}
