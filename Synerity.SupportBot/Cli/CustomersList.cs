using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Cli;

/// <summary><c>customers list</c>: every customer with its newest agreement, in the form that <c>customers import</c> takes; always 0.</summary>
public static class CustomersList
{
    internal static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), WriteIndented = true };

    /// <param name="store">Opened only when the command runs.</param>
    public static Command Create(Func<CustomerStore> store)
    {
        var command = new Command("list", "Lists the customers as JSON, in the form that customers import takes.");
        command.SetAction((parsed, cancellation) => RunAsync(store, parsed.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Func<CustomerStore> store, InvocationConfiguration console, CancellationToken cancellation)
    {
        var customers = new JsonArray();
        await foreach (var customer in store().AllAsync(cancellation)) customers.Add((JsonNode)CustomerEntry.Write(customer));

        await console.Output.WriteLineAsync(customers.ToJsonString(Readable));
        await console.Error.WriteLineAsync($"Customers: {customers.Count}.");
        return 0;
    }
}
