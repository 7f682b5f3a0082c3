using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>Finds the customer and the person that a member of staff names.</summary>
public sealed class WhoseTicket(CustomerStore customers, Colleagues colleagues)
{
    /// <summary>The customer, or what is wrong with what was typed.</summary>
    internal async Task<(Customer? Customer, Text? Error)> CustomerAsync(string typed, CancellationToken cancellation)
    {
        if (typed.Length is 0 or > CustomerForm.MaxName) return (null, ComposeTexts.CustomerMissing);
        if (CustomerKey.TryParse(typed.ToUpperInvariant(), out var key) && await customers.ReadAsync(key, cancellation) is { } keyed) return (keyed, null);
        return await customers.NamedAsync(typed, 2, cancellation) switch
        {
            [var only] => (only, null),
            [] => (null, ComposeTexts.NoSuchCustomer),
            _ => (null, ComposeTexts.SeveralCustomers),
        };
    }

    /// <summary>Somebody of the customer whom the bot has met, or what is wrong with what was typed.</summary>
    internal async Task<(Person? Person, Text? Error)> PersonAsync(CustomerKey customer, string typed, CancellationToken cancellation)
    {
        if (typed.Length is 0 or > CustomerForm.MaxName) return (null, ComposeTexts.PersonMissing);
        if (typed.Contains('@', StringComparison.Ordinal))
        {
            return await colleagues.WithAddressAsync(customer, typed.ToLowerInvariant(), cancellation) is { } person ? (person, null) : (null, ComposeTexts.NoSuchPerson);
        }

        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var known = (await colleagues.KnownAsync(customer, cancellation)).Where(person => words.All(word =>
            person.Name.Split(' ').Any(name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)))).Take(2).ToList();
        return known switch
        {
            [var only] => (only, null),
            [] => (null, ComposeTexts.NoSuchPerson),
            _ => (null, ComposeTexts.SeveralPeople),
        };
    }
}
