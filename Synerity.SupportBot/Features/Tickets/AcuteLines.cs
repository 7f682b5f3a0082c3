using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What depends on the hour when it is acute: whether support is there to be alerted, and how it is reached meanwhile.</summary>
public sealed class AcuteLines(PromiseClock promises, AcuteLane lane, WorkingHours telephone, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public bool IsOpen(Promise promise) => lane.IsOpen(promise, Now);

    /// <summary>When an alarm of now goes out.</summary>
    public DateTimeOffset GoesOutAt(Promise promise) => lane.GoesOutAt(promise, Now);

    /// <summary>Begins with a space.</summary>
    public Text ShallIAlert(Promise promise, DateTimeOffset now, Reader reader) => Waits(promise, now) is { } opens
        ? Text.Same(" ") + AcuteTexts.ShallIAlertThen(Formats.Clock(opens, reader.Zone), DayOf(opens, now, reader.Zone))
        : AcuteTexts.ShallIAlert;

    public Submit AlertButton(Promise promise, DateTimeOffset now, AlarmForm.Data data, Tongue tongue) =>
        Button.Opens<AlarmForm, AlarmForm.Data>(Waits(promise, now) is null ? AcuteTexts.AlertNow : AcuteTexts.AlertAtOpening, data, tongue);

    /// <summary>What the customer's own agreement promises for a ticket that is sent now. Begins with a space.</summary>
    public Text SendNow(Promise promise, DateTimeOffset now, Reader reader) => DueOf(promise, now) is { } due
        ? AcuteTexts.SendNow(Formats.Moment(due, now, reader.Zone))
        : Text.Same(" ") + TicketTexts.SoonAsWeCan;

    /// <summary>The receipt of an alarm. By night the first aid has to last until the morning, so it is said again.</summary>
    public Text Receipt(Ticket acute, DateTimeOffset now, Reader reader, Func<FirstAid> aid)
    {
        if (Waits(acute.Promise, now) is not { } opens) return AcuteTexts.IsOut(acute.Key);
        Text? due = promises.Of(acute).At(now).DueAt is not { } at ? null
            : Formats.DateIn(at, reader.Zone) == Formats.DateIn(opens, reader.Zone) ? Text.Same(Formats.Clock(at, reader.Zone)) : Formats.Moment(at, now, reader.Zone);
        return Text.Same(aid().Advice + " ") + AcuteTexts.AtOpening(Formats.Clock(opens, reader.Zone), DayOf(opens, now, reader.Zone), due);
    }

    public TextBlock Telephone(DateTimeOffset now, Reader reader)
    {
        var words = telephone.IsOpen(now) && telephone.NextClosing(now) is { } closing ? AcuteTexts.CallNow(Formats.Clock(closing, reader.Zone))
            : telephone.NextOpening(now) is { } opens ? AcuteTexts.CallFrom(Formats.Moment(opens, now, reader.Zone))
            : AcuteTexts.OurPhone;
        return new TextBlock(words.In(reader.Tongue).Trim()) { Size = TextSize.Small };
    }

    /// <summary>When the alarm goes out; null: at once.</summary>
    private DateTimeOffset? Waits(Promise promise, DateTimeOffset now) => lane.GoesOutAt(promise, now) is var at && at > now ? at : null;

    private DateTimeOffset? DueOf(Promise promise, DateTimeOffset now) =>
        promise.Budget is { } budget ? promises.HoursOf(promise).Add(now, (long)budget.TotalSeconds) : null;

    private static Text DayOf(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (day, today) = (Formats.DateIn(at, zone), Formats.DateIn(now, zone));
        return day.DayNumber - today.DayNumber <= 1 ? Formats.Day(day, today) : AcuteTexts.On(Formats.Date(day, today.Year));
    }
}
