using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>Why the law gives people the day off.</summary>
public enum HolidayKind
{
    /// <summary>A public holiday (allmän helgdag) by the law 1989:253.</summary>
    PublicHoliday,

    /// <summary>Midsommarafton, julafton or nyårsafton, which 1930:173 §2 treats as holidays; whether they are closed is a setting.</summary>
    Eve,
}

/// <summary>One holiday of one year. Two holidays may share a date (1 May and Ascension Day in 2008).</summary>
/// <param name="Name">Its name as the law has it, and in English.</param>
public sealed record Holiday(DateOnly Date, HolidayKind Kind, Text Name)
{
    /// <summary>True from Monday to Friday, when the day would otherwise have been a working day.</summary>
    public bool FallsOnWeekday => Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}
