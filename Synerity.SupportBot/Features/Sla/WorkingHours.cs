using System.Collections.Concurrent;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>
/// A calendar one can count with: business seconds between instants, and the instant at which a number of them has passed. All intervals
/// include their start and exclude their end; instants are whole seconds (fractions are cut off), results are in UTC. Each local day is
/// built from its date and the zone (how gaps and ambiguous hours are read: <see cref="LocalDays"/>). Immutable and safe for concurrent
/// use: years are calculated once, when first needed, and counting costs one search in a year plus a step for each further year.
/// </summary>
/// <remarks>Instants must lie in the years 3 to 9990, else <see cref="ArgumentOutOfRangeException"/>; what would end later has no answer (null).</remarks>
public sealed class WorkingHours
{
    private const int FirstYear = 3;
    private const int LastYear = 9990;
    private const int YearsKept = 256;
    private const long LongestYear = 367 * 86_400L;
    private readonly ConcurrentDictionary<int, YearHours> _years = new(concurrencyLevel: 1, capacity: 3);
    private readonly LocalDays _days;
    private readonly int _lastYearWithHours;
    private volatile YearHours? _recent;

    public WorkingHours(Timetable timetable)
    {
        Timetable = timetable;
        _days = LocalDays.Of(timetable.Zone);
        _lastYearWithHours = Enum.GetValues<DayOfWeek>().Any(timetable.HasHoursOn)
            ? LastYear
            : timetable.Shifts.Keys.Select(date => date.Year).DefaultIfEmpty(FirstYear).Max();
    }

    public Timetable Timetable { get; }

    public bool IsOpen(DateTimeOffset at) => IsOpen(Seconds(at));

    /// <summary><paramref name="at"/> itself when open, else the next opening; null when the calendar never opens again.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset at) => Instant(NextOpening(Seconds(at)));

    /// <summary>When the hours that are open at <paramref name="at"/>, or else the next ones, end; null when they never do, or never open.</summary>
    public DateTimeOffset? NextClosing(DateTimeOffset at)
    {
        if (NextOpening(Seconds(at)) is not { } open)
        {
            return null;
        }

        for (var year = YearAt(open); ; year = YearOf(year.Year + 1))
        {
            if (!year.IsOpen(open))
            {
                return Instant(open);
            }

            open = year.ClosingOf(open);
            if (open < year.To || year.Year >= LastYear)
            {
                return open < year.To ? Instant(open) : null;
            }
        }
    }

    /// <summary>
    /// The earliest instant at which <paramref name="seconds"/> business seconds have passed since <paramref name="from"/>: the closing
    /// instant when they end exactly there. For 0 seconds, when the clock would start: at once when open, else at the next opening.
    /// </summary>
    /// <returns>Null when the calendar does not have that many hours left.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="seconds"/> is negative.</exception>
    public DateTimeOffset? Add(DateTimeOffset from, long seconds) => Instant(Add(Seconds(from), seconds));

    /// <summary>Business seconds in [from, to); 0 when <paramref name="to"/> is not later.</summary>
    public long Measure(DateTimeOffset from, DateTimeOffset to) => Measure(Seconds(from), Seconds(to));

    /// <summary>The local date at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset at) => _days.DateAt(Seconds(at));

    internal bool IsOpen(long at) => YearAt(at).IsOpen(at);

    internal long? NextOpening(long at)
    {
        for (var year = YearAt(at); year.Year <= _lastYearWithHours; year = YearOf(year.Year + 1))
        {
            if (year.OpeningFrom(at) is { } opening)
            {
                return opening;
            }
        }

        return null;
    }

    internal long? Add(long from, long seconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        if (seconds == 0)
        {
            return NextOpening(from);
        }

        var year = YearAt(from);
        if (seconds > (_lastYearWithHours - year.Year + 1) * LongestYear)
        {
            return null;
        }

        var left = seconds + year.OpenBefore(from);
        while (left > year.Total)
        {
            left -= year.Total;
            if (year.Year >= _lastYearWithHours)
            {
                return null;
            }

            year = YearOf(year.Year + 1);
        }

        return year.WhenPassed(left);
    }

    internal long Measure(long from, long to)
    {
        if (to <= from)
        {
            return 0;
        }

        var (year, last) = (YearAt(from), YearAt(to));
        var passed = last.OpenBefore(to) - year.OpenBefore(from);
        for (; year.Year < last.Year && year.Year <= _lastYearWithHours; year = YearOf(year.Year + 1))
        {
            passed += year.Total;
        }

        return passed;
    }

    internal static long Seconds(DateTimeOffset at) =>
        at.UtcDateTime.Year is >= FirstYear and <= LastYear
            ? at.ToUnixTimeSeconds()
            : throw new ArgumentOutOfRangeException(nameof(at), $"{at:u} is not in the years {FirstYear}-{LastYear}");

    internal static DateTimeOffset? Instant(long? seconds) => seconds is { } known ? DateTimeOffset.FromUnixTimeSeconds(known) : null;

    private YearHours YearAt(long at)
    {
        if (_recent is { } recent && recent.From <= at && at < recent.To)
        {
            return recent;
        }

        var year = YearOf(DateTime.UnixEpoch.AddSeconds(at).Year);
        year = at < year.From ? YearOf(year.Year - 1) : at >= year.To ? YearOf(year.Year + 1) : year;
        return _recent = year;
    }

    private YearHours YearOf(int number)
    {
        if (_years.TryGetValue(number, out var year))
        {
            return year;
        }

        year = YearHours.Of(number, _days, Timetable);
        if (_years.Count < YearsKept)
        {
            _years.TryAdd(number, year);
        }

        return year;
    }
}
