using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Desk;

/// <summary><em>Jour</em>: who is alerted this week and the next ones. Administrators change it from here.</summary>
public sealed class ShowOnCall(OnCallStore list, AddressBook people, IOptions<AcuteOptions> acute, TimeProvider clock) : ITextCommand, ICardSource
{
    private const string SourceKind = "on-call";
    private const string ForAdministrators = "administrator";
    private const int WeeksShown = 4;

    public static CommandWords Words { get; } = new(
        ["jour", "jourlista", "jourlistan", "vem har jour"],
        ["on-call", "on call", "oncall", "who is on call"],
        Help: new("se vem som larmas vid akuta fel, och ändra det (administratör)", "see who is alerted when something is acute, and change it (administrators)"));

    public string Kind => SourceKind;

    public static bool IsFor(Caller caller) => caller is Staff;

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) =>
        new Reply { Card = (await RenderAsync(Of(turn), new Recipient(turn.Reader, null), cancellation))!.Card };

    /// <summary>As this turn's caller may see it.</summary>
    internal static Content Of(Turn turn) => new(SourceKind, "-", IsAdministrator(turn.Caller) ? ForAdministrators : null);

    internal static bool IsAdministrator(Caller caller) => caller is Staff staff && staff.Roles.HasFlag(StaffRoles.Administrator);

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var known = (await list.ReadAsync(cancellation))?.Value ?? OnCallList.Empty;
        var (reader, now) = (recipient.Reader, clock.GetUtcNow());
        var (tongue, week) = (reader.Tongue, OnCallList.WeekOf(now));
        var body = new List<Element> { new TextBlock(OnCallTexts.Title.In(tongue)) { Size = TextSize.Medium, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading } };
        if (known.IsEmpty) body.Add(new TextBlock(OnCallTexts.Empty.In(tongue)));
        else for (var at = 0; at < WeeksShown; at++) body.AddRange(await WeekAsync(known, week.AddDays(7 * at), at, reader, cancellation));
        if (known.Rotates) body.Add(Small(OnCallTexts.Rotates, tongue));
        body.Add(Small(OnCallTexts.After(acute.Value.NextAfterMinutes) + (acute.Value.OutsideHours ? OnCallTexts.AtAnyHour : OnCallTexts.InHours), tongue));
        if (known is { ChangedBy: { } by, ChangedAt: { } when })
        {
            var name = TicketView.NameOf(await people.FindAsync(by, cancellation), TicketTexts.Somebody);
            body.Add(Literal.Block(OnCallTexts.ChangedBy(name, Formats.Moment(when, now, reader.Zone)).In(tongue), TextSize.Small, subtle: true));
        }

        return new Rendered(OnCallTexts.Title.In(tongue), new AdaptiveCard(body, content.Detail == ForAdministrators ? Actions(week, tongue) : [], reader.Lang()));
    }

    private async Task<IEnumerable<Element>> WeekAsync(OnCallList known, DateOnly monday, int at, Reader reader, CancellationToken cancellation)
    {
        var (tongue, order) = (reader.Tongue, known.In(monday));
        var day = OnCallTexts.Week(Formats.ShortDate(monday), Formats.ShortDate(monday.AddDays(6)));
        var title = (at == 0 ? OnCallTexts.ThisWeek + Text.Same(", ") : at == 1 ? OnCallTexts.NextWeek + Text.Same(", ") : default) + day + (known.IsSpecial(monday) ? OnCallTexts.OnlyThatWeek : default);
        var lines = new List<Element> { new TextBlock(title.In(tongue)) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium } };
        var names = new List<string>();
        foreach (var (index, who) in order.Index())
        {
            var person = await people.FindAsync(who, cancellation);
            var name = TicketView.NameOf(person, TicketTexts.ATechnician);
            names.Add($"{index + 1}. {Shorten.To(60, name.In(tongue))}");
            if (at == 0 && person is not { Blocked: null, ServiceUrl: not null }) lines.Add(Literal.Block(OnCallTexts.NotReached(Text.Same(Shorten.To(60, name.In(tongue)))).In(tongue), TextSize.Small));
        }

        lines.Insert(1, Literal.Block(names.Count > 0 ? string.Join("  ", names) : OnCallTexts.Nobody.In(tongue)) with { Spacing = Spacing.Small });
        return lines;
    }

    private static CardAction[] Actions(DateOnly week, Tongue tongue) =>
    [
        Button.Opens<OnCallForm, OnCallForm.Data>(OnCallTexts.Change, new(), tongue),
        Button.Opens<OnCallForm, OnCallForm.Data>(OnCallTexts.ChangeThisWeek, new(OnCallList.NameOf(week)), tongue),
        Button.Opens<OnCallForm, OnCallForm.Data>(OnCallTexts.ChangeNextWeek, new(OnCallList.NameOf(week.AddDays(7))), tongue),
    ];

    private static TextBlock Small(Text words, Tongue tongue) => new(words.In(tongue)) { IsSubtle = true, Size = TextSize.Small };
}
