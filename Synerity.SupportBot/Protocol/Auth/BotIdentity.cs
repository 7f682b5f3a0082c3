using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace Synerity.SupportBot.Protocol.Auth;

/// <summary>
/// Makes the credential that <see cref="BotOptions.Credential"/> names; <paramref name="Create"/> is null for <see cref="BotCredential.None"/>.
/// One registered before <see cref="ProtocolFeature.AddProtocol"/> is used instead.
/// </summary>
public sealed record BotIdentity(Func<TokenCredential>? Create)
{
    private const string Exchange = "api://AzureADTokenExchange/.default";

    /// <param name="transport">How requests for a client secret's token travel; null: as Azure.Identity does by itself.</param>
    internal static BotIdentity Of(BotOptions bot, HttpPipelineTransport? transport = null) => new(bot.Credential switch
    {
        BotCredential.None => null,
        BotCredential.ManagedIdentity => () => new ManagedIdentityCredential(
            ManagedIdentityId.FromUserAssignedClientId(string.IsNullOrEmpty(bot.ManagedIdentityClientId) ? bot.AppId : bot.ManagedIdentityClientId)),
        BotCredential.FederatedIdentity => () => Federated(bot),
        BotCredential.ClientSecret => () => Secret(bot, transport),
        _ => throw new ArgumentOutOfRangeException(nameof(bot), bot.Credential, "Bot:Credential is not one of the known."),
    });

    /// <summary>The connector's audience in the cloud that <see cref="BotOptions.Issuer"/> belongs to.</summary>
    internal static string Scope(BotOptions bot) => bot.Issuer switch
    {
        "https://api.botframework.us" => "https://api.botframework.us/.default",
        "https://api.botframework.azure.cn" => "https://api.botframework.azure.cn/.default",
        _ => "https://api.botframework.com/.default",
    };

    private static Uri Authority(BotOptions bot) => bot.Issuer switch
    {
        "https://api.botframework.us" => AzureAuthorityHosts.AzureGovernment,
        "https://api.botframework.azure.cn" => AzureAuthorityHosts.AzureChina,
        _ => AzureAuthorityHosts.AzurePublicCloud,
    };

    private static ClientSecretCredential Secret(BotOptions bot, HttpPipelineTransport? transport)
    {
        var options = new ClientSecretCredentialOptions { AuthorityHost = Authority(bot) };
        if (transport is not null)
        {
            options.Transport = transport;
        }

        return new ClientSecretCredential(bot.TenantId, bot.AppId, bot.ClientSecret, options);
    }

    private static ClientAssertionCredential Federated(BotOptions bot)
    {
        var identity = new ManagedIdentityCredential(string.IsNullOrEmpty(bot.ManagedIdentityClientId)
            ? ManagedIdentityId.SystemAssigned
            : ManagedIdentityId.FromUserAssignedClientId(bot.ManagedIdentityClientId));
        return new ClientAssertionCredential(
            bot.TenantId,
            bot.AppId,
            async cancellation => (await identity.GetTokenAsync(new TokenRequestContext([Exchange]), cancellation)).Token,
            new ClientAssertionCredentialOptions { AuthorityHost = Authority(bot) });
    }
}
