using CsCheck;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Tests.Features.Sla;

public sealed class WorkingHoursPropertyTests
{
    private const int Weeks = 21;
    private static readonly Gen<long> Budget = Gen.Long[1, 60 * 3600];

    [Fact]
    public void Counting_agrees_with_stepping_through_the_minutes() =>
        Gen.Select(GenSla.Timetable, GenSla.Moment, Budget, Gen.Int[0, 6 * 86_400]).Sample(
            (timetable, from, seconds, span) =>
            {
                var (hours, stepped) = (new WorkingHours(timetable), new SteppedHours(timetable, from, Weeks));
                var to = from.AddSeconds(span);

                Assert.Equal(stepped.IsOpen(from), hours.IsOpen(from));
                Assert.Equal(stepped.Measure(from, to, []), hours.Measure(from, to));
                if (stepped.Add(from, seconds, []) is { } due)
                {
                    Assert.Equal(due, hours.Add(from, seconds));
                }
                else
                {
                    Assert.False(hours.Add(from, seconds) < from.AddDays(Weeks));
                }
            },
            iter: 300);

    [Fact]
    public void A_clock_with_pauses_agrees_with_stepping_through_the_minutes() =>
        Gen.Select(GenSla.Timetable, GenSla.Moment, Budget)
            .SelectMany(given => GenSla.PausesAfter(given.Item2), (given, pauses) => (given.Item1, given.Item2, given.Item3, pauses))
            .Sample(
                (timetable, created, budget, pauses) =>
                {
                    var now = created.AddDays(7);
                    var (hours, stepped) = (new WorkingHours(timetable), new SteppedHours(timetable, created, Weeks));
                    var wholeMinutes = pauses.Select(pause => new Pause(Minute(pause.From), pause.To is { } to ? Minute(to) : null)).ToArray();

                    var standing = new SlaClock(hours, new SlaTarget(created, budget), wholeMinutes, RespondedAt: null).At(now);

                    Assert.Equal(stepped.Measure(created, now, wholeMinutes), standing.ElapsedSeconds);
                    Assert.Equal(budget, standing.RemainingSeconds + standing.ElapsedSeconds);
                    if (stepped.Add(created, budget, wholeMinutes) is { } due)
                    {
                        Assert.Equal(due, standing.DueAt);
                    }
                    else
                    {
                        Assert.False(standing.DueAt < created.AddDays(Weeks));
                    }
                },
                iter: 300);

    [Fact]
    public void Adding_then_measuring_gives_back_the_budget() =>
        Gen.Select(GenSla.OpeningTimetable, GenSla.Moment, Budget).Sample((timetable, from, seconds) =>
        {
            var hours = new WorkingHours(timetable);

            Assert.Equal(seconds, hours.Measure(from, hours.Add(from, seconds)!.Value));
        });

    [Fact]
    public void A_due_is_the_earliest_instant_so_the_second_before_it_was_open() =>
        Gen.Select(GenSla.OpeningTimetable, GenSla.Moment, Budget).Sample((timetable, from, seconds) =>
        {
            var hours = new WorkingHours(timetable);
            var due = hours.Add(from, seconds)!.Value;

            Assert.True(hours.IsOpen(due.AddSeconds(-1)));
            Assert.True(hours.IsOpen(due) || hours.NextClosing(due.AddSeconds(-1)) == due);
        });

    [Fact]
    public void More_budget_or_a_later_start_is_never_due_earlier() =>
        Gen.Select(GenSla.OpeningTimetable, GenSla.Moment, Budget, Gen.Long[0, 40_000], Gen.Int[0, 200_000]).Sample((timetable, from, seconds, more, later) =>
        {
            var hours = new WorkingHours(timetable);

            Assert.True(hours.Add(from, seconds + more) >= hours.Add(from, seconds));
            Assert.True(hours.Add(from.AddSeconds(later), seconds) >= hours.Add(from, seconds));
        });

    [Fact]
    public void A_budget_may_be_split_anywhere() =>
        Gen.Select(GenSla.OpeningTimetable, GenSla.Moment, Budget, Budget).Sample((timetable, from, first, second) =>
        {
            var hours = new WorkingHours(timetable);

            Assert.Equal(hours.Add(from, first + second), hours.Add(hours.Add(from, first)!.Value, second));
        });

    [Fact]
    public void A_span_may_be_split_anywhere() =>
        Gen.Select(GenSla.Timetable, GenSla.Moment, Gen.Long[0, 90_000_000], Gen.Long[0, 90_000_000]).Sample((timetable, from, first, second) =>
        {
            var hours = new WorkingHours(timetable);
            var (middle, to) = (from.AddSeconds(first), from.AddSeconds(first + second));

            Assert.Equal(hours.Measure(from, to), hours.Measure(from, middle) + hours.Measure(middle, to));
        });

    [Fact]
    public void Openings_and_closings_bound_what_is_open() =>
        Gen.Select(GenSla.OpeningTimetable, GenSla.Moment).Sample((timetable, at) =>
        {
            var hours = new WorkingHours(timetable);
            var opening = hours.NextOpening(at)!.Value;

            Assert.Equal(hours.IsOpen(at), opening == at);
            Assert.True(hours.IsOpen(opening));
            Assert.Equal(0, hours.Measure(at, opening));
            if (hours.NextClosing(at) is { } closing)
            {
                Assert.False(hours.IsOpen(closing));
                Assert.Equal((long)(closing - opening).TotalSeconds, hours.Measure(opening, closing));
            }
        });

    private static DateTimeOffset Minute(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMinute));
}
