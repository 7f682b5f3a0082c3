using System.Globalization;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>An alarm on its way: to whoever is alerted, to the ticket's thread, to administrators, and to the customer who waits.</summary>
public sealed class AlarmNews(TicketStore tickets, TicketViews views, AddressBook people, AcuteLines lines) : ICardSource
{
    internal const string First = "first";
    internal const string Next = "next";
    internal const string Everybody = "everybody";
    internal const string NobodyListed = "nobody-listed";
    private const string SourceKind = "alarm";
    private const string OnCall = "on-call";
    private const string Administrator = "administrator";
    private const string Customer = "customer-";
    private const string Closed = "closed";

    public string Kind => SourceKind;

    /// <summary>In person; when that fails the thread hears it and the next one is alerted at once.</summary>
    public static Send ToOnCall(Step.Done alerted, PersonRef person) => new(new ToPerson(person, Else: Thread(alerted.Ticket.Key)), Of(alerted, OnCall))
    {
        IfLost = AcuteLadder.WakeAt(alerted.Ticket.Key, alerted.Entry.At),
    };

    public static Send ToChannel(Step.Done alerted, string what) => new(Thread(alerted.Ticket.Key), Of(alerted, what));

    public static Send ToAdministrator(Step.Done alerted, PersonRef person) => new(new ToPerson(person), Of(alerted, Administrator));

    public static Send ToCustomer(Step.Done alerted, string what) => new(new ToPerson(alerted.Ticket.Requester), Of(alerted, Customer + what));

    /// <summary>Support has closed.</summary>
    public static Send ToCustomer(Ticket ticket) => new(new ToPerson(ticket.Requester), new Content(SourceKind, ticket.Key.ToString(), Customer + Closed));

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        // Taken meanwhile, or not acute any more: the alarm has nothing to say.
        if (await tickets.ReadAsync(TicketKey.Parse(content.Subject), cancellation) is not { Value.IsAlarmOut: true } stored) return null;
        var detail = content.Detail!.Split('|');
        var entry = detail.Length > 1 ? await tickets.EntryAsync(stored.Value.Key, int.Parse(detail[1], CultureInfo.InvariantCulture), cancellation) : null;
        var view = await views.OfAsync(stored.Value, lines.Now, cancellation);
        var to = entry?.Value.To is { } alerted ? await people.FindAsync(alerted, cancellation) : null;
        return For(view, detail[0], TicketView.NameOf(to, TicketTexts.ATechnician), recipient);
    }

    private Rendered? For(TicketView view, string what, Text to, Recipient recipient)
    {
        var key = view.Ticket.Key;
        return what switch
        {
            OnCall when recipient.Person is null => Card(view, AlarmTexts.NotReached(to), recipient.Reader, takes: true),
            OnCall => Card(view, AlarmTexts.Yours(key, view.CustomerName), recipient.Reader, takes: true),
            First => Card(view, AlarmTexts.First(key, view.CustomerName, view.Tier, to), recipient.Reader, takes: true),
            Next => Card(view, AlarmTexts.Next(key, to), recipient.Reader, takes: true),
            Everybody => Card(view, AlarmTexts.Everybody(key), recipient.Reader, takes: true),
            NobodyListed => Card(view, AlarmTexts.NobodyListed(key, view.CustomerName, view.Tier), recipient.Reader, takes: true),
            Administrator => Card(view, AlarmTexts.Administrators(key, view.CustomerName), recipient.Reader, takes: false),
            Customer + Next => Plain(view, AlarmTexts.NextForYou, recipient.Reader),
            Customer + Everybody => Plain(view, lines.IsOpen(view.Ticket.Promise) ? AlarmTexts.EverybodyForYou + AlarmTexts.OrCall : AlarmTexts.EverybodyForYou, recipient.Reader),
            Customer + Closed => Plain(view, AlarmTexts.ClosedForYou(key, Formats.Moment(lines.GoesOutAt(view.Ticket.Promise), view.Now, recipient.Reader.Zone)), recipient.Reader),
            _ => null,
        };
    }

    private static Rendered Card(TicketView view, Text words, Reader reader, bool takes)
    {
        var (tongue, ticket) = (reader.Tongue, view.Ticket);
        var body = new List<Element>([.. AcuteBadge.Of(ticket, tongue), Literal.Block(words.In(tongue), weight: TextWeight.Bolder), Literal.Block(ticket.Title)]);
        if (ticket.Answered is null && view.Standing.DueAt is { } due) body.Add(new TextBlock(TicketTexts.AnswerBy(Formats.Moment(due, view.Now, reader.Zone)).In(tongue)) { Spacing = Spacing.Small });
        body.Add(Literal.Pair(TicketTexts.From.In(tongue), view.RequesterName.In(tongue)));
        if (ticket.Acute?.Phone is { } phone) body.Add(Literal.Pair(AcuteTexts.CallThem.In(tongue), phone));
        CardAction[] actions = takes ? [DeskActions.Take(view, tongue), DeskActions.Answer(view, tongue)] : [];
        return new Rendered($"{AcuteBadge.Before(ticket).In(tongue)}{words.In(tongue)}", new AdaptiveCard(body, actions, reader.Lang()), Alert: true, Ticket: ticket.Key.ToString());
    }

    private static Rendered Plain(TicketView view, Text words, Reader reader) => new(words.In(reader.Tongue), Alert: true, Ticket: view.Ticket.Key.ToString());

    private static ToChannel Thread(TicketKey key) => new(DeskCard.Channel, DeskCard.Of(key));

    private static Content Of(Step.Done alerted, string what) =>
        new(SourceKind, alerted.Ticket.Key.ToString(), string.Create(CultureInfo.InvariantCulture, $"{what}|{alerted.Entry.Number}"));
}

/// <summary>What is said while an alarm looks for somebody.</summary>
internal static class AlarmTexts
{
    public static readonly Text NextForYou = new(
        "Ingen har tagit larmet än, så jag har larmat nästa tekniker.", "Nobody has taken the alert yet, so I've alerted the next technician.");

    public static readonly Text EverybodyForYou = new(
        "Ingen har tagit larmet än, så nu har jag larmat hela supporten.", "Nobody has taken the alert yet, so now I've alerted the whole support team.");

    public static readonly Text OrCall = new(" Du når oss också på 042-4003999.", " You can also reach us on +46 42 400 39 99.");

    public static Text ClosedForYou(TicketKey key, Text opens) => new(
        $"Supporten har stängt, och ingen hann ta {key}. Jag larmar igen {opens.Swedish}.", $"Support has closed, and nobody got to take {key}. I'll alert them again {opens.English}.");

    public static Text Yours(TicketKey key, string customer) => new($"Larm! {key} från {customer} är akut. Kan du ta det?", $"Alert! {key} from {customer} is acute. Can you take it?");

    public static Text First(TicketKey key, string customer, Text tier, Text to) => new(
        $"{key} från {customer} ({tier.Swedish}) är akut. {to.Swedish} är larmad.", $"{key} from {customer} ({tier.English}) is acute. {to.English} has been alerted.");

    public static Text Next(TicketKey key, Text to) => new(
        $"Ingen har tagit larmet på {key}. Nu är {to.Swedish} larmad.", $"Nobody has taken the alert on {key}. Now {to.English} has been alerted.");

    public static Text Everybody(TicketKey key) => new(
        $"Ingen har tagit larmet på {key}, och alla på jourlistan är larmade. Vem tar det?", $"Nobody has taken the alert on {key}, and everybody on call has been alerted. Who takes it?");

    public static Text NobodyListed(TicketKey key, string customer, Text tier) => new(
        $"{key} från {customer} ({tier.Swedish}) är akut, och ingen på jourlistan går att nå. Vem tar det?",
        $"{key} from {customer} ({tier.English}) is acute, and nobody on the on-call list can be reached. Who takes it?");

    public static Text Administrators(TicketKey key, string customer) => new(
        $"Ingen har tagit larmet på {key} från {customer}. Ring någon som kan ta det.", $"Nobody has taken the alert on {key} from {customer}. Call someone who can take it.");

    public static Text NotReached(Text name) => new($"Jag når inte {name.Swedish} i chatten, så nästa larmas.", $"I can't reach {name.English} in the chat, so the next one is alerted.");
}
