using System.CommandLine;
using System.Text.Json;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Cli;

/// <summary>
/// <c>knowledge ask</c>: questions <c>{"id","language","query"}</c> as JSON lines, for each <c>{"id","abstained","answers":[{"slug","title","score"}]}</c>
/// with at most five answers, best first, and none when it abstained. <c>language</c> is <c>sv</c> or <c>en</c>; left out, it is Swedish.
/// </summary>
internal static class KnowledgeAsk
{
    private const int MostAnswers = 5;

    /// <param name="folder">The configured one; asked for only when the command runs.</param>
    public static Command Command(TextReader input, Func<string?> folder)
    {
        var command = new Command("ask", "Answers questions from the articles: JSON lines on standard input, a result line each on standard output.");
        command.SetAction(parsed =>
        {
            var (console, path) = (parsed.InvocationConfiguration, folder());
            if (KnowledgeOptions.ProblemOf(path) is { } problem)
            {
                console.Error.WriteLine(problem);
                return CommandLine.Findings;
            }

            var shelf = ArticleFolder.Shelve(path);
            return JsonLines.Run(input, console, line => Answer(line, shelf));
        });
        return command;
    }

    private static Action<Utf8JsonWriter> Answer(JsonElement line, Shelf shelf)
    {
        if (line.ValueKind != JsonValueKind.Object) throw new FormatException("the line is not an object");
        var query = LineFields.Text(line, "query") ?? throw new FormatException("query is missing");
        var tongue = LineFields.Text(line, "language") switch
        {
            "sv" or null => Tongue.Swedish,
            "en" => Tongue.English,
            var other => throw new FormatException($"language '{other}' is neither sv nor en"),
        };
        var found = shelf.Search.Ask(query, tongue);
        return writer => LineResult.Write(writer, line, () =>
        {
            writer.WriteBoolean("abstained", found.Abstained);
            writer.WriteStartArray("answers");
            foreach (var hit in found.Abstained ? [] : found.Hits.Take(MostAnswers))
            {
                writer.WriteStartObject();
                writer.WriteString("slug", hit.Slug);
                writer.WriteString("title", shelf.Articles.FindFor(hit.Slug, tongue)!.Title);
                writer.WriteNumber("score", Math.Round(hit.Score, 4));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}
