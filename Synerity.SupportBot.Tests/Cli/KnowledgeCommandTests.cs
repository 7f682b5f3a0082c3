using System.Text.Json;
using Synerity.SupportBot.Cli;
using Synerity.SupportBot.Tests.Features.Knowledge;

namespace Synerity.SupportBot.Tests.Cli;

/// <summary>The environment is one for the whole process: while these set it, no other test may start a bot.</summary>
[CollectionDefinition(nameof(SetsTheEnvironment), DisableParallelization = true)]
public sealed class SetsTheEnvironment;

[Collection(nameof(SetsTheEnvironment))]
public sealed class KnowledgeCommandTests : IDisposable
{
    private const string Variable = "Knowledge__Path";
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task A_question_is_answered_with_at_most_five_articles_best_first()
    {
        var (exitCode, lines, _) = await AskAsync("""{"id":"q1","language":"sv","query":"hur exporterar jag en tavla till excel"}""");

        var answers = lines[0].GetProperty("answers").EnumerateArray().ToList();
        Assert.Equal(CommandLine.Fine, exitCode);
        Assert.Equal(["id", "abstained", "answers"], lines[0].EnumerateObject().Select(member => member.Name));
        Assert.All(answers, answer => Assert.Equal(["slug", "title", "score"], answer.EnumerateObject().Select(member => member.Name)));
        Assert.Equal(("q1", false, "export-to-excel"), (lines[0].GetProperty("id").GetString(), lines[0].GetProperty("abstained").GetBoolean(), answers[0].GetProperty("slug").GetString()));
        Assert.InRange(answers.Count, 1, 5);
        Assert.Equal(answers.Select(Score).OrderDescending(), answers.Select(Score));
        Assert.All(answers, answer => Assert.InRange(Score(answer), 0, 1));
    }

    [Fact]
    public async Task What_no_article_answers_is_abstained_without_answers()
    {
        var (exitCode, lines, _) = await AskAsync("""{"id":1,"language":"en","query":"what is the capital of Mongolia"}""");

        Assert.Equal(CommandLine.Fine, exitCode);
        Assert.Equal("""{"id":1,"abstained":true,"answers":[]}""", lines[0].GetRawText());
    }

    [Fact]
    public async Task A_title_is_in_the_language_of_the_question_and_Swedish_when_none_is_given()
    {
        var (_, lines, _) = await AskAsync(
            """{"id":1,"language":"en","query":"webhook not firing"}""", """{"id":2,"language":"sv","query":"webhook not firing"}""", """{"id":3,"query":"webhook not firing"}""");

        var titles = lines.Select(line => line.GetProperty("answers")[0].GetProperty("title").GetString()).ToList();
        Assert.NotEqual(titles[0], titles[1]);
        Assert.Equal(titles[1], titles[2]);
    }

    [Fact]
    public async Task A_bad_line_gets_its_error_and_the_rest_goes_on()
    {
        var (exitCode, lines, words) = await AskAsync(
            """{"id":"a","language":"sv","query":"mailloop"}""",
            "",
            "not json",
            "[]",
            """{"id":"b","language":"sv"}""",
            """{"id":"c","language":"de","query":"mailloop"}""",
            """{"id":"d","language":"sv","query":7}""",
            """{"id":"e","language":"sv","query":"mailloop"}""");

        Assert.Equal(CommandLine.Findings, exitCode);
        Assert.Equal([false, true, true, true, true, true, false], lines.Select(line => line.TryGetProperty("error", out _)));
        Assert.Equal(["a", "", "", "b", "c", "d", "e"], lines.Select(line => line.GetProperty("id").ToString()));
        Assert.All(lines.Where(line => line.TryGetProperty("error", out _)), line => Assert.Equal(["id", "error"], line.EnumerateObject().Select(member => member.Name)));
        Assert.Contains("5 line(s)", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"a\ud800b","language":"sv","query":"mailloop"}""")]
    [InlineData("""{"id":7,"language":"sv","query":"mail\udc00loop"}""")]
    public async Task Half_a_character_does_not_end_the_run(string line)
    {
        var (exitCode, lines, _) = await AskAsync(line, """{"id":"\ud83d\ude00","language":"sv","query":"mailloop 😀"}""");

        Assert.Equal(CommandLine.Findings, exitCode);
        Assert.Contains("half a character", lines[0].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("runaway-mail-loop", lines[1].GetProperty("answers")[0].GetProperty("slug").GetString());
    }

    [Fact]
    public async Task An_empty_question_is_abstained_and_no_error()
    {
        var (exitCode, lines, _) = await AskAsync("""{"id":1,"language":"sv","query":""}""");

        Assert.Equal((CommandLine.Fine, true), (exitCode, lines[0].GetProperty("abstained").GetBoolean()));
    }

    [Fact]
    public async Task The_program_s_own_articles_pass_the_check()
    {
        var (exitCode, output, words) = await SlaCommand.RunAsync(["knowledge", "check"]);

        Assert.Equal((CommandLine.Fine, ""), (exitCode, output));
        Assert.Contains("Articles: 100. Findings: 0.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_does_not_hold_together_is_told_line_by_line()
    {
        _folder.Add("sv", "our-own-rules", "Zeppelinare", text: "Se [[nowhere]].");
        Environment.SetEnvironmentVariable(Variable, _folder.Path);

        var (exitCode, output, words) = await SlaCommand.RunAsync(["knowledge", "check"]);

        Assert.Equal(CommandLine.Findings, exitCode);
        Assert.Equal(
            """
            {"where":"sv/our-own-rules.md","what":"There is no English translation."}
            {"where":"sv/our-own-rules.md","what":"It links to nowhere, which does not exist."}
            """.ReplaceLineEndings(),
            output.TrimEnd());
        Assert.Contains("Articles: 101. Findings: 2.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_answered_from_the_folder_too()
    {
        _folder.AddBoth("our-own-rules", "Zeppelinare på tavlan");
        Environment.SetEnvironmentVariable(Variable, _folder.Path);

        var (_, lines, _) = await AskAsync("""{"id":1,"language":"sv","query":"zeppelinare på tavlan"}""");

        Assert.Equal("our-own-rules", lines[0].GetProperty("answers")[0].GetProperty("slug").GetString());
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("check")]
    public async Task A_folder_that_is_not_there_is_a_finding_and_named(string command)
    {
        Environment.SetEnvironmentVariable(Variable, "/no/such/folder");

        var (exitCode, _, words) = await SlaCommand.RunAsync(["knowledge", command], """{"id":1,"query":"x"}""");

        Assert.Equal(CommandLine.Findings, exitCode);
        Assert.Contains("Knowledge:Path is /no/such/folder", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("knowledge")]
    [InlineData("knowledge guess")]
    [InlineData("knowledge ask --loud")]
    [InlineData("knowledge check file")]
    public async Task Wrong_usage_is_exit_code_2_with_words_and_no_output(string line)
    {
        var (exitCode, output, words) = await SlaCommand.RunAsync(line.Split(' '));

        Assert.Equal((CommandLine.WrongUsage, ""), (exitCode, output));
        Assert.NotEmpty(words);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _folder.Dispose();
    }

    private static double Score(JsonElement answer) => answer.GetProperty("score").GetDouble();

    private static async Task<(int ExitCode, JsonElement[] Lines, string Words)> AskAsync(params string[] lines)
    {
        var (exitCode, output, words) = await SlaCommand.RunAsync(["knowledge", "ask"], string.Join('\n', lines));
        return (exitCode, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))], words);
    }
}
