using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Cli;

/// <summary>The store of the configured bot, opened beside a bot that may be running. Lives as long as the command.</summary>
internal static class Opened
{
    private static readonly Lazy<IServiceProvider> Services = new(() =>
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddStorage(besideTheBot: true);
        builder.Services.AddSingleton<CalendarCheck>(CalendarJson.Problem);
        builder.Services.AddSingleton<CustomerStore>();
        builder.Services.AddSingleton<ImportCustomers>();
        return builder.Build().Services;
    });

    /// <summary>The settings alone, without opening the store.</summary>
    public static IConfiguration Settings => WebApplication.CreateBuilder().Configuration;

    public static T Get<T>()
        where T : notnull =>
        Services.Value.GetRequiredService<T>();
}
