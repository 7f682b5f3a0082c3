using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Synerity.SupportBot.Simulator;

/// <summary>The local try-out: sample people, a connector, a token issuer and a page that looks like Teams.</summary>
public static class SimulatorFeature
{
    /// <summary>Does nothing unless <c>Simulator:Enabled</c>. Call it after every other registration: it puts its clock in place of the app's.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development.</exception>
    public static WebApplicationBuilder AddSimulator(this WebApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(SimulatorOptions.Section).Get<SimulatorOptions>() ?? new SimulatorOptions();
        if (!options.Enabled) return builder;
        if (!builder.Environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                $"Simulator:Enabled lets anybody be anyone and is only for Development, but the environment is {builder.Environment.EnvironmentName}. "
                + "Set Simulator:Enabled to false.");
        }

        FollowUrls(builder.Configuration);
        builder.Services
            .AddSingleton(options)
            .AddSingleton(new TravellingClock(TimeProvider.System))
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(services => services.GetRequiredService<TravellingClock>()))
            .AddSingleton<ListeningAddress>()
            .AddSingleton<Roster>()
            .AddSingleton<TokenIssuer>()
            .AddSingleton<Installations>()
            .AddSingleton<Feed>()
            .AddSingleton<Chats>()
            .AddSingleton<Activities>()
            .AddSingleton<Deliveries>()
            .AddSingleton<TeamsClient>()
            .AddSingleton<ExtensionClient>()
            .AddSingleton<Connector>()
            .AddHostedService<LoopbackGate>();
        return builder;
    }

    /// <summary>Whoever moves the host by <c>--urls</c> moves the issuer and the connector with it, for both are in the same process.</summary>
    private static void FollowUrls(ConfigurationManager settings)
    {
        if (!Uri.TryCreate(settings["Bot:OpenIdMetadata"], UriKind.Absolute, out var issuer) || !issuer.IsLoopback || !issuer.AbsolutePath.StartsWith("/sim/", StringComparison.Ordinal)) return;
        var first = (settings["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => Uri.TryCreate(url, UriKind.Absolute, out var address) ? address : null)
            .FirstOrDefault(address => address is { Scheme: "http", Port: > 0 });
        if (first is null) return;
        settings["Bot:OpenIdMetadata"] = $"http://localhost:{first.Port}{issuer.AbsolutePath}";
        settings["Bot:AllowedServiceUrls:0"] = $"http://localhost:{first.Port}";
    }

    /// <summary>The routes under <c>/sim</c> and the page under <c>/</c>; nothing when the simulator is off.</summary>
    public static WebApplication MapSimulator(this WebApplication app)
    {
        if (app.Services.GetService<TravellingClock>() is null) return app;
        var local = app.MapGroup("").AddEndpointFilter<LocalRequestsOnly>().AllowAnonymous();
        local.MapConnector();
        local.MapTokenIssuer();
        local.MapPageApi();
        local.MapPage();
        return app;
    }
}
