using System.Text.Json;
using Synerity.SupportBot.Tests.Cli;

namespace Synerity.SupportBot.Tests.Features.Sla;

/// <summary>Every worked case of sla/vectors.jsonl, through the command that others call.</summary>
public sealed class SlaVectorsTests
{
    private const int Cases = 1240;

    private static readonly string[] Results =
    [
        "id", "due_utc", "due_if_resumed_now_utc", "elapsed_business_seconds", "remaining_business_seconds", "state", "clock_running", "warn_utc",
    ];

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Features", "Sla", "vectors.jsonl"));

    public static TheoryData<string> Classes => [.. Lines.Select(ClassOf).Distinct()];

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task Every_case_of_a_class_comes_out_as_worked(string name)
    {
        var cases = Lines.Where(line => ClassOf(line) == name).ToArray();

        var results = await SlaCommand.EvaluateAsync(cases);

        Assert.Equal(cases.Select(line => Expected(JsonElement.Parse(line))), results.Select(result => result.GetRawText()));
    }

    [Fact]
    public void No_case_is_left_out() => Assert.Equal(Cases, Lines.Length);

    private static string ClassOf(string line) => JsonElement.Parse(line).GetProperty("class").GetString()!;

    private static string Expected(JsonElement vector) =>
        "{" + string.Join(",", Results.Select(name => $"\"{name}\":{vector.GetProperty(name).GetRawText()}")) + "}";
}
