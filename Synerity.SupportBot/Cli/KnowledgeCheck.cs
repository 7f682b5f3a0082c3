using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Synerity.SupportBot.Features.Knowledge;

namespace Synerity.SupportBot.Cli;

/// <summary><c>knowledge check</c>: what does not hold together in the articles, a JSON line <c>{"where","what"}</c> each; 1 when there is anything.</summary>
internal static class KnowledgeCheck
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <param name="folder">The configured one; asked for only when the command runs.</param>
    public static Command Command(Func<string?> folder)
    {
        var command = new Command("check", "Checks the articles: broken links, missing translations, duplicate slugs, unreadable files.");
        command.SetAction(async (parsed, cancellation) =>
        {
            var (console, path) = (parsed.InvocationConfiguration, folder());
            if (KnowledgeOptions.ProblemOf(path) is { } problem)
            {
                await console.Error.WriteLineAsync(problem.AsMemory(), cancellation);
                return CommandLine.Findings;
            }

            var read = ArticleFolder.ReadWith(path);
            var findings = ArticleCheck.Of(read);
            foreach (var finding in findings) await console.Output.WriteLineAsync(JsonSerializer.Serialize(finding, Json).AsMemory(), cancellation);
            await console.Error.WriteLineAsync($"Articles: {read.Count}. Findings: {findings.Count}.".AsMemory(), cancellation);
            return findings.Count > 0 ? CommandLine.Findings : CommandLine.Fine;
        });
        return command;
    }
}
