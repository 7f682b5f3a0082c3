using System.Diagnostics;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Benchmarks;

/// <summary>Plain wall-clock times, for a first look without BenchmarkDotNet.</summary>
internal static class SlaTimings
{
    private const int Tickets = 1_000_000;

    /// <summary>A million tickets spread over 2026–2035, each with its standing and the three warning instants.</summary>
    public static void Million(TextWriter output)
    {
        var hours = new WorkingHours(Timetable.Standard());
        var first = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var (late, warned) = (0, 0);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Tickets; i++)
        {
            var created = first.AddSeconds(i * 315L);
            var clock = new SlaClock(hours, new SlaTarget(created, i % 2 == 0 ? 7200 : 28800), [], RespondedAt: null);
            var now = created.AddHours(30);
            late += clock.At(now).State == SlaState.Breached ? 1 : 0;
            warned += clock.Reaches(50, now) is not null && clock.Reaches(75, now) is not null && clock.Reaches(90, now) is not null ? 1 : 0;
        }

        output.WriteLine($"{Tickets} evaluations: {watch.Elapsed.TotalSeconds:F2} s ({late} breached after 30 h, {warned} with warnings)");
    }

    /// <summary>The lines of a file through <c>sla evaluate</c>, in this process.</summary>
    public static async Task LinesAsync(string file, TextWriter output)
    {
        using var input = File.OpenText(file);
        var watch = Stopwatch.StartNew();
        var exitCode = await Cli.CommandLine.RunAsync(["sla", "evaluate"], input, TextWriter.Null, output);
        await output.WriteLineAsync($"exit code {exitCode}: {watch.Elapsed.TotalSeconds:F2} s");
    }
}
