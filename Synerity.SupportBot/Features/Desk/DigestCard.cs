using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>A technician's morning: what to answer today, what nobody has, what has waited long. From the lists as they are when it is sent.</summary>
public sealed class DigestCard(TicketLists lists, TicketViews views, MorningHours hours) : ICardSource
{
    private const string SourceKind = "morning";
    private const int MostLookedAt = 30;
    private const int MostRows = 6;
    private const int MostWaiting = 3;
    private static readonly TimeSpan Long = TimeSpan.FromDays(5);

    public string Kind => SourceKind;

    public static Content Of(DateTimeOffset morning) => new(SourceKind, morning.UtcTicks.ToString(CultureInfo.InvariantCulture));

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (recipient.Person is not { } person) return null;
        var (reader, now) = (recipient.Reader, hours.Now);
        var mine = (await lists.QueueAsync(new QueuePart.Of(person.Ref), after: null, MostLookedAt, cancellation)).Tickets;
        var free = (await lists.QueueAsync(new QueuePart.Untaken(), after: null, MostRows, cancellation)).Tickets;
        var today = Formats.DateIn(now, reader.Zone);
        var answer = await ViewsAsync(mine.Where(ticket => ticket.IsAcute || (ticket.DueAt is { } due && Formats.DateIn(due, reader.Zone) <= today)).Take(MostRows), now, cancellation);
        var untaken = await ViewsAsync(free, now, cancellation);
        var waiting = await ViewsAsync(mine.Where(ticket => ticket.State == TicketState.WaitingForCustomer && now - ticket.Since >= Long).Take(MostWaiting), now, cancellation);
        return For(person, answer, untaken, waiting, now, reader) with { Notice = new Notice(NoticeKinds.Morning), Alert = true };
    }

    internal static Rendered For(Person person, IReadOnlyList<TicketView> answer, IReadOnlyList<TicketView> untaken, IReadOnlyList<TicketView> waiting, DateTimeOffset now, Reader reader)
    {
        var tongue = reader.Tongue;
        var hello = DigestTexts.GoodMorning(Text.Same(Shorten.To(40, person.FirstName))) + Beginning(answer, untaken, now, reader);
        if (answer.Count + untaken.Count + waiting.Count == 0) return new Rendered(hello.In(tongue));
        var date = Formats.DateIn(now, reader.Zone);
        var body = new List<Element>
        {
            Literal.Block(hello.In(tongue), weight: TextWeight.Bolder),
            new TextBlock(Formats.Sentence(Formats.Date(date, date.Year)).In(tongue)) { IsSubtle = true, Size = TextSize.Small },
        };
        body.AddRange(Part(DigestTexts.AnswerToday, answer, view => Row(view, reader), tongue));
        body.AddRange(Part(DigestTexts.NobodyHasThem, untaken, view => Row(view, reader), tongue));
        body.AddRange(Part(DigestTexts.WaitingLong, waiting, view => Opens(view, Literal.Block(
            DigestTexts.WaitsSince(view.Ticket.Key, Formats.Date(Formats.DateIn(view.Ticket.Since, reader.Zone), date.Year)).In(tongue))), tongue));
        var queue = Button.Says(DigestTexts.OpenQueue, DigestTexts.Queue, tongue);
        CardAction[] actions = answer.Count > 0
            ? [Button.Opens<AnswerForm, AnswerForm.Data>(DigestTexts.AnswerOn(answer[0].Ticket.Key), new(answer[0].Ticket.Key.ToString()), tongue), queue]
            : [queue];
        return new Rendered(hello.In(tongue), new AdaptiveCard(body, actions, reader.Lang()));
    }

    /// <summary>What to begin with.</summary>
    private static Text Beginning(IReadOnlyList<TicketView> answer, IReadOnlyList<TicketView> untaken, DateTimeOffset now, Reader reader)
    {
        if (answer is [var first, ..]) return DigestTexts.BeginWith(first.Ticket.Key) + Due(first, now, reader);
        return untaken is [{ Ticket.DueAt: not null } free, ..] && Formats.DateIn(free.Ticket.DueAt.Value, reader.Zone) <= Formats.DateIn(now, reader.Zone)
            ? DigestTexts.NobodyHas(free.Ticket.Key) + Due(free, now, reader)
            : DigestTexts.NothingUrgent;
    }

    private static Text Due(TicketView view, DateTimeOffset now, Reader reader) => view.Ticket.DueAt is not { } due ? Text.Same(".")
        : due < now ? DigestTexts.WasDue(Formats.Moment(due, now, reader.Zone))
        : DigestTexts.DueAt(Formats.DateIn(due, reader.Zone) == Formats.DateIn(now, reader.Zone) ? Text.Same(Formats.Clock(due, reader.Zone)) : Formats.Moment(due, now, reader.Zone));

    private static IEnumerable<Element> Part(Text title, IReadOnlyList<TicketView> all, Func<TicketView, Element> row, Tongue tongue) =>
        all.Count == 0 ? [] : [new TextBlock(title.In(tongue)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium }, .. all.Select(row)];

    private static Container Row(TicketView view, Reader reader)
    {
        var tongue = reader.Tongue;
        var when = view.Ticket.DueAt is { } due ? Formats.Moment(due, view.Now, reader.Zone).In(tongue) + " · " : "";
        return Opens(
            view,
            [
                .. AcuteBadge.Of(view.Ticket, tongue),
                Literal.Block($"{when}{view.Ticket.Key} · {Shorten.To(40, view.CustomerName)} · {view.Tier.In(tongue)}"),
                Literal.Block(view.Ticket.Title, TextSize.Small, subtle: true) with { Spacing = Spacing.None },
            ]);
    }

    private static Container Opens(TicketView view, params IReadOnlyList<Element> lines)
    {
        var key = Text.Same(view.Ticket.Key.ToString());
        return new Container(lines) { Spacing = Spacing.Small, SelectAction = Button.Says(key, key, Tongue.Swedish) };
    }

    private async Task<IReadOnlyList<TicketView>> ViewsAsync(IEnumerable<Ticket> tickets, DateTimeOffset now, CancellationToken cancellation)
    {
        var all = new List<TicketView>();
        foreach (var ticket in tickets) all.Add(await views.OfAsync(ticket, now, cancellation));
        return all;
    }
}

internal static class DigestTexts
{
    public static readonly Text NothingUrgent = new("Inget brådskar i dag.", "Nothing is urgent today.");
    public static readonly Text AnswerToday = new("Svara i dag", "Answer today");
    public static readonly Text NobodyHasThem = new("Ingen har tagit", "Nobody has it");
    public static readonly Text WaitingLong = new("Har väntat länge", "Waiting long");
    public static readonly Text OpenQueue = new("Öppna kön", "Open the queue");
    public static readonly Text Queue = new("kö", "queue");

    public static Text GoodMorning(Text name) => new($"God morgon {name.Swedish}! ", $"Good morning {name.English}! ");

    public static Text BeginWith(TicketKey key) => new($"Börja med {key}", $"Start with {key}");

    public static Text NobodyHas(TicketKey key) => new($"Ingen har tagit {key}", $"Nobody has {key}");

    public static Text DueAt(Text due) => new($", svar senast {due.Swedish}.", $", answer due {due.English}.");

    public static Text WasDue(Text due) => new($", svaret skulle ha kommit {due.Swedish}.", $", an answer was due {due.English}.");

    public static Text WaitsSince(TicketKey key, Text day) => new($"{key} väntar på kunden sedan {day.Swedish}", $"{key} has waited for the customer since {day.English}");

    public static Text AnswerOn(TicketKey key) => new($"Svara på {key}", $"Answer {key}");
}
