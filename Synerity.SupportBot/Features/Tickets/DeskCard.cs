using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The technicians' card of a ticket: one thread a ticket in their channel, live.</summary>
public sealed class DeskCard(TicketStore tickets, TicketViews views, TimeProvider clock) : ICardSource
{
    public const string SourceKind = "desk";

    /// <summary>The name of the channel that tickets go to.</summary>
    public const string Channel = ToChannel.Tickets;

    private const int MostWords = 700;

    public string Kind => SourceKind;

    public static Content Of(TicketKey key) => new(SourceKind, key.ToString());

    /// <summary>The effect that shows the ticket's present state in the channel.</summary>
    public static Effect RefreshOf(TicketKey key) => new Refresh(new ToChannel(Channel), Of(key));

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (await tickets.ReadAsync(TicketKey.Parse(content.Subject), cancellation) is not { } stored) return null;
        var view = await views.OfAsync(stored.Value, clock.GetUtcNow(), cancellation);
        return new Rendered(Summary(view, recipient.Reader), For(view, recipient.Reader), Ticket: content.Subject);
    }

    public static AdaptiveCard For(TicketView view, Reader reader)
    {
        var (ticket, tongue) = (view.Ticket, reader.Tongue);
        var body = new List<Element>
        {
            Literal.Block($"{ticket.Key} · {view.CustomerName} · {view.Tier.In(tongue)}", subtle: true, size: TextSize.Small),
            Literal.Block(ticket.Title, TextSize.Medium, TextWeight.Bolder),
            Literal.Block(Headline(view).In(tongue), weight: TextWeight.Bolder),
            new TextBlock(PromiseOf(view, reader).In(tongue))
            {
                Color = view.Standing.State == SlaState.Breached ? TextColor.Attention : null, Spacing = Spacing.Small,
            },
        };
        body.AddRange(Facts(view, tongue));
        if (Shortened(ticket.Request.What) is var what && !ticket.Title.Equals(what.Trim(' ', '.'), StringComparison.OrdinalIgnoreCase)) body.AddRange(Literal.Lines(what));
        if (view.LastWritten is { } written)
        {
            body.Add(new Container([.. Literal.Lines($"{TicketView.NameOf(view.LastWriter, TicketTexts.Somebody).In(tongue)}: {Shortened(written)}", italic: true)]) { Style = ContainerStyle.Emphasis });
        }

        return new AdaptiveCard(body, Actions(view, tongue), reader.Lang());
    }

    private static Text Headline(TicketView view) => view.Ticket.State switch
    {
        TicketState.WaitingForCustomer => TicketTexts.WaitingFor(view.RequesterName),
        TicketState.WithTechnician => TicketTexts.HasIt(view.AssigneeName),
        _ => TicketTexts.NobodyHasIt,
    };

    private static Text PromiseOf(TicketView view, Reader reader)
    {
        if (PromiseLines.Answered(view, reader.Zone) is var (when, verdict)) return TicketTexts.AnsweredAt(when, verdict);
        return view.Standing.State == SlaState.NoSla ? TicketTexts.NoGuarantee : PromiseLines.Promise(view, reader.Zone);
    }

    private static IEnumerable<Element> Facts(TicketView view, Tongue tongue)
    {
        var (request, reads) = (view.Ticket.Request, TicketTexts.ReadsIn(view.Requester?.Reader.Tongue ?? Tongue.Swedish).In(tongue));
        yield return Literal.Pair(TicketTexts.From.In(tongue), $"{view.RequesterName.In(tongue)} ({reads})") with { Spacing = null };
        yield return Literal.Pair(TicketTexts.Concerns.In(tongue), TicketTexts.KindName(request.Kind).In(tongue));
        yield return Literal.Pair(TicketTexts.Effect.In(tongue), TicketTexts.ImpactName(request.Impact).In(tongue));
        if (request.Link is { } link) yield return Literal.Pair(TicketTexts.LinkShort.In(tongue), link);
        if (request.Affected is { } affected) yield return Literal.Pair(TicketTexts.Affected.In(tongue), affected);
    }

    private static string Summary(TicketView view, Reader reader) =>
        TicketTexts.NewOnDesk(view.Ticket.Key, view.CustomerName, view.Tier, PromiseOf(view, reader)).In(reader.Tongue);

    private static List<CardAction> Actions(TicketView view, Tongue tongue)
    {
        var key = view.Ticket.Key.ToString();
        var answer = Button.Opens<AnswerForm, AnswerForm.Data>(TicketTexts.Answer, new(key), tongue);
        return view.Ticket.Assignee is null ? [Button.For<TakeTicket, TakeTicket.Data>(TicketTexts.Take, new(key), tongue), answer] : [answer];
    }

    /// <summary>As much of somebody's words as a card shows beside everything else.</summary>
    internal static string Shortened(string words) => Shorten.To(MostWords, words);
}
