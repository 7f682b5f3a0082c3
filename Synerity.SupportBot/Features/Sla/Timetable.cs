using System.Collections.Immutable;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>Which Swedish holidays close a calendar.</summary>
public enum SwedishClosures
{
    None,
    PublicHolidays,
    PublicHolidaysAndEves,
}

/// <summary>
/// What a calendar says: plain data, from which <see cref="WorkingHours"/> counts. On a date, in this order: a closed date or Swedish
/// holiday has no hours; a shift replaces the weekday's hours; breaks are cut out of either.
/// </summary>
public sealed record Timetable
{
    private static readonly ImmutableArray<DayInterval> OfficeHours = [new DayInterval(8 * 3600, 17 * 3600)];

    /// <summary>Whose wall clock the hours are on.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The ordinary week. A weekday that is missing or empty is closed; several intervals a day are allowed.</summary>
    public ImmutableDictionary<DayOfWeek, ImmutableArray<DayInterval>> Week { get; init; } =
        ImmutableDictionary<DayOfWeek, ImmutableArray<DayInterval>>.Empty;

    /// <summary>Whole local days without hours: the calendar's own holidays and registered closures.</summary>
    public ImmutableHashSet<DateOnly> ClosedDates { get; init; } = [];

    public SwedishClosures SwedishClosures { get; init; }

    /// <summary>Hours that stand in for the weekday's on single dates; an empty list closes the date.</summary>
    public ImmutableDictionary<DateOnly, ImmutableArray<DayInterval>> Shifts { get; init; } =
        ImmutableDictionary<DateOnly, ImmutableArray<DayInterval>>.Empty;

    /// <summary>Time cut out of single dates.</summary>
    public ImmutableDictionary<DateOnly, ImmutableArray<DayInterval>> Breaks { get; init; } =
        ImmutableDictionary<DateOnly, ImmutableArray<DayInterval>>.Empty;

    /// <summary>Monday to Friday 08:00–17:00 in Stockholm, closed on Swedish public holidays and, unless set otherwise, the three eves.</summary>
    public static Timetable Standard(bool evesClosed = true) => new()
    {
        Zone = Stockholm,
        Week = OfficeWeek,
        SwedishClosures = evesClosed ? SwedishClosures.PublicHolidaysAndEves : SwedishClosures.PublicHolidays,
    };

    public static TimeZoneInfo Stockholm { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>Monday to Friday 08:00–17:00.</summary>
    public static ImmutableDictionary<DayOfWeek, ImmutableArray<DayInterval>> OfficeWeek { get; } =
        Enumerable.Range((int)DayOfWeek.Monday, 5).ToImmutableDictionary(day => (DayOfWeek)day, _ => OfficeHours);

    /// <summary>The same timetable, closed on these dates as well.</summary>
    public Timetable ClosedAlsoOn(IEnumerable<DateOnly> dates) => this with { ClosedDates = ClosedDates.Union(dates) };

    internal bool HasHoursOn(DayOfWeek weekday) => Week.TryGetValue(weekday, out var hours) && !hours.IsEmpty;

    internal bool IsClosedBySwedishLaw(Holiday holiday) =>
        SwedishClosures >= (holiday.Kind == HolidayKind.Eve ? SwedishClosures.PublicHolidaysAndEves : SwedishClosures.PublicHolidays);
}
