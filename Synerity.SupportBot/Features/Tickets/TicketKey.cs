using System.Globalization;
using System.Text.RegularExpressions;
using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The customer's short key and a number from 1, as in <c>ACME-42</c>: spoken on the phone, unique, never used again.</summary>
public readonly partial record struct TicketKey(CustomerKey Customer, long Number)
{
    /// <summary>The partition of the ticket and all that belongs to it.</summary>
    public string Partition => CustomerStore.Partition(Customer);

    /// <summary>In any case, with or without spaces around the dash: people type it on phones.</summary>
    public static bool TryParse(string? text, out TicketKey key)
    {
        key = default;
        if (text is null || Pattern().Match(text.Trim()) is not { Success: true } match) return false;
        if (!CustomerKey.TryParse(match.Groups[1].Value.ToUpperInvariant(), out var customer)) return false;
        if (!long.TryParse(match.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0) return false;
        key = new(customer, number);
        return true;
    }

    /// <exception cref="FormatException">Not a ticket key.</exception>
    public static TicketKey Parse(string text) => TryParse(text, out var key) ? key : throw new FormatException($"\"{text}\" is not a ticket key.");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Customer}-{Number}");

    [GeneratedRegex("^([A-Za-z][A-Za-z0-9]{1,7}) ?[-–] ?([0-9]{1,9})$")]
    private static partial Regex Pattern();
}
