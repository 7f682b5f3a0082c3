using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Reminds the customer of what was asked, or asks whether it has been solved, and says that it is closed then.</summary>
public sealed class WaitingCard(TicketStore tickets, TicketViews views, TimeProvider clock) : ICardSource
{
    private const string SourceKind = "waiting";
    private const string Offer = "offer";
    private const string End = "end";

    public string Kind => SourceKind;

    /// <summary>What has just been decided about a ticket that waits.</summary>
    public static Content Of(Ticket waiting) => new(
        SourceKind, waiting.Key.ToString(), string.Create(CultureInfo.InvariantCulture, $"{(waiting.Waiting!.Offered ? Offer : "remind")}|{waiting.Waiting.Asked}"));

    /// <summary>What the customer's word that it is solved leads to: a message that asks for nothing more.</summary>
    public static Content EndOf(TicketKey key) => new(SourceKind, key.ToString(), End);

    /// <summary>Null: the customer has done something meanwhile.</summary>
    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (content.Detail == End) return EndFor(TicketKey.Parse(content.Subject), recipient.Reader);
        var (key, detail) = (TicketKey.Parse(content.Subject), content.Detail!.Split('|'));
        var asked = int.Parse(detail[1], CultureInfo.InvariantCulture);
        if (await tickets.ReadAsync(key, cancellation) is not { Value: { Waiting: { } wait } ticket } || wait.Asked != asked) return null;
        var view = await views.OfAsync(ticket, clock.GetUtcNow(), cancellation);
        if (detail[0] == Offer) return OfferFor(view, recipient.Reader);
        return ReminderFor(view, (await tickets.EntryAsync(key, asked, cancellation))?.Value.Words ?? ticket.Title, recipient.Reader);
    }

    /// <summary>Closes the ticket as the customer's own word.</summary>
    internal static Execute SolvedButton(TicketKey key, Tongue tongue) => Button.For<SaySolved, SaySolved.Data>(WaitingTexts.ItsSolved, new(key.ToString()), tongue);

    private static Rendered ReminderFor(TicketView view, string asked, Reader reader)
    {
        var says = WaitingTexts.Reminder(Asker(view), view.Ticket.Key).In(reader.Tongue);
        var reply = view.Assignee is { } technician ? TicketTexts.AnswerTo(Text.Same(technician.FirstName)) : TicketTexts.AnswerTo(TicketTexts.Support);
        return new Rendered(
            says,
            new AdaptiveCard(
                [Literal.Block(says, weight: TextWeight.Bolder), new Container([.. Literal.Lines(DeskCard.Shortened(asked), italic: true)]) { Style = ContainerStyle.Emphasis }],
                [Button.Opens<WriteForm, WriteForm.Data>(reply, new(view.Ticket.Key.ToString()), reader.Tongue), SolvedButton(view.Ticket.Key, reader.Tongue)],
                reader.Lang()),
            Alert: true,
            Ticket: view.Ticket.Key.ToString());
    }

    private static Rendered OfferFor(TicketView view, Reader reader)
    {
        var (key, tongue) = (view.Ticket.Key, reader.Tongue);
        var says = WaitingTexts.Offer(Asker(view), key).In(tongue);
        var yes = SolvedButton(key, tongue) with { Style = ActionStyle.Positive };
        var no = Button.For<StillNeedHelp, StillNeedHelp.Data>(WaitingTexts.StillNeedHelp, new(key.ToString()), tongue);
        return new Rendered(
            says,
            new AdaptiveCard(
                [
                    Literal.Block(says, weight: TextWeight.Bolder),
                    Literal.Block(view.Ticket.Title, TextSize.Small, subtle: true) with { Spacing = Spacing.Small },
                    new TextBlock(WaitingTexts.StillOpen.In(tongue)) { IsSubtle = true, Size = TextSize.Small },
                ],
                [yes, no],
                reader.Lang()),
            Alert: true,
            Ticket: key.ToString(),
            Asks: new YesNo(yes.Data, no.Data, yes.Title, no.Title).Stored());
    }

    private static Rendered EndFor(TicketKey key, Reader reader)
    {
        var says = WaitingTexts.End(key).In(reader.Tongue);
        return new Rendered(says, new AdaptiveCard([Literal.Block(says)], [TicketCard.ReopenButton(key, reader.Tongue)], reader.Lang()), Ticket: key.ToString());
    }

    private static Text Asker(TicketView view) => view.Assignee is null ? Formats.Sentence(TicketTexts.Support) : view.AssigneeName;
}
