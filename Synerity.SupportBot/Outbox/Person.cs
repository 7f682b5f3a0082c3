using System.Text.Json.Serialization;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Outbox;

/// <summary>How every row outside <c>people</c> names a person: a tenant and a random id. Erasing the person's row makes it mean nobody.</summary>
public sealed record PersonRef(string TenantId, string Id);

/// <summary>Somebody who has been seen in an authenticated activity, and where they are reached.</summary>
/// <param name="ObjectId">Entra object id; with the tenant it is the identity that rights follow from.</param>
/// <param name="Name">Display name as last seen; never identity.</param>
/// <param name="Chosen">The language the person asked for; null follows the client's locale.</param>
/// <param name="ServiceUrl">Where the connector answers for this person, as last seen.</param>
/// <param name="Member">The <c>29:</c> id, as this bot sees the person.</param>
/// <param name="ChatId">The personal conversation; null until one is known.</param>
/// <param name="Blocked">Why the person cannot be reached; null when they can. Heals at the next sign of life.</param>
/// <param name="Customer">The customer the person chose where the tenant holds several.</param>
/// <param name="Asked">What they wrote before it was known which customer they belong to; answered once they have chosen.</param>
/// <param name="Email">Lower-case, as the connector told it; null when it did not. Never a right by itself.</param>
/// <param name="IsGuest">A guest in the tenant, as the connector told it.</param>
/// <param name="Muted">The kinds of notices the person does not want, separated by spaces.</param>
/// <param name="LookedUpAt">When the connector was last asked; null: never.</param>
public sealed record Person(
    PersonRef Ref,
    string ObjectId,
    string Name,
    Tongue? Chosen = null,
    string? Locale = null,
    string? Zone = null,
    string? ServiceUrl = null,
    string? Member = null,
    string? ChatId = null,
    string? Blocked = null,
    string? Customer = null,
    DateTimeOffset? WelcomedAt = null,
    string? AppVersion = null,
    DateTimeOffset SeenAt = default,
    string? Asked = null,
    string? Email = null,
    bool IsGuest = false,
    DateTimeOffset? LookedUpAt = null,
    string? Muted = null)
{
    private static readonly TimeZoneInfo Stockholm = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>The first name, for a greeting.</summary>
    [JsonIgnore]
    public string FirstName => Name.Split(' ', 2)[0];

    /// <summary>The personal chat; null until one is known.</summary>
    [JsonIgnore]
    public ConversationReference? Chat => ServiceUrl is { } url && ChatId is { } chat ? new(url, Ref.TenantId, chat, "personal", Member) : null;

    public bool Mutes(string kind) => Muted?.Split(' ').Contains(kind) == true;

    [JsonIgnore]
    public Reader Reader => new(
        Chosen ?? (Locale is { } locale && !locale.StartsWith("sv", StringComparison.OrdinalIgnoreCase) ? Tongue.English : Tongue.Swedish),
        Zone is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : Stockholm);
}
