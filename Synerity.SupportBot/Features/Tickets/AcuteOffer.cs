using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// How to stop the damage, and then the alarm for those whose agreement has it. The others read their own promise and the telephone number:
/// nobody is sold anything in a crisis.
/// </summary>
public sealed class AcuteOffer(TicketStore tickets, AcuteLane lane, FirstAidKit kit, AcuteLines lines) : ICardSource
{
    private const string SourceKind = "acute-offer";
    private const string Alone = "alone";

    public string Kind => SourceKind;

    /// <summary>The buttons below a reply that has said the rest.</summary>
    public static Content Of(TicketKey key) => new(SourceKind, key.ToString());

    /// <summary>A message of its own.</summary>
    public static Content AloneOf(TicketKey key) => new(SourceKind, key.ToString(), Alone);

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (await tickets.ReadAsync(TicketKey.Parse(content.Subject), cancellation) is not { Value: { IsOpen: true } ticket }) return null;
        var (now, reader) = (lines.Now, recipient.Reader);
        var agreement = await lane.AgreementAsync(ticket.Key.Customer, now, cancellation);
        var offers = agreement?.Includes(Entitlement.AcuteResponse) == true && !ticket.IsAcute;
        var aid = kit.For(ticket.Request.What, reader.Tongue);
        var words = aid.Advice + (offers ? lines.ShallIAlert(ticket.Promise, now, reader) : default).In(reader.Tongue);
        Element[] first = content.Detail == Alone ? [Literal.Block(words, weight: TextWeight.Bolder)] : [];
        var card = new AdaptiveCard(
            [.. AcuteBadge.Of(ticket, reader.Tongue), .. first, Literal.Block($"{ticket.Key} · {ticket.Title}"), lines.Telephone(now, reader)],
            [.. offers ? [lines.AlertButton(ticket.Promise, now, new AlarmForm.Data(ticket.Key.ToString()), reader.Tongue)] : Array.Empty<CardAction>(), .. Shown(aid)],
            reader.Lang());
        return new Rendered(words, card, Ticket: content.Subject, Asks: offers ? Asks(ticket.Key.ToString(), null, reader.Tongue).Stored() : null);
    }

    /// <summary>The answer to words that are about no ticket yet.</summary>
    /// <param name="open">An open ticket that it may be about after all.</param>
    internal async Task<Reply> AnewAsync(Turn turn, CustomerKey customer, string what, Ticket? open, CancellationToken cancellation)
    {
        if (await lane.AgreementAsync(customer, turn.Now, cancellation) is not { } agreement) return Reply.Refuse(TicketTexts.NoAgreementNow);
        var (tongue, promise) = (turn.Reader.Tongue, NewPromise.Of(agreement));
        var (aid, kept) = (kit.For(what, tongue), Shorten.Cut(AlarmForm.MostKept, what));
        var offers = agreement.Includes(Entitlement.AcuteResponse);
        var words = Text.Same(aid.Advice) + (offers ? lines.ShallIAlert(promise, turn.Now, turn.Reader) : lines.SendNow(promise, turn.Now, turn.Reader));
        var send = offers
            ? lines.AlertButton(promise, turn.Now, new AlarmForm.Data(), tongue)
            : Button.Opens<AlarmForm, AlarmForm.Data>(TicketTexts.Send, new(), tongue);
        CardAction[] about = open is null ? [] : [Button.For<SayStopped, SayStopped.Data>(AcuteTexts.IsAbout(open.Key), new(open.Key.ToString()), tongue)];
        var field = new InputText(TicketTexts.What.In(tongue)) { Id = TicketForm.What, Value = kept, IsVisible = false };
        return Reply.Show(words, new AdaptiveCard([lines.Telephone(turn.Now, turn.Reader), field], [send, .. Shown(aid), .. about], turn.Reader.Lang())) with
        {
            Asks = Asks(null, kept, tongue),
        };
    }

    private static IEnumerable<CardAction> Shown(FirstAid aid) => aid.ShowHow is { } show ? [show] : [];

    /// <summary>A plain yes raises the form of the alarm, a plain no does not.</summary>
    private static YesNo Asks(string? ticket, string? what, Tongue tongue) => new(
        Button.Opens<AlarmForm, AlarmForm.Data>(AcuteTexts.Alert, new(ticket, what), tongue).Data,
        Button.For<DeclineAlarm, DeclineAlarm.Data>(AcuteTexts.Alert, new(ticket, what), tongue).Data,
        Question: what);
}

/// <summary>No alarm after all: what was said becomes an ordinary form.</summary>
public sealed class DeclineAlarm : ICardAction<DeclineAlarm.Data>
{
    public sealed record Data(string? Ticket = null, string? What = null);

    public static string Verb => "tickets.no-alarm";

    public Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) => Task.FromResult<Outcome>(
        data.Ticket is null && turn.Caller is CustomerUser { HasAgreement: true }
            ? Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), new TicketDraft(NewTicket.Shortened(data.What ?? ""), Impact: "stopped"), turn, AcuteTexts.NotLarmed))
            : Reply.Say(AcuteTexts.NoAlarm));
}
