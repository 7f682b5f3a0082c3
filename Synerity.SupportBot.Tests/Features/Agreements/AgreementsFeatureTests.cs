using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Agreements;

public sealed class AgreementsFeatureTests : IDisposable
{
    private const string Person = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string Nordhem = """[{"key":"NORD","name":"Nordhem AB","tier":"SILVER","tenantIds":["11111111-1111-4111-8111-111111111111"]}]""";

    private readonly MemoryRows _rows = new();
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Start_takes_staff_and_customers_into_an_empty_store()
    {
        await File.WriteAllTextAsync(_file, Nordhem);

        await StartAsync();

        Assert.True((await new StaffStore(_rows).ReadAsync(Guid.Parse(Person), default))!.May(StaffRoles.Administrator));
        Assert.NotNull(await new CustomerStore(_rows).ReadAsync(CustomerKey.Parse("NORD"), default));
    }

    [Fact]
    public async Task A_store_with_customers_does_not_read_the_file()
    {
        await File.WriteAllTextAsync(_file, Nordhem);
        await StartAsync();
        await File.WriteAllTextAsync(_file, Nordhem.Replace("NORD", "ACME", StringComparison.Ordinal));

        await StartAsync();

        Assert.Null(await new CustomerStore(_rows).ReadAsync(CustomerKey.Parse("ACME"), default));
    }

    [Fact]
    public async Task An_import_that_was_cut_off_is_finished_at_the_next_start()
    {
        await File.WriteAllTextAsync(_file, Nordhem.TrimEnd(']') + "," + Nordhem.Replace("NORD", "ACME", StringComparison.Ordinal).TrimStart('['));
        _rows.BeforeCommit = partition =>
        {
            if (partition == "c|ACME") throw new IOException("The store went away.");
        };
        await Assert.ThrowsAsync<IOException>(StartAsync);
        _rows.BeforeCommit = null;

        await StartAsync();

        Assert.Equal(2, (await new CustomerStore(_rows).PageAsync(null, default)).Count);
        Assert.Null(await _rows.ReadAsync("directory", "first-import", default));
    }

    [Fact]
    public async Task A_file_with_errors_stops_the_start_with_all_of_them()
    {
        await File.WriteAllTextAsync(_file, Nordhem.Replace("SILVER", "GOLD", StringComparison.Ordinal).Replace("NORD", "nord", StringComparison.Ordinal));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(StartAsync);

        Assert.Contains("Customers:ImportPath", fault.Message, StringComparison.Ordinal);
        Assert.Contains("[0].key: \"nord\" is not a customer key", fault.Message, StringComparison.Ordinal);
        Assert.Contains("[0].tier: \"GOLD\" is not a tier; use FREE, SILVER or GULD", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await new CustomerStore(_rows).PageAsync(null, default));
    }

    [Fact]
    public async Task A_missing_file_stops_the_start_and_names_the_setting()
    {
        File.Delete(_file);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(StartAsync);

        Assert.Contains("Customers:ImportPath names " + _file, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_settings_that_are_wrong_are_told_together_with_key_and_remedy()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() =>
            StartAsync(new() { ["Staff:TenantId"] = "contoso", ["Staff:Technicians:0"] = "kalle" }));

        Assert.Equal(
        [
            "Staff:TenantId is \"contoso\", which is not a GUID; set it to the provider's Microsoft Entra tenant id.",
            "Staff:Technicians:0 is \"kalle\", which is not a GUID; set it to the person's Entra object id.",
            "Staff:Administrators is empty; set Staff:Administrators:0 to the Entra object id of somebody who will administer the bot.",
        ], fault.Failures);
    }

    [Fact]
    public async Task More_staff_than_one_batch_holds_is_refused_at_start()
    {
        var settings = Settings();
        for (var index = 0; index < 99; index++) settings[$"Staff:Technicians:{index}"] = Guid.NewGuid().ToString();

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(settings));
        settings.Remove("Staff:Technicians:98");
        settings.Remove("Customers:ImportPath");
        await StartAsync(settings);

        Assert.Contains("more than 99 people", Assert.Single(fault.Failures), StringComparison.Ordinal);
        Assert.Equal(99, (await new StaffStore(_rows).AllAsync(default)).Count);
    }

    private Dictionary<string, string?> Settings() => new()
    {
        ["Staff:TenantId"] = "11111111-1111-4111-8111-111111111112",
        ["Staff:Administrators:0"] = Person,
        ["Customers:ImportPath"] = _file,
    };

    private Task StartAsync() => StartAsync(Settings());

    private async Task StartAsync(Dictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddSingleton<IRows>(_rows);
        builder.Services.AddAgreements();
        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
    }
}
