using System.CommandLine;
using System.Text.Json.Nodes;
using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Cli;

/// <summary><c>customers import FILE</c>: 0 taken, 1 errors in the file and nothing written, 2 no such file.</summary>
public static class CustomersImport
{
    /// <param name="import">Opened only when the command runs.</param>
    public static Command Create(Func<ImportCustomers> import)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "JSON list of customers, as for Customers:ImportPath." };
        var command = new Command("import", "Takes customers from a JSON file. The file is checked as a whole first; running it again changes nothing.") { file };
        command.SetAction((parsed, cancellation) =>
            RunAsync(import, parsed.GetRequiredValue(file), parsed.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Func<ImportCustomers> import, FileInfo file, InvocationConfiguration console, CancellationToken cancellation)
    {
        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(file.FullName, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await console.Error.WriteLineAsync($"{file} cannot be read; name a readable JSON file.");
            return 2;
        }

        var result = await import().RunAsync(content, cancellation);
        await console.Output.WriteLineAsync(Json(result).ToJsonString(CustomersList.Readable));
        foreach (var error in result.Errors) await console.Error.WriteLineAsync(error.ToString());
        await console.Error.WriteLineAsync(result.Errors.Count > 0
            ? $"Errors: {result.Errors.Count}. Nothing was written."
            : $"{result.Created.Count} created, {result.Updated.Count} updated, {result.Unchanged.Count} unchanged.");
        return result.Errors.Count > 0 ? 1 : 0;
    }

    private static JsonObject Json(ImportResult result) => new()
    {
        ["created"] = Keys(result.Created),
        ["updated"] = Keys(result.Updated),
        ["unchanged"] = Keys(result.Unchanged),
        ["errors"] = new JsonArray([.. result.Errors.Select(error => new JsonObject { ["place"] = error.Place, ["message"] = error.Message })]),
    };

    private static JsonArray Keys(IEnumerable<CustomerKey> keys) => [.. keys.Select(key => (JsonNode)key.Value)];
}
