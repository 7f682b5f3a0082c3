using BenchmarkDotNet.Attributes;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Benchmarks;

/// <summary>One evaluation of a ticket, and counting over long spans, each on a calendar that has been used before.</summary>
[MemoryDiagnoser]
public class SlaBenchmarks
{
    private static readonly DateTimeOffset Created = new(2026, 4, 2, 14, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Created.AddHours(1);
    private static readonly WorkingHours Hours = new(Timetable.Standard());
    private static readonly SlaClock Waiting = new(Hours, new SlaTarget(Created, 7200), [], RespondedAt: null);

    private static readonly SlaClock Paused = Waiting with
    {
        Pauses = [new Pause(Created.AddMinutes(10), Created.AddMinutes(20)), new Pause(Created.AddMinutes(15), Created.AddDays(5))],
    };

    [Benchmark(Baseline = true)]
    public SlaStanding A_ticket_that_waits_over_Easter() => Waiting.At(Now);

    [Benchmark]
    public SlaStanding With_two_pauses() => Paused.At(Now);

    [Benchmark]
    public DateTimeOffset? When_to_warn() => Waiting.Reaches(75, Now);

    [Benchmark]
    public long Business_seconds_of_thirty_years() => Hours.Measure(Created, Created.AddYears(30));

    [Benchmark]
    public DateTimeOffset? A_budget_of_thirty_years() => Hours.Add(Created, 30L * 2000 * 3600);

    [Benchmark]
    public long The_first_count_on_a_calendar_nobody_used() => new WorkingHours(Hours.Timetable).Measure(Created, Now);
}
