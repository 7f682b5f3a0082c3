using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// The answer to <em>hur går det?</em> as a card: the ticket's, stamped with the moment it was given, with an invitation to write if it has
/// got worse. What is written next goes to the ticket.
/// </summary>
public sealed class StatusCard(TicketStore tickets, TicketViews views, StatusLines lines, TimeProvider clock) : ICardSource
{
    private const string SourceKind = "status";
    private const string Invites = "invites";

    public string Kind => SourceKind;

    /// <param name="invites">False for somebody whose agreement is over: what they write may be something new, which goes elsewhere.</param>
    public static Content Of(TicketKey key, bool invites) => new(SourceKind, key.ToString(), invites ? Invites : null);

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (await tickets.ReadAsync(TicketKey.Parse(content.Subject), cancellation) is not { } stored) return null;
        var (view, reader) = (await views.OfAsync(stored.Value, clock.GetUtcNow(), cancellation), recipient.Reader);
        if (recipient.Person is { } person && !view.MaySee(person)) return SharedNews.NoLonger(view.Ticket.Key, reader);
        var card = TicketCard.For(view, reader, Formats.Stamp(view.Now, reader.Zone), recipient.Person);
        var worse = content.Detail == Invites ? lines.GotWorse(view, reader.Zone) : null;
        if (worse is { } invitation) card = card with { Body = [.. card.Body, Literal.Block(invitation.In(reader.Tongue))] };
        var words = StatusAnswer.InWords(view, reader.Zone, recipient.Person) + lines.After(view, reader.Zone);
        var asks = view.Ticket.State == TicketState.Solved && !view.IsOnlyFollowing(recipient.Person) ? SolvedCard.AnswersTo(view.Ticket, reader.Tongue).Stored() : null;
        return new Rendered(words.In(reader.Tongue), card, Ticket: content.Subject, Asks: asks, Listens: worse is not null);
    }
}

/// <summary>What an answer about a ticket's standing says besides the standing itself: what closing time does to it, who has been told, how to reach us.</summary>
public sealed class StatusLines(PromiseClock promises, WorkingHours telephone)
{
    /// <summary>Closing time is only worth mentioning when it is near.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromHours(2);

    /// <summary>Begins with a space; empty where there is nothing to add.</summary>
    /// <param name="told">Support has been told of the broken promise before.</param>
    public Text After(TicketView view, TimeZoneInfo zone, bool told = false)
    {
        if (!view.IsWithSupport) return default;
        var hours = promises.HoursOf(view.Ticket.Promise);
        if (view.Standing.State == SlaState.Breached) return hours.IsOpen(view.Now) && told ? StatusTexts.SupportKnows : default;
        if (view.Standing.State is not (SlaState.OnTrack or SlaState.AtRisk) || !hours.IsOpen(view.Now)) return default;
        if (hours.NextClosing(view.Now) is not { } closing || closing - view.Now > Near || !(view.Standing.DueAt > closing)) return default;
        return hours.NextOpening(closing) is { } next ? StatusTexts.WeClose(Formats.Clock(closing, zone), NextDay(next, view.Now, zone)) : default;
    }

    /// <summary><em>Har det blivit värre?</em> Null where the customer has the ball, or nobody has it any more.</summary>
    public Text? GotWorse(TicketView view, TimeZoneInfo zone)
    {
        if (!view.IsWithSupport) return null;
        var name = view.Assignee is { Blocked: null } technician ? Text.Same(technician.FirstName) : TicketTexts.Support;
        if (telephone.IsOpen(view.Now) && telephone.NextClosing(view.Now) is { } closing) return StatusTexts.GotWorse(name, Formats.Clock(closing, zone));
        return telephone.NextOpening(view.Now) is { } opens ? StatusTexts.GotWorseAtNight(name, Formats.Moment(opens, view.Now, zone)) : null;
    }

    /// <summary>Begins with a space: that the whole support hears of the broken promise, now or when it opens.</summary>
    public Text Telling(TicketView view, TimeZoneInfo zone)
    {
        var hours = promises.HoursOf(view.Ticket.Promise);
        return hours.IsOpen(view.Now) || hours.NextOpening(view.Now) is not { } opens
            ? StatusTexts.SupportIsTold
            : StatusTexts.SupportWillBeTold(Formats.Moment(opens, view.Now, zone));
    }

    /// <summary>To the ticket's thread, in opening hours.</summary>
    public Effect TellSupport(TicketView view, PersonRef asked)
    {
        var hours = promises.HoursOf(view.Ticket.Promise);
        return new Send(new ToChannel(DeskCard.Channel, DeskCard.Of(view.Ticket.Key)), AskedAfterMiss.Of(view.Ticket.Key, asked))
        {
            NotBefore = hours.IsOpen(view.Now) ? null : hours.NextOpening(view.Now),
        };
    }

    private static Text NextDay(DateTimeOffset next, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (day, today) = (Formats.DateIn(next, zone), Formats.DateIn(now, zone));
        return (day.DayNumber - today.DayNumber) switch
        {
            <= 1 => Formats.Day(day, today),
            < 7 => StatusTexts.On(Formats.Weekday(day)),
            _ => StatusTexts.On(Formats.Date(day, today.Year)),
        };
    }
}
