using System.Globalization;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>The values of the agreement sheet in words.</summary>
public static class TermTexts
{
    private static readonly NumberFormatInfo SwedishNumbers = new() { NumberGroupSeparator = "\u00A0" };
    private static readonly NumberFormatInfo EnglishNumbers = new() { NumberGroupSeparator = "," };

    public static Text Value(Term term) => term switch
    {
        Term.NotIncluded => new("ingår inte", "not included"),
        Term.Included => new("ingår", "included"),
        Term.IncludedHigher => new("ingår, med högre rabatt", "included, with a higher discount"),
        Term.OnRequest => new("på begäran", "on request"),
        Term.Proactive => new("proaktivt", "proactively"),
        Term.Response response => OpeningTime(response.Within),
        Term.PricePerMonth price => Price(price),
        _ => throw new ArgumentOutOfRangeException(nameof(term)),
    };

    /// <summary>"8 timmar", "1 timme 30 minuter"; days are not used, for opening time has none.</summary>
    public static Text Duration(TimeSpan time)
    {
        var parts = new List<Text>();
        Add((long)time.TotalHours, new("timme", "hour"), new("timmar", "hours"));
        Add(time.Minutes, new("minut", "minute"), new("minuter", "minutes"));
        Add(time.Seconds, new("sekund", "second"), new("sekunder", "seconds"));
        return new(string.Join(' ', parts.Select(part => part.Swedish)), string.Join(' ', parts.Select(part => part.English)));

        void Add(long count, Text one, Text many)
        {
            if (count > 0) parts.Add(Text.Same($"{count} ") + (count == 1 ? one : many));
        }
    }

    private static Text OpeningTime(TimeSpan time) => new(
        $"{Duration(time).Swedish} öppettid",
        time.Ticks % TimeSpan.TicksPerHour == 0
            ? Duration(time).English.Replace("hour", "opening hour", StringComparison.Ordinal)
            : $"{Duration(time).English} of opening time");

    private static Text Price(Term.PricePerMonth price) =>
        new Text($"{price.Kronor.ToString("N0", SwedishNumbers)} kr/mån", $"SEK {price.Kronor.ToString("N0", EnglishNumbers)} a month")
        + Text.Same(price.Asterisk ? " *" : "");
}
