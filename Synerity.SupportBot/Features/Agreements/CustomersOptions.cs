namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Section <c>Customers</c>.</summary>
public sealed class CustomersOptions
{
    /// <summary>JSON file that is read at start while the store has no customers; none: customers are added by command or in Teams.</summary>
    public string? ImportPath { get; set; }
}
