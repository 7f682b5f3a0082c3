using System.ComponentModel.DataAnnotations;

namespace Synerity.SupportBot.Protocol;

/// <summary>How the bot proves to the connector who it is.</summary>
public enum BotCredential
{
    /// <summary>The bot is a user-assigned managed identity.</summary>
    ManagedIdentity,

    /// <summary>The bot is an Entra app that trusts a managed identity.</summary>
    FederatedIdentity,

    /// <summary>The bot is an Entra app with a secret.</summary>
    ClientSecret,

    /// <summary>No token at all: a connector on this machine.</summary>
    None,
}

/// <summary>Who the bot is towards Teams (section <c>Bot</c>).</summary>
public sealed class BotOptions
{
    public const string Section = "Bot";

    /// <summary>Teams' hosts: public and GCC, GCC High, DoD. Exact hosts, because anybody can register a name beside the first.</summary>
    public static readonly IReadOnlyList<string> TeamsServiceUrls =
    [
        "https://smba.trafficmanager.net",
        "https://smba.infra.gcc.teams.microsoft.com",
        "https://smba.infra.gov.teams.microsoft.us",
        "https://smba.infra.dod.teams.microsoft.us",
    ];

    /// <summary>The app id (GUID) of the bot's Entra app or managed identity. Audience of every token from Teams.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant (GUID) of the app registration, not of those who talk to the bot.</summary>
    public string TenantId { get; set; } = "";

    public BotCredential Credential { get; set; } = BotCredential.ManagedIdentity;

    public string? ClientSecret { get; set; }

    /// <summary>
    /// The identity to use. Absent: <see cref="AppId"/> for <see cref="BotCredential.ManagedIdentity"/>, the system-assigned one for
    /// <see cref="BotCredential.FederatedIdentity"/>.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Where the keys of incoming tokens are announced. https, or http on loopback.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The only accepted issuer, compared ordinally.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Origins the bot may be called from and may call. Empty means <see cref="TeamsServiceUrls"/>. https, or http on loopback.</summary>
    public IList<string> AllowedServiceUrls { get; } = [];

    /// <summary>Authenticated activities handled at the same time; more are answered 503.</summary>
    [Range(1, 10_000, ErrorMessage = "Bot:MaxConcurrentTurns must be between 1 and 10000.")]
    public int MaxConcurrentTurns { get; set; } = 512;

    /// <summary>Whether calls go out through the proxy of the machine.</summary>
    public bool UseProxy { get; set; }

    /// <summary>The bot as Teams names it.</summary>
    internal string BotId => $"28:{AppId}";
}
