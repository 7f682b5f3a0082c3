using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>When the next update comes, as far as it has been filled in: a day and a clock time in the technician's zone.</summary>
/// <param name="At">Null: none, or something is wrong.</param>
/// <param name="Errors">By input id; null when nothing is wrong.</param>
internal sealed record NextUpdateDraft(string Day = "", string Time = "", DateTimeOffset? At = null, IReadOnlyDictionary<string, Text>? Errors = null)
{
    public const string DayId = "updateDay";
    public const string TimeId = "updateTime";
    private const int MostDays = 92;

    public static NextUpdateDraft From(Inputs inputs) => new(inputs[DayId], inputs[TimeId]);

    /// <summary>The same with the moment it means, or with what is wrong. A day without a time means when the hours end that day.</summary>
    public NextUpdateDraft Checked(Turn turn, WorkingHours hours, bool required = false)
    {
        if (Day.Length == 0) return required || Time.Length > 0 ? Wrong(DayId, NextUpdateTexts.DayMissing) : this;
        var today = Formats.DateIn(turn.Now, turn.Reader.Zone);
        if (FormFields.DateIn(Day) is not { } date || date < today || date > today.AddDays(MostDays)) return Wrong(DayId, NextUpdateTexts.DayWrong);
        DateTimeOffset? at = null;
        if (Time.Length > 0)
        {
            if (!TimeOnly.TryParseExact(Time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return Wrong(TimeId, NextUpdateTexts.TimeWrong);
            at = FormFields.InstantOf(date, time, turn.Reader.Zone);
        }
        else if (BusinessDays.ClosingOn(hours, date) is { } closing)
        {
            at = closing;
        }

        if (at is null) return Wrong(DayId, NextUpdateTexts.ClosedThen);
        return at <= turn.Now ? Wrong(Time.Length > 0 ? TimeId : DayId, NextUpdateTexts.Passed) : this with { At = at };
    }

    public IEnumerable<Element> Fields(Text day, DateTimeOffset now, Reader reader)
    {
        var first = Formats.DateIn(now, reader.Zone);
        var date = new InputDate(day.In(reader.Tongue)) { Id = DayId, Value = Day.Length > 0 ? Day : null, Min = FormFields.DateOf(first), Max = FormFields.DateOf(first.AddDays(MostDays)) };
        var time = new InputTime(NextUpdateTexts.Time.In(reader.Tongue)) { Id = TimeId, Value = Time.Length > 0 ? Time : null };
        return [.. FormFields.With(date, Errors, reader.Tongue), .. FormFields.With(time, Errors, reader.Tongue)];
    }

    private NextUpdateDraft Wrong(string id, Text why) => this with { Errors = new Dictionary<string, Text> { [id] = why } };
}
