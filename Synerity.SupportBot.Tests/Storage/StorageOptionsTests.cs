using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Storage;

[Collection(nameof(Azurite))]
public sealed class StorageOptionsTests(Azurite azurite) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supportbot-");

    private string File => Path.Combine(_folder.FullName, "bot.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Storage:Path", "Provider=Sqlite", "Path= ")]
    [InlineData("Storage:Endpoint", "Provider=AzureTables")]
    [InlineData("both set", "Provider=AzureTables", "Endpoint=https://account.table.core.windows.net", "ConnectionString=UseDevelopmentStorage=true")]
    [InlineData("https address", "Provider=AzureTables", "Endpoint=http://account.table.core.windows.net")]
    [InlineData("https address", "Provider=AzureTables", "Endpoint=account")]
    [InlineData("Storage:ConnectionString", "Provider=AzureTables", "ConnectionString=account")]
    [InlineData("Storage:ConnectionString", "Provider=AzureTables", "ConnectionString=AccountName=account")]
    [InlineData("Storage:TablePrefix", "Path=bot.db", "TablePrefix=support-bot")]
    [InlineData("Storage:Provider", "Provider=7")]
    public async Task A_setting_that_is_missing_or_wrong_stops_the_host_and_is_named(string named, params string[] settings)
    {
        using var host = Hosting(settings);

        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sqlite_is_opened_by_the_start_of_the_host_and_let_go_at_its_end()
    {
        using (var host = Hosting($"Path={File}"))
        {
            await host.StartAsync();

            Assert.IsType<SqliteRows>(host.Services.GetRequiredService<IRows>());
            using var second = Hosting($"Path={File}");
            Assert.Contains("Storage:Path", (await Assert.ThrowsAsync<InvalidOperationException>(() => second.StartAsync())).Message, StringComparison.Ordinal);
            using var command = new ServiceCollection().AddSingleton(Configuration($"Path={File}")).AddStorage(besideTheBot: true).BuildServiceProvider();
            Assert.False(command.GetRequiredService<IRows>().SingleProcess);
        }

        using var next = Hosting($"Path={File}");
        await next.StartAsync();
    }

    [Fact]
    public async Task The_table_is_made_at_the_start_of_the_host_and_named_by_its_prefix()
    {
        var prefix = $"p{Guid.NewGuid():N}";
        using var host = Hosting("Provider=AzureTables", $"ConnectionString={azurite.ConnectionString}", $"TablePrefix={prefix}");

        await host.StartAsync();

        Assert.IsType<AzureTableRows>(host.Services.GetRequiredService<IRows>());
        Assert.Equal($"{prefix}rows", Assert.Single(new Azure.Data.Tables.TableServiceClient(azurite.ConnectionString).Query(table => table.Name == $"{prefix}rows")).Name);
    }

    [Fact]
    public void An_endpoint_is_opened_with_the_hosts_identity()
    {
        using var services = new ServiceCollection()
            .AddSingleton(Configuration("Provider=AzureTables", "Endpoint=https://account.table.core.windows.net"))
            .AddStorage()
            .BuildServiceProvider();

        Assert.IsType<AzureTableRows>(services.GetRequiredService<IRows>());
    }

    private static IHost Hosting(params string[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddConfiguration(Configuration(settings));
        builder.Services.AddStorage();
        return builder.Build();
    }

    private static IConfiguration Configuration(params string[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create($"Storage:{pair[0]}", (string?)pair[1])))
        .Build();
}
