using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Sla;

/// <summary><em>Öppettider</em>: open now? when next? and the closed days ahead.</summary>
public sealed class ShowHours(WorkingHours hours) : ITextCommand
{
    private const int DaysAhead = 45;

    public static CommandWords Words { get; } = new(
        ["öppettider", "öppet", "har ni öppet", "när öppnar ni", "när stänger ni", "telefon", "kontakt"],
        ["hours", "opening hours", "are you open", "when do you open", "when do you close", "phone", "contact"],
        Help: new("se när vi har öppet och hur du når oss", "see when we are open and how to reach us"));

    public static bool IsFor(Caller caller) => true;

    public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(Reply.Show(Now(turn.Now, turn.Reader.Zone), For(turn.Now, turn.Reader)));

    /// <summary><em>Vi har öppet nu, till 17:00.</em> or when we open.</summary>
    internal Text Now(DateTimeOffset now, TimeZoneInfo zone)
    {
        if (hours.IsOpen(now)) return hours.NextClosing(now) is { } closing ? HoursTexts.OpenUntil(Formats.Clock(closing, zone)) : HoursTexts.Open;
        return hours.NextOpening(now) is { } opening ? HoursTexts.OpensAt(Formats.Moment(opening, now, zone)) : HoursTexts.Closed;
    }

    internal AdaptiveCard For(DateTimeOffset now, Reader reader)
    {
        var tongue = reader.Tongue;
        var body = new List<Element>
        {
            new TextBlock(HoursTexts.Title.In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading },
            new TextBlock(HoursTexts.Usual.In(tongue)),
        };
        var closed = ClosedDay.Between(hours, now, now.AddDays(DaysAhead)).Where(day => day.Because != ClosedBecause.Weekday).ToList();
        if (closed.Count > 0)
        {
            body.Add(new TextBlock(HoursTexts.ClosedAhead.In(tongue)) { Weight = TextWeight.Bolder });
            body.Add(new FactSet([.. closed.Select(day => new Fact(
                Formats.Sentence(Formats.Date(day.Date, Formats.DateIn(now, reader.Zone).Year)).In(tongue),
                (day.Holiday ?? HoursTexts.Closure).In(tongue)))]));
        }

        body.Add(new TextBlock(HoursTexts.Reach.In(tongue)) { Separator = true });
        return new AdaptiveCard(body, Lang: reader.Lang());
    }
}

/// <summary>Sentences about when we are open.</summary>
internal static class HoursTexts
{
    public static readonly Text Title = new("Öppettider", "Opening hours");
    public static readonly Text Open = new("Vi har öppet nu.", "We are open now.");
    public static readonly Text Closed = new("Vi har stängt.", "We are closed.");
    public static readonly Text ClosedAhead = new("Stängt framöver", "Closed ahead");
    public static readonly Text Closure = new("stängt", "closed");

    public static readonly Text Usual = new(
        "Måndag–fredag 08:00–17:00 svensk tid, stängt helgdagar samt midsommar-, jul- och nyårsafton. Ärenden kan du skicka när som helst.",
        "Monday–Friday 08:00–17:00 Swedish time, closed on public holidays and on Midsummer's Eve, Christmas Eve and New Year's Eve. You can send tickets at any time.");

    public static readonly Text Reach = new(
        "Telefon 042-4003999 · support@synerity.se · support.synerity.se",
        "Phone +46 42 400 39 99 · support@synerity.se · support.synerity.se");

    public static Text OpenUntil(string clock) => new($"Vi har öppet nu, till {clock}.", $"We are open now, until {clock}.");

    public static Text OpensAt(Text when) => new($"Vi har stängt nu och öppnar {when.Swedish}.", $"We are closed now and open {when.English}.");
}
