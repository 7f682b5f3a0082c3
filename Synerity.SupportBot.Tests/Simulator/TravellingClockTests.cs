using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Simulator;

namespace Synerity.SupportBot.Tests.Simulator;

public sealed class TravellingClockTests
{
    private static readonly DateTimeOffset Thursday = new(2026, 11, 26, 9, 10, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Journeys_add_up_and_the_system_goes_on_meanwhile()
    {
        Gen.Int[1, 10_000].Array[1, 8].Sample(minutes =>
        {
            var system = new FakeTimeProvider(Thursday);
            var clock = new TravellingClock(system);

            foreach (var skip in minutes) clock.Skip(TimeSpan.FromMinutes(skip));
            system.Advance(TimeSpan.FromSeconds(5));

            Assert.Equal(Thursday + TimeSpan.FromMinutes(minutes.Sum()) + TimeSpan.FromSeconds(5), clock.GetUtcNow());
        });
    }

    [Fact]
    public void A_jump_is_told_after_the_time_has_changed()
    {
        var clock = new TravellingClock(new FakeTimeProvider(Thursday));
        var seen = new List<DateTimeOffset>();
        clock.Moved += (_, _) => seen.Add(clock.GetUtcNow());

        clock.TravelTo(Thursday.AddHours(7));

        Assert.Equal([Thursday.AddHours(7)], seen);
    }

    [Fact]
    public void Timers_keep_the_real_pace()
    {
        var system = new FakeTimeProvider(Thursday);
        var clock = new TravellingClock(system);
        var rung = 0;
        using var timer = clock.CreateTimer(_ => rung++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);

        clock.Skip(TimeSpan.FromHours(1));
        var afterJump = rung;
        system.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((0, 1), (afterJump, rung));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(60 * 24 * 367)]
    public void Going_back_and_going_too_far_are_refused(int minutes)
    {
        var clock = new TravellingClock(new FakeTimeProvider(Thursday));

        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Skip(TimeSpan.FromMinutes(minutes)));

        Assert.Equal(Thursday, clock.GetUtcNow());
    }

    [Theory]
    [InlineData("2026-11-26T07:59:00+01:00", "2026-11-26T08:00:00+01:00")]
    [InlineData("2026-11-26T08:00:00+01:00", "2026-11-27T08:00:00+01:00")]
    [InlineData("2026-11-27T16:30:00+01:00", "2026-11-30T08:00:00+01:00")] // over a weekend
    [InlineData("2026-10-23T12:00:00+02:00", "2026-10-26T08:00:00+01:00")] // over the end of summer time
    public void The_next_weekday_morning_is_eight_in_Stockholm(string now, string expected)
    {
        var clock = new TravellingClock(new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), clock.NextWeekdayMorning());
    }

    [Fact]
    public async Task The_app_tells_time_by_it_and_the_page_moves_it()
    {
        await using var tryOut = await TryOut.StartAsync();
        var before = tryOut.DomainClock.GetUtcNow();

        await tryOut.CallAsync("clock", new { by = "01:00:00" });

        Assert.Same(tryOut.Clock, tryOut.DomainClock);
        Assert.True(tryOut.DomainClock.GetUtcNow() >= before.AddHours(1));
    }

    [Fact]
    public async Task The_page_cannot_turn_it_back()
    {
        await using var tryOut = await TryOut.StartAsync();

        using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(tryOut.Http, "/sim/api/clock", new { by = "-01:00:00" });

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Equal(TimeSpan.Zero, tryOut.Clock.Skipped);
    }
}
