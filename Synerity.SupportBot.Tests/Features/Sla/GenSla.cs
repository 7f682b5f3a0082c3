using System.Collections.Immutable;
using CsCheck;
using Synerity.SupportBot.Features.Sla;

namespace Synerity.SupportBot.Tests.Features.Sla;

/// <summary>Random calendars and moments, many of them around the days on which clocks are changed.</summary>
internal static class GenSla
{
    private static readonly string[] Zones =
    [
        "Europe/Stockholm", "Europe/London", "America/New_York", "America/St_Johns", "America/Havana", "Australia/Lord_Howe",
        "Asia/Kathmandu", "Asia/Beirut", "Pacific/Auckland", "Africa/Cairo", "UTC",
    ];

    // Clock changes of one or another of the zones, and the turn of a year.
    private static readonly DateOnly[] EventfulDates =
        [new(2027, 3, 14), new(2027, 3, 28), new(2027, 4, 4), new(2027, 4, 30), new(2027, 9, 26), new(2027, 10, 3), new(2027, 10, 31), new(2027, 11, 7), new(2027, 12, 31)];

    public static Gen<DateTimeOffset> Moment { get; } =
        Gen.Select(Gen.OneOf(EventfulDates), Gen.Int[-3 * 86_400, 3 * 86_400], (date, second) => new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero).AddSeconds(second));

    public static Gen<Timetable> Timetable { get; } = Gen.Select(
        Gen.OneOf(Zones),
        Intervals(0, 3).Array[7],
        Gen.Select(Date, Intervals(1, 2)).Array[0, 3],
        Gen.Select(Date, Intervals(0, 2)).Array[0, 3],
        Date.Array[0, 3],
        Gen.Bool,
        (zone, week, breaks, shifts, closed, swedish) => new Timetable
        {
            Zone = TimeZoneInfo.FindSystemTimeZoneById(zone),
            Week = week.Select((hours, day) => (hours, day)).ToImmutableDictionary(pair => (DayOfWeek)pair.day, pair => pair.hours),
            Breaks = Dated(breaks),
            Shifts = Dated(shifts),
            ClosedDates = [.. closed],
            SwedishClosures = swedish ? SwedishClosures.PublicHolidaysAndEves : SwedishClosures.None,
        });

    /// <summary>Timetables which are sure to open within a few days.</summary>
    public static Gen<Timetable> OpeningTimetable { get; } =
        Timetable.Select(Intervals(1, 2), (timetable, monday) => timetable with { Week = timetable.Week.SetItem(DayOfWeek.Monday, monday) });

    private static Gen<DateOnly> Date => Gen.Select(Gen.OneOf(EventfulDates), Gen.Int[-3, 8], (date, days) => date.AddDays(days));

    public static Gen<Pause[]> PausesAfter(DateTimeOffset created) => Gen.Select(
        Gen.Int[-86_400, 4 * 86_400], Gen.Int[0, 2 * 86_400], Gen.Int[0, 5], (start, length, kind) =>
            new Pause(created.AddSeconds(start), kind == 0 ? null : created.AddSeconds(start + length))).Array[0, 4];

    private static Gen<ImmutableArray<DayInterval>> Intervals(int fewest, int most) =>
        Gen.Select(Gen.Int[0, 95], Gen.Int[1, 96], (quarter, length) => new DayInterval(quarter * 900, Math.Min(96, quarter + length) * 900))
            .Array[fewest, most].Select(intervals => DayInterval.Merge(intervals));

    private static ImmutableDictionary<DateOnly, ImmutableArray<DayInterval>> Dated((DateOnly Date, ImmutableArray<DayInterval> Hours)[] dates) =>
        dates.DistinctBy(pair => pair.Date).ToImmutableDictionary(pair => pair.Date, pair => pair.Hours);
}
