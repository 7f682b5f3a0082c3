using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Protocol.Auth;

namespace Synerity.SupportBot.Protocol;

/// <summary>The wire: activities in, calls out. Needs an <see cref="IActivityHandler"/> from the layer above.</summary>
public static class ProtocolFeature
{
    /// <summary>Health checks with this tag gate readiness.</summary>
    public const string ReadyTag = "ready";

    /// <summary>
    /// Reads section <c>Bot</c>, and the host does not start unless it is right. What lives on the machine's clock (tokens, keys, time-outs of
    /// calls) is given <see cref="TimeProvider.System"/>: the clock registered for the domain may travel.
    /// </summary>
    public static IServiceCollection AddProtocol(this IServiceCollection services)
    {
        services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section).PostConfigure(UseTeams).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsRules>();
        services.AddSingleton(provider => new ServiceUrls(Bot(provider).AllowedServiceUrls));
        services.AddInbound();
        services.AddOutbound();
        return services;
    }

    /// <summary><c>POST /api/messages</c>; other verbs are answered 405.</summary>
    public static IEndpointConventionBuilder MapMessages(this IEndpointRouteBuilder routes) =>
        routes.MapPost(MessagesEndpoint.Path, http => http.RequestServices.GetRequiredService<MessagesEndpoint>().HandleAsync(http)).AllowAnonymous();

    private static void AddInbound(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SigningKeys(
            new KeyDocument(new HttpMessageInvoker(ConnectorTransport.Sockets(Bot(provider))), new Uri(Bot(provider).OpenIdMetadata)),
            TimeProvider.System,
            provider.GetRequiredService<ILogger<SigningKeys>>()));
        services.AddSingleton<InboundTokens>();
        services.AddSingleton<MessagesEndpoint>();
        services.AddHostedService<KeyRefresh>();
        services.AddHealthChecks().AddCheck<InboundKeysReady>("inbound-keys", tags: [ReadyTag]);
    }

    private static void AddOutbound(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => BotIdentity.Of(Bot(provider)));
        services.AddSingleton(provider => new OutboundTokens(
            provider.GetRequiredService<BotIdentity>().Create,
            BotIdentity.Scope(Bot(provider)),
            TimeProvider.System,
            provider.GetRequiredService<ILogger<OutboundTokens>>()));
        services.AddSingleton(provider => new ConnectorTransport(
            provider.GetRequiredService<OutboundTokens>(),
            provider.GetRequiredService<ServiceUrls>(),
            provider.GetRequiredService<IOptions<BotOptions>>(),
            TimeProvider.System));
        services.AddSingleton(provider => new ConnectorClient(
            provider.GetRequiredService<ConnectorTransport>(), provider.GetRequiredService<IOptions<BotOptions>>()));
    }

    private static BotOptions Bot(IServiceProvider provider) => provider.GetRequiredService<IOptions<BotOptions>>().Value;

    /// <summary>Not a default of the list itself: configured entries would be added to it instead of taking its place.</summary>
    private static void UseTeams(BotOptions bot)
    {
        if (bot.AllowedServiceUrls.Count == 0)
        {
            foreach (var url in BotOptions.TeamsServiceUrls)
            {
                bot.AllowedServiceUrls.Add(url);
            }
        }
    }
}
