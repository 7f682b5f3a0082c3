namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Somebody who speaks for a customer: sees all its tickets, reports and prices, gives consent, escalates.</summary>
public abstract record Contact
{
    private Contact()
    {
    }

    /// <summary>Lower-case; mail goes there while Teams cannot reach the person. May be missing once the person is known.</summary>
    public abstract string? Email { get; }

    /// <summary>A person by Entra identity: the only kind that has a contact's rights.</summary>
    public sealed record Known(Guid TenantId, Guid ObjectId, string? ConfirmedEmail = null) : Contact
    {
        public override string? Email => ConfirmedEmail;
    }

    /// <summary>Named by e-mail; has no rights until staff or a contact confirms who it is.</summary>
    public sealed record Awaited(string Address) : Contact
    {
        public override string Email => Address;
    }
}
