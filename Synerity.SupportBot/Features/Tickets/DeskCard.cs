using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The technicians' card of a ticket: one thread a ticket in their channel, live.</summary>
public sealed class DeskCard(TicketStore tickets, TicketViews views, TimeProvider clock, IEnumerable<ITicketButtons> more) : ICardSource
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
        var card = For(view, recipient.Reader);
        card = card with { Actions = [.. card.Actions ?? [], .. more.SelectMany(room => room.ForTechnicians(view, recipient.Reader.Tongue))] };
        return new Rendered(Summary(view, recipient.Reader), card, Ticket: content.Subject);
    }

    /// <param name="viewer">Who alone will see the card; null: the channel, where everybody sees what any technician may do.</param>
    public static AdaptiveCard For(TicketView view, Reader reader, Staff? viewer = null)
    {
        var (ticket, tongue) = (view.Ticket, reader.Tongue);
        var body = new List<Element>
        {
            Literal.Block($"{ticket.Key} · {view.CustomerName} · {view.Tier.In(tongue)}", subtle: true, size: TextSize.Small),
            Literal.Block(ticket.Title, TextSize.Medium, TextWeight.Bolder),
            Literal.Block(Headline(view).In(tongue), weight: TextWeight.Bolder),
        };
        body.InsertRange(0, AcuteBadge.Of(ticket, tongue));
        body.AddRange(Standing(view, reader));
        body.AddRange(Facts(view, tongue));
        body.AddRange(RecordingLines.Of(view, reader));
        if (Shortened(ticket.Request.What) is var what && !ticket.Title.Equals(what.Trim(' ', '.'), StringComparison.OrdinalIgnoreCase)) body.AddRange(Literal.Lines(what));
        if (view.LastWritten is { } written)
        {
            body.Add(new Container([.. Literal.Lines($"{TicketView.NameOf(view.LastWriter, TicketTexts.Somebody).In(tongue)}: {Shortened(written)}", italic: true)]) { Style = ContainerStyle.Emphasis });
        }

        if (view.LastNote is { } note)
        {
            body.Add(Literal.Block(HandlingTexts.NoteOf(note.By).In(tongue), TextSize.Small, subtle: true));
            body.Add(new Container([.. Literal.Lines(Shortened(note.Words))]) { Style = ContainerStyle.Warning });
        }

        return new AdaptiveCard(body, DeskActions.For(view, tongue, viewer), reader.Lang());
    }

    internal static Text Headline(TicketView view) => view.Ticket.State switch
    {
        TicketState.WaitingForCustomer => TicketTexts.WaitingFor(view.RequesterName),
        TicketState.WaitingForVendor => VendorTexts.Waiting,
        TicketState.WithTechnician when view.Ticket.IsAlarmOut => AcuteTexts.HasItUnaware(view.AssigneeName),
        TicketState.WithTechnician => TicketTexts.HasIt(view.AssigneeName),
        TicketState.Solved => SolutionTexts.WaitingForWord(view.RequesterName),
        TicketState.Closed => SolutionTexts.Closed,
        _ => TicketTexts.NobodyHasIt,
    };

    /// <summary>What became of the promise, and of the ticket once it is solved.</summary>
    private static IEnumerable<Element> Standing(TicketView view, Reader reader)
    {
        var tongue = reader.Tongue;
        foreach (var line in DeskLines.For(view, reader)) yield return line;
        if (!view.Ticket.IsOpen) yield return new TextBlock(PromiseLines.Standing(view, reader.Zone).In(tongue)) { Spacing = Spacing.Small };
        if (view.Ticket.IsOpen && view.Standing.State == SlaState.Paused)
        {
            foreach (var line in PauseLines.For(view, reader, PauseTexts.NameOf, Formats.Stamp(view.Now, reader.Zone))) yield return line;
        }
        else if (view.Ticket.Answered is not null || view.Ticket.IsOpen)
        {
            yield return new TextBlock(PromiseOf(view, reader).In(tongue))
            {
                Color = view.Standing.State == SlaState.Breached ? TextColor.Attention : null, Spacing = Spacing.Small,
            };
        }

        if (view.Ticket.Rating is { } rating)
        {
            var stars = RatingTexts.OutOfFive(rating.Stars).In(tongue);
            yield return Literal.Pair(RatingTexts.Stars.In(tongue), rating.Comment is { } comment ? $"{stars}: {comment}" : stars);
        }

        if (view.Ticket.Resolution is not { } solution) yield break;
        yield return Literal.Pair(SolutionTexts.Cause.In(tongue), Shortened(solution.Cause));
        yield return Literal.Pair(SolutionTexts.Action.In(tongue), Shortened(solution.Action));
        yield return Literal.Pair(SolutionTexts.Advice.In(tongue), Shortened(solution.Advice));
    }

    internal static Text PromiseOf(TicketView view, Reader reader)
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
        if (view.Ticket is { IsAcute: true, Acute.Phone: { } phone }) yield return Literal.Pair(AcuteTexts.CallThem.In(tongue), phone);
        if (request.Refers is { } old) yield return Literal.Pair(EndingTexts.Continues.In(tongue), old);
        if (request.Link is { } link) yield return Literal.Pair(TicketTexts.LinkShort.In(tongue), link);
        if (request.Article is { } article) yield return Literal.Pair(TicketTexts.TriedArticle.In(tongue), article);
        if (FileNews.Listed(view.Ticket) is { } files) yield return Literal.Pair(FileTexts.Files.In(tongue), files.In(tongue));
        if (SharedNews.Followers(view) is { } followers) yield return Literal.Pair(SharingTexts.Followers.In(tongue), followers.In(tongue));
        if (request.Affected is { } affected) yield return Literal.Pair(TicketTexts.Affected.In(tongue), affected);
    }

    private static string Summary(TicketView view, Reader reader) =>
        (AcuteBadge.Before(view.Ticket) + TicketTexts.NewOnDesk(view.Ticket.Key, view.CustomerName, view.Tier, PromiseOf(view, reader))).In(reader.Tongue);

    /// <summary>As much of somebody's words as a card shows beside everything else.</summary>
    internal static string Shortened(string words) => Shorten.To(MostWords, words);
}
