using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace Synerity.SupportBot.Storage;

/// <summary>The index of this folder.</summary>
public static class StorageFeature
{
    /// <param name="besideTheBot">For a command that opens a SQLite file which a running bot may hold; see <see cref="SqliteRows"/>.</param>
    public static IServiceCollection AddStorage(this IServiceCollection services, bool besideTheBot = false)
    {
        services.AddOptions<StorageOptions>().BindConfiguration("Storage").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsRules>();
        services.AddSingleton(provider => Open(provider.GetRequiredService<IOptions<StorageOptions>>().Value, besideTheBot));
        services.AddSingleton(provider => provider.GetRequiredService<IRows>() is IRowSearch own ? own : new PostedSearch(provider.GetRequiredService<IRows>()));
        services.AddHostedService<FirstRead>();
        return services;
    }

    /// <remarks>Waits between tries are the machine's time, whatever the domain's clock says.</remarks>
    private static IRows Open(StorageOptions options, bool besideTheBot) =>
        options.Provider == StorageProvider.Sqlite ? new SqliteRows(options.Path, besideTheBot) : new AzureTableRows(TableOf(options), TimeProvider.System);

    private static Func<TableClientOptions, TableClient> TableOf(StorageOptions options)
    {
        var table = options.TablePrefix + "rows";
        if (options.Endpoint is not { } endpoint)
        {
            return settings => new TableClient(options.ConnectionString, table, settings);
        }

        TokenCredential credential = new DefaultAzureCredential();
        return settings => new TableClient(endpoint, table, credential, settings);
    }

    /// <summary>A store that cannot be opened stops the host before it takes any traffic; in Azure this also makes the table.</summary>
    private sealed class FirstRead(IRows rows) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => rows.ReadAsync("start", "start", cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
