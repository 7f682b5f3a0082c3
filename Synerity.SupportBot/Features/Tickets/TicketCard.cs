using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The customer's card of a ticket: who has the ball, the promise as clock time, the first answer in small print.</summary>
public sealed class TicketCard(TicketStore tickets, TicketViews views, TimeProvider clock, IEnumerable<ITicketButtons> more) : ICardSource
{
    public const string SourceKind = "ticket";

    public string Kind => SourceKind;

    public static Content Of(TicketKey key) => new(SourceKind, key.ToString());

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (await tickets.ReadAsync(TicketKey.Parse(content.Subject), cancellation) is not { } stored) return null;
        var view = await views.OfAsync(stored.Value, clock.GetUtcNow(), cancellation);
        if (recipient.Person is { } reader && !view.MaySee(reader)) return SharedNews.NoLonger(view.Ticket.Key, recipient.Reader);
        var card = For(view, recipient.Reader, viewer: recipient.Person);
        if (!view.IsOnlyFollowing(recipient.Person)) card = card with { Actions = [.. card.Actions ?? [], .. more.SelectMany(room => room.ForCustomer(view, recipient.Reader.Tongue))] };
        return new Rendered(Summary(view, recipient.Reader, recipient.Person), card, Ticket: content.Subject);
    }

    /// <param name="stamp">An answer to a question carries the moment it was given, and may then tell how much time is left.</param>
    /// <param name="viewer">Who of the customer looks at it; null: the requester.</param>
    public static AdaptiveCard For(TicketView view, Reader reader, Text? stamp = null, Person? viewer = null)
    {
        var (ticket, tongue) = (view.Ticket, reader.Tongue);
        var body = new List<Element>
        {
            Literal.Block($"{ticket.Key} · {ticket.Title}", TextSize.Medium, TextWeight.Bolder),
            Literal.Block(Headline(view, viewer).In(tongue), weight: TextWeight.Bolder),
        };
        body.InsertRange(0, AcuteBadge.Of(ticket, tongue));
        if (ticket.Request.Refers is { } old) body.Add(Small(EndingTexts.ContinuesOn(old).In(tongue)));
        if (ticket.AtVendor is not null) body.Add(Literal.Block(VendorTexts.Watches(view.AssigneeName).In(tongue), TextSize.Small, subtle: true) with { Spacing = Spacing.Small });
        body.AddRange(EndOf(view, reader, viewer));
        body.AddRange(PromiseOf(view, reader, stamp));
        if (NextUpdateLines.Of(view, reader.Zone) is { } update) body.Add(new TextBlock(update.In(tongue)) { Spacing = Spacing.Small });
        if (FileNews.Listed(view.Ticket) is { } files) body.Add(Literal.Pair(FileTexts.Files.In(tongue), files.In(tongue)));
        body.AddRange(RecordingLines.Of(view, reader));
        if (SharedNews.Followers(view) is { } names) body.Add(Literal.Block(SharingTexts.FollowedBy(names.In(tongue)).In(tongue), TextSize.Small, subtle: true));
        return new AdaptiveCard(body, view.IsOnlyFollowing(viewer) ? SharedNews.FollowerActions(view, tongue) : Actions(view, tongue, viewer), reader.Lang());
    }

    /// <summary><em>Väntar på tekniker · Anna jobbar med det · Väntar på dig</em>.</summary>
    public static Text Headline(TicketView view, Person? viewer = null) => view.Ticket.State switch
    {
        TicketState.WaitingForCustomer when viewer is not null && viewer.Ref != view.Ticket.Requester => TicketTexts.WaitingFor(view.RequesterName),
        TicketState.WaitingForCustomer => TicketTexts.WaitingForYou,
        TicketState.WaitingForVendor => VendorTexts.Waiting,
        TicketState.WithTechnician => TicketTexts.IsWorkingOnIt(view.AssigneeName),
        TicketState.Solved => SolutionTexts.Solved,
        TicketState.Closed => SolutionTexts.Closed,
        _ when view.Ticket.IsAlarmOut && view.Now >= view.Ticket.Acute!.GoesOutAt => AcuteTexts.Finding,
        _ => TicketTexts.WaitingForTechnician,
    };

    public static string Summary(TicketView view, Reader reader, Person? viewer = null) =>
        $"{AcuteBadge.Before(view.Ticket).In(reader.Tongue)}{view.Ticket.Key} · {Headline(view, viewer).In(reader.Tongue)} · {PromiseLines.Standing(view, reader.Zone).In(reader.Tongue)}";

    /// <summary>How it was solved, and when it closes or was closed.</summary>
    private static IEnumerable<Element> EndOf(TicketView view, Reader reader, Person? viewer)
    {
        if (view.Ticket.IsOpen) yield break;
        if (view.Ticket.Resolution is { } solution)
        {
            foreach (var fact in SolvedCard.Facts(solution, reader.Tongue)) yield return fact;
        }

        yield return Small(PromiseLines.Standing(view, reader.Zone).In(reader.Tongue));
        if (view.Ticket.Closed is { At: var at, Into: null } && !view.IsOnlyFollowing(viewer))
        {
            yield return Small(EndingTexts.ReopenUntil(Formats.Moment(at + Ticket.TimeToReopen, view.Now, reader.Zone)).In(reader.Tongue));
        }
    }

    private static IEnumerable<Element> PromiseOf(TicketView view, Reader reader, Text? stamp)
    {
        var tongue = reader.Tongue;
        if (PromiseLines.Answered(view, reader.Zone) is var (when, verdict))
        {
            yield return Small(TicketTexts.FirstAnswer(when, verdict).In(tongue));
        }

        if (view.Ticket.IsAcute) foreach (var line in AcuteBadge.Promise(view, reader)) yield return line;
        if (view.Ticket.Answered is not null || !view.Ticket.IsOpen || view.Ticket.IsAcute) yield break;
        if (view.Ticket.Promise.Budget is null)
        {
            yield return new TextBlock(TicketTexts.SoonAsWeCan.In(tongue)) { Spacing = Spacing.Small };
            yield return Small(TicketTexts.NoPromise.In(tongue));
            yield break;
        }

        if (view.Standing.State == SlaState.Paused)
        {
            foreach (var line in PauseLines.For(view, reader, PauseTexts.PublicOf, stamp)) yield return line;
            yield break;
        }

        var onTime = stamp is not null && view.Standing.State is SlaState.OnTrack or SlaState.AtRisk;
        var promise = PromiseLines.Promise(view, reader.Zone) + (onTime && stamp is not null ? Text.Same(" · ") + Formats.Sentence(TicketTexts.OnTime) : default);
        yield return new TextBlock(promise.In(tongue))
        {
            Color = view.Standing.State == SlaState.Breached ? TextColor.Attention : null, Spacing = Spacing.Small,
        };
        if (stamp is { } at && view.Ticket.Promise.Budget is { } budget)
        {
            var used = TicketTexts.Used(at, Formats.Span(TimeSpan.FromSeconds(view.Standing.ElapsedSeconds)), Formats.Span(budget));
            yield return Small((used + TicketTexts.ClockStops).In(tongue));
        }
        else if (PromiseLines.Reckoning(view, reader.Zone) is { } reckoning)
        {
            yield return Small(reckoning.In(tongue));
        }
    }

    private static List<CardAction> Actions(TicketView view, Tongue tongue, Person? viewer)
    {
        if (view.Ticket.State == TicketState.Solved)
        {
            var (yes, no) = SolvedCard.Buttons(view.Ticket.Key, entry: null, tongue);
            return [yes, no, .. SharedNews.Share(view, tongue, viewer)];
        }

        if (view.Ticket.MergedInto is { } into) return [Button.Says(MergeTexts.Show(into.ToString()), Text.Same(into.ToString()), tongue)];
        if (!view.Ticket.IsOpen) return [ReopenButton(view.Ticket.Key, tongue)];
        var write = view.Assignee is null ? TicketTexts.WriteToSupport : TicketTexts.WriteTo(Text.Same(view.Assignee.FirstName));
        return
        [
            Button.Opens<WriteForm, WriteForm.Data>(write, new(view.Ticket.Key.ToString()), tongue),
            Button.Says(TicketTexts.HowIsItGoing, Text.Same($"status {view.Ticket.Key}"), tongue),
            .. view.Ticket.IsAcute ? [Button.For<CalmTicket, CalmTicket.Data>(AcuteTexts.NoLonger, new(view.Ticket.Key.ToString()), tongue)] : Array.Empty<CardAction>(),
            .. SharedNews.Share(view, tongue, viewer),
            .. SharedNews.Remind(view, tongue),
            Button.For<WithdrawTicket, WithdrawTicket.Data>(EndingTexts.Withdraw, new(view.Ticket.Key.ToString()), tongue) with { Mode = ActionMode.Secondary },
        ];
    }

    internal static Submit ReopenButton(TicketKey key, Tongue tongue) => Button.Opens<ReopenForm, ReopenForm.Data>(EndingTexts.Reopen, new(key.ToString()), tongue);

    private static TextBlock Small(string text) => new(text) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small };
}
