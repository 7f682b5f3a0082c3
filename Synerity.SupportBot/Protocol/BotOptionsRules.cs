using Microsoft.Extensions.Options;
using Synerity.SupportBot.Protocol.Auth;

namespace Synerity.SupportBot.Protocol;

/// <summary>What the settings of the bot must fulfil together. Every breach is told at once, with its key and the remedy.</summary>
internal sealed class BotOptionsRules : IValidateOptions<BotOptions>
{
    public ValidateOptionsResult Validate(string? name, BotOptions options)
    {
        var breaches = Identity(options).Concat(Credential(options)).Concat(Addresses(options)).ToList();
        return breaches.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(breaches);
    }

    private static IEnumerable<string> Identity(BotOptions options)
    {
        if (!IsGuid(options.AppId))
        {
            yield return "Bot:AppId must be the app id (a GUID) of the bot's registration in Azure: without it no token can be checked.";
        }

        if (options.TenantId.Length > 0 && !IsGuid(options.TenantId))
        {
            yield return "Bot:TenantId must be the tenant id (a GUID) of the bot's app registration.";
        }

        if (string.IsNullOrWhiteSpace(options.Issuer))
        {
            yield return "Bot:Issuer is empty: remove the setting to accept tokens of https://api.botframework.com.";
        }
    }

    private static IEnumerable<string> Credential(BotOptions options)
    {
        if (options.Credential is BotCredential.ClientSecret or BotCredential.FederatedIdentity && options.TenantId.Length == 0)
        {
            yield return $"Bot:TenantId is needed when Bot:Credential is {options.Credential}: the tenant id of the bot's app registration.";
        }

        if (options.Credential == BotCredential.ClientSecret && string.IsNullOrWhiteSpace(options.ClientSecret))
        {
            yield return "Bot:ClientSecret is needed when Bot:Credential is ClientSecret: set it from the key vault, or choose FederatedIdentity.";
        }

        if (!string.IsNullOrEmpty(options.ManagedIdentityClientId) && !IsGuid(options.ManagedIdentityClientId))
        {
            yield return "Bot:ManagedIdentityClientId must be the client id (a GUID) of the managed identity.";
        }

        if (options.Credential == BotCredential.None && !options.AllowedServiceUrls.All(IsLoopback))
        {
            yield return "Bot:Credential may be None only when every Bot:AllowedServiceUrls is on this machine: choose ManagedIdentity, FederatedIdentity or ClientSecret.";
        }
    }

    private static IEnumerable<string> Addresses(BotOptions options)
    {
        if (!Uri.TryCreate(options.OpenIdMetadata, UriKind.Absolute, out var metadata) || !KeyDocument.IsTrustworthy(metadata))
        {
            yield return "Bot:OpenIdMetadata must be an https address (http only on this machine): whoever can change it can sign tokens.";
        }

        foreach (var origin in options.AllowedServiceUrls.Where(origin => !ServiceUrls.IsOrigin(origin)))
        {
            yield return $"Bot:AllowedServiceUrls has '{origin}': write an origin such as https://smba.trafficmanager.net, without path (http and ports only on this machine).";
        }
    }

    private static bool IsGuid(string text) => Guid.TryParseExact(text, "D", out _);

    private static bool IsLoopback(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.IsLoopback;
}
