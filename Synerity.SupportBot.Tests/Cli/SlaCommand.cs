using System.Text.Json;
using Synerity.SupportBot.Cli;

namespace Synerity.SupportBot.Tests.Cli;

/// <summary>Runs the command line in this process, strings in and strings out.</summary>
internal static class SlaCommand
{
    public static async Task<(int ExitCode, string Output, string Words)> RunAsync(string[] args, string input = "")
    {
        using var reader = new StringReader(input);
        await using var output = new StringWriter();
        await using var words = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, reader, output, words);
        return (exitCode, output.ToString(), words.ToString());
    }

    /// <summary>The result lines of <c>sla evaluate</c>.</summary>
    public static async Task<JsonElement[]> EvaluateAsync(params string[] lines)
    {
        var (_, output, _) = await RunAsync(["sla", "evaluate"], string.Join('\n', lines));
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    public static async Task<JsonElement> EvaluateOneAsync(string line) => (await EvaluateAsync(line)).Single();
}
