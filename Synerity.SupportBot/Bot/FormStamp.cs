using System.Globalization;
using System.Text.RegularExpressions;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>
/// Makes a form count once, however often it is pressed or delivered: the row is inserted with the change it led to. Rows are kept 14 days,
/// so a form older than 7 is answered with a fresh one.
/// </summary>
/// <param name="Nonce">32 hexadecimal digits.</param>
/// <param name="Day">The day it was issued, <c>yyyyMMdd</c> in UTC.</param>
public sealed partial record FormStamp(string Nonce, string Day)
{
    private const int DaysValid = 7;
    private const string Prefix = "f|";

    public static FormStamp Issue(DateTimeOffset now) => new(Guid.NewGuid().ToString("N"), Format(now));

    /// <summary>False for a form that is too old, or that never was ours.</summary>
    public bool IsValid(DateTimeOffset now) =>
        IsWellFormed
        && DateTime.TryParseExact(Day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var day)
        && now.UtcDateTime - day is var age && age < TimeSpan.FromDays(DaysValid + 1) && age > TimeSpan.FromDays(-1);

    /// <summary>True for what could be one of ours: anything else came from somewhere else and must not become part of a key.</summary>
    internal bool IsWellFormed => Pattern().IsMatch($"{Day}|{Nonce}");

    /// <summary>The same form's next step, which also counts once.</summary>
    public FormStamp Then(string step) => this with { Nonce = $"{Nonce}.{step}" };

    /// <summary>The row that only one commit can insert.</summary>
    /// <param name="outcome">What the form led to, such as a ticket's key.</param>
    public RowWrite Use(PersonRef by, string outcome) => new RowWrite.Insert(Key(by), StoredJson.Write(outcome));

    public string Key(PersonRef by) => $"{Prefix}{Day}|{by.Id}|{Nonce}";

    /// <summary>How the keys of the forms issued on a day begin, so that old ones are a range.</summary>
    internal static string DayPrefix(DateTimeOffset day) => Prefix + Format(day);

    private static string Format(DateTimeOffset day) => day.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9]{8}[|][0-9a-f]{32}([.][a-z]+)?$")]
    private static partial Regex Pattern();
}
