using System.CommandLine;
using System.Text;
using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Cli;

/// <summary>
/// The commands of the executable (design.md §6), one file each. Exit codes: 0 fine, 1 findings, 2 wrong usage. What a command finds goes
/// to standard output as JSON, words for people to standard error.
/// </summary>
public static class CommandLine
{
    public const int Fine = 0;
    public const int Findings = 1;
    public const int WrongUsage = 2;

    /// <summary>
    /// True when the arguments ask for a command rather than for the bot: a first word that is not a setting, or a plea for help. A
    /// mistyped command is thus wrong usage and never a server that starts.
    /// </summary>
    public static bool Names(string[] args) =>
        args is [var first, ..] && (first is "--help" or "-h" or "-?" || (first.Length > 0 && first[0] is not ('-' or '/') && !first.Contains('=')));

    /// <summary>Runs the command on the process's own streams, in UTF-8.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8);
        await using var words = new StreamWriter(Console.OpenStandardError(), utf8);
        return await RunAsync(args, input, output, words);
    }

    /// <summary>Runs the command on these streams.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter words)
    {
        var parsed = Root(input).Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = words });
        }

        foreach (var error in parsed.Errors)
        {
            await words.WriteLineAsync(error.Message);
        }

        return WrongUsage;
    }

    private static RootCommand Root(TextReader input) => new("Synerity Support Bot. Without a command, the bot is started.")
    {
        new Command("sla", "Response times: how they are counted.")
        {
            SlaEvaluate.Command(input),
            SlaHolidays.Command(),
        },
        new Command("customers", "Customers: take them from a file, list them.")
        {
            CustomersImport.Create(() => Opened.Get<ImportCustomers>()),
            CustomersList.Create(() => Opened.Get<CustomerStore>()),
        },
        new Command("knowledge", "Self-help: ask the articles, check them.")
        {
            KnowledgeAsk.Command(input, () => Opened.Settings["Knowledge:Path"]),
            KnowledgeCheck.Command(() => Opened.Settings["Knowledge:Path"]),
        },
    };
}
