using System.Diagnostics;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Knowledge.Search;
using Synerity.SupportBot.Tests.Features.Knowledge;

namespace Synerity.SupportBot.Benchmarks;

/// <summary>How long it takes to read the articles and to answer from them. Percentiles need every single time, so these are plain wall-clock times.</summary>
internal static class KnowledgeTimings
{
    private const int Questions = 2000;

    public static void All(TextWriter output)
    {
        for (var time = 1; time <= 3; time++)
        {
            var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var shelf = ArticleFolder.Shelve(null);
            var worked = Environment.CpuUsage.TotalTime - before;
            output.WriteLine($"the built-in {shelf.Articles.Slugs.Count} slugs, read and indexed, time {time}: {watch.Elapsed.TotalMilliseconds:F0} ms, of the processor {worked.TotalMilliseconds:F0} ms");
        }

        Ask("built-in", ManyArticles.BuiltIn, output);
        Ask("10 000 articles (5 000 slugs in both languages)", [.. ManyArticles.Make(5_000)], output);
        Ask("20 000 articles (10 000 slugs in both languages)", [.. ManyArticles.Make(10_000)], output);
    }

    private static void Ask(string what, IReadOnlyList<Article> articles, TextWriter output)
    {
        var watch = Stopwatch.StartNew();
        var search = new ArticleSearch(new ArticleSet(articles));
        output.WriteLine($"{what}: indexed in {watch.Elapsed.TotalMilliseconds:F0} ms");
        var questions = ManyArticles.Questions(Questions);
        foreach (var (question, tongue) in questions.Take(300)) search.Ask(question, tongue);
        var first = new List<double>(Questions);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var (question, tongue) in questions) first.Add(Time(() => search.Ask(question, tongue)));
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Questions;
        Print($"{what}, asked for the first time, {bytes / 1024} KB each", first, output);
        Print($"{what}, the best of five", [.. questions.Select(asked => Enumerable.Range(0, 5).Min(_ => Time(() => search.Ask(asked.Question, asked.Tongue))))], output);
    }

    private static double Time(Func<Found> ask)
    {
        var start = Stopwatch.GetTimestamp();
        ask();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>The first time is what one person sees on this machine as busy as it is; the best of five is nearly without what others do on it.</summary>
    private static void Print(string what, List<double> times, TextWriter output)
    {
        times.Sort();
        output.WriteLine($"{what}: p50 {times[times.Count / 2]:F2} ms, p99 {times[times.Count * 99 / 100]:F2} ms, longest {times[^1]:F2} ms");
    }
}
