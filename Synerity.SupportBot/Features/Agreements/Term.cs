namespace Synerity.SupportBot.Features.Agreements;

/// <summary>What an agreement says about one entitlement.</summary>
public abstract record Term
{
    private Term()
    {
    }

    /// <summary>Anything but <see cref="NotIncluded"/>.</summary>
    public bool IsIncluded => this is not NotIncluded;

    public sealed record NotIncluded : Term;

    public sealed record Included : Term;

    /// <summary>A higher discount than the plain one; how high is not stated by Synerity.</summary>
    public sealed record IncludedHigher : Term;

    /// <summary>Only when the customer asks for it.</summary>
    public sealed record OnRequest : Term;

    /// <summary>By Synerity's own initiative.</summary>
    public sealed record Proactive : Term;

    /// <param name="Within">Counted in opening hours only; more than zero.</param>
    public sealed record Response(TimeSpan Within) : Term;

    /// <param name="Kronor">SEK, whole, zero or more.</param>
    /// <param name="Asterisk">The sheet's asterisk: always shown with <see cref="AgreementTexts.AsteriskNote"/>.</param>
    public sealed record PricePerMonth(int Kronor, bool Asterisk = false) : Term;
}
