using System.CommandLine;
using System.Text.Json;
using Synerity.SupportBot.Cli;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Cli;

public sealed class CustomersCommandTests : IDisposable
{
    private const string Nordhem = """[{"key":"NORD","name":"Nordhem Ö AB","tier":"SILVER","tenantIds":["11111111-1111-4111-8111-111111111111"],"from":"2026-01-01"}]""";

    private readonly CustomerStore _store = new(new MemoryRows());
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Import_answers_0_and_says_what_it_did()
    {
        await File.WriteAllTextAsync(_file, Nordhem);

        var first = await RunAsync("import", _file);
        var second = await RunAsync("import", _file);

        Assert.Equal((0, "1 created, 0 updated, 0 unchanged.\n"), (first.Exit, first.Words));
        Assert.Equal("NORD", first.Json.GetProperty("created")[0].GetString());
        Assert.Equal((0, "NORD"), (second.Exit, second.Json.GetProperty("unchanged")[0].GetString()));
    }

    [Fact]
    public async Task Import_answers_1_and_names_every_error()
    {
        await File.WriteAllTextAsync(_file, Nordhem.Replace("SILVER", "GOLD", StringComparison.Ordinal));

        var (exit, json, words) = await RunAsync("import", _file);

        Assert.Equal((1, "[0].tier: \"GOLD\" is not a tier; use FREE, SILVER or GULD\nErrors: 1. Nothing was written.\n"), (exit, words));
        Assert.Equal("[0].tier", json.GetProperty("errors")[0].GetProperty("place").GetString());
        Assert.Null(await _store.ReadAsync(CustomerKey.Parse("NORD"), default));
    }

    [Fact]
    public async Task Import_answers_2_without_such_a_file_and_never_opens_the_store()
    {
        var console = Console();

        var exit = await CustomersImport.Create(() => throw new InvalidOperationException("The store was opened."))
            .Parse([_file + ".none"]).InvokeAsync(console);

        Assert.Equal((2, ""), (exit, console.Output.ToString()));
        Assert.Contains("cannot be read", console.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_can_be_imported_again()
    {
        await File.WriteAllTextAsync(_file, Nordhem);
        await RunAsync("import", _file);

        var list = await RunAsync("list");
        await File.WriteAllTextAsync(_file, list.Json.GetRawText());
        var again = await RunAsync("import", _file);

        Assert.Equal((0, "Customers: 1.\n"), (list.Exit, list.Words));
        Assert.Equal("Nordhem Ö AB", list.Json[0].GetProperty("name").GetString());
        Assert.Equal(1, again.Json.GetProperty("unchanged").GetArrayLength());
    }

    private static InvocationConfiguration Console() => new()
    {
        Output = new StringWriter { NewLine = "\n" },
        Error = new StringWriter { NewLine = "\n" },
        EnableDefaultExceptionHandler = false,
    };

    private async Task<(int Exit, JsonElement Json, string Words)> RunAsync(params string[] args)
    {
        var console = Console();
        var root = new RootCommand { CustomersImport.Create(() => new ImportCustomers(_store)), CustomersList.Create(() => _store) };

        var exit = await root.Parse(args).InvokeAsync(console);

        return (exit, JsonElement.Parse(console.Output.ToString()!), console.Error.ToString()!);
    }
}
