using System.Globalization;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Tests.Features.Sla;

/// <summary>Monday 3 May 2027; Stockholm is two hours ahead of UTC, so support is open 06:00–15:00 UTC. Times are HH:mm UTC, "+1" is Tuesday.</summary>
public sealed class SlaClockTests
{
    private const long TwoHours = 7200;
    private const long EightHours = 28_800;
    private static readonly WorkingHours Hours = new(Timetable.Standard());

    [Theory]
    [InlineData("08:00", "09:00", SlaState.OnTrack, 3600, true)]
    [InlineData("08:00", "09:29:59", SlaState.OnTrack, 1801, true)]
    [InlineData("08:00", "09:30", SlaState.AtRisk, 1800, true)]
    [InlineData("08:00", "10:00", SlaState.AtRisk, 0, true)]
    [InlineData("08:00", "10:00:01", SlaState.Breached, -1, true)]
    [InlineData("13:00", "15:00", SlaState.AtRisk, 0, false)]
    [InlineData("13:00", "20:00", SlaState.Breached, 0, false)]
    [InlineData("08:00", "07:00", SlaState.OnTrack, 7200, false)]
    public void An_unanswered_ticket_stands_where_the_clock_says(string created, string now, SlaState state, long remaining, bool running)
    {
        var standing = Clock(created).At(At(now));

        Assert.Equal((state, remaining, running), (standing.State, standing.RemainingSeconds, standing.ClockRunning));
    }

    [Theory]
    [InlineData("09:00", SlaState.Met, 3600)]
    [InlineData("10:00", SlaState.Met, 7200)]
    [InlineData("10:00:01", SlaState.Missed, 7201)]
    [InlineData("07:45", SlaState.Met, 0)]
    public void The_verdict_compares_the_response_with_due(string response, SlaState state, long elapsed)
    {
        var standing = (Clock("08:00") with { RespondedAt = At(response) }).At(At("20:00"));

        Assert.Equal((state, elapsed, false), (standing.State, standing.ElapsedSeconds, standing.ClockRunning));
    }

    [Fact]
    public void A_response_in_the_future_is_not_known() =>
        Assert.Equal(SlaState.OnTrack, (Clock("08:00") with { RespondedAt = At("09:30") }).At(At("09:00")).State);

    [Fact]
    public void Without_a_guarantee_there_is_no_due_and_no_verdict()
    {
        var clock = Clock("08:00") with { Target = new SlaTarget(At("08:00"), null) };

        Assert.Equal(new SlaStanding(null, null, 3600, null, SlaState.NoSla, ClockRunning: true), clock.At(At("09:00")));
        Assert.Equal(SlaState.NoSlaResponded, (clock with { RespondedAt = At("08:30") }).At(At("09:00")).State);
        Assert.Null(clock.Reaches(75, At("09:00")));
    }

    [Fact]
    public void While_a_pause_is_open_due_is_unknown_and_what_was_reached_before_it_stays()
    {
        var clock = Clock("08:00", (At("09:10"), null));

        var standing = clock.At(At("12:00"));

        Assert.Equal(new SlaStanding(null, At("12:50"), 4200, 3000, SlaState.Paused, ClockRunning: false), standing);
        Assert.Equal(At("09:00"), clock.Reaches(50, At("12:00")));
        Assert.Null(clock.Reaches(75, At("12:00")));
    }

    [Theory]
    [InlineData("10:00", "10:00")]
    [InlineData("12:00", "10:00")]
    [InlineData("09:59:59", null)]
    public void A_pause_that_starts_when_the_budget_is_used_up_or_later_heals_nothing(string pausedFrom, string? due)
    {
        var standing = Clock("08:00", (At(pausedFrom), null)).At(At("13:00"));

        Assert.Equal(due is null ? (null, SlaState.Paused) : ((DateTimeOffset?)At(due), SlaState.Breached), (standing.DueAt, standing.State));
    }

    [Fact]
    public void Pauses_are_merged_and_clipped_and_an_empty_one_or_one_outside_hours_costs_nothing()
    {
        var clock = Clock(
            "08:00",
            (At("08:30"), At("09:00")),
            (At("07:00"), At("08:10")),
            (At("08:50"), At("09:10")),
            (At("09:10"), At("09:20")),
            (At("09:30"), At("09:30")),
            (At("20:00"), At("21:00")));

        Assert.Equal(At("11:00"), clock.At(At("+1 12:00")).DueAt);
    }

    [Fact]
    public void A_response_ends_the_pause_that_was_open()
    {
        var clock = Clock("08:00", (At("08:30"), null)) with { RespondedAt = At("09:30") };

        Assert.Equal(new SlaStanding(At("11:00"), null, 1800, 5400, SlaState.Met, ClockRunning: false), clock.At(At("13:00")));
    }

    [Theory]
    [InlineData(50, "08:00:30")]
    [InlineData(75, "08:00:45")]
    [InlineData(90, "08:00:54")]
    [InlineData(100, "08:00:59")]
    public void Warnings_round_up_to_whole_seconds(int level, string at)
    {
        var clock = Clock("08:00") with { Target = new SlaTarget(At("08:00"), 59) };

        Assert.Equal(At(at), clock.Reaches(level, At("08:00")));
    }

    [Fact]
    public void A_budget_too_large_to_end_is_on_track_without_a_due()
    {
        var clock = Clock("08:00") with { Target = new SlaTarget(At("08:00"), long.MaxValue) };

        var standing = clock.At(At("09:00"));

        Assert.Equal((null, SlaState.OnTrack, long.MaxValue - 3600), (standing.DueAt, standing.State, standing.RemainingSeconds));
    }

    [Theory]
    [InlineData("09:00", "11:00")] // two hours from the upgrade come before the eight from creation
    [InlineData("13:00", "14:00")] // the old promise comes first
    [InlineData("12:00", "14:00")] // both come at the same time
    [InlineData("+1 09:00", "14:00")] // an old promise that is broken stays broken
    public void An_upgrade_gives_the_earlier_of_the_old_due_and_the_new_budget_from_the_change(string at, string due)
    {
        var silver = new SlaTarget(At("06:00"), EightHours);

        var gold = silver.AfterTierChange(TwoHours, At(at), Hours, []);

        Assert.Equal(At(due), Due(gold));
    }

    [Fact]
    public void An_upgrade_from_no_guarantee_counts_from_the_change() =>
        Assert.Equal(At("11:00"), Due(new SlaTarget(At("06:00"), null).AfterTierChange(TwoHours, At("09:00"), Hours, [])));

    [Fact]
    public void A_downgrade_keeps_the_old_due()
    {
        var gold = new SlaTarget(At("08:00"), TwoHours);

        Assert.Equal(gold, gold.AfterTierChange(EightHours, At("08:30"), Hours, []));
        Assert.Equal(gold, gold.AfterTierChange(null, At("08:30"), Hours, []));
    }

    [Fact]
    public void A_pause_before_the_upgrade_is_weighed_and_one_after_it_moves_the_due()
    {
        Pause[] pauses = [new(At("07:00"), At("11:00")), new(At("12:30"), At("13:00"))];

        var target = new SlaTarget(At("06:00"), 3 * 3600).AfterTierChange(TwoHours, At("11:30"), Hours, pauses);

        Assert.Equal(new SlaTarget(At("06:00"), 3 * 3600), target);
        Assert.Equal(At("13:30"), new SlaClock(Hours, target, pauses, null).At(At("14:00")).DueAt);
    }

    [Fact]
    public void A_wrong_tier_put_right_is_counted_from_creation() =>
        Assert.Equal(At("08:00"), Due(SlaTarget.Corrected(At("06:00"), TwoHours)));

    [Fact]
    public void Nonsense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlaTarget(At("08:00"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Pause(At("08:00"), At("07:59")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Clock("08:00").Reaches(101, At("08:00")));
    }

    private static DateTimeOffset? Due(SlaTarget target) => new SlaClock(Hours, target, [], null).At(At("+1 14:00")).DueAt;

    private static SlaClock Clock(string created, params (DateTimeOffset From, DateTimeOffset? To)[] pauses) =>
        new(Hours, new SlaTarget(At(created), TwoHours), [.. pauses.Select(pause => new Pause(pause.From, pause.To))], RespondedAt: null);

    private static DateTimeOffset At(string time)
    {
        var day = time.StartsWith("+1 ", StringComparison.Ordinal) ? 4 : 3;
        return new DateTimeOffset(new DateOnly(2027, 5, day), TimeOnly.Parse(time.Split(' ')[^1], CultureInfo.InvariantCulture), TimeSpan.Zero);
    }
}
