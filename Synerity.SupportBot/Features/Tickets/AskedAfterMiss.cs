using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A promise was broken and the customer had to ask: the ticket's thread hears it, once per due.</summary>
public sealed class AskedAfterMiss(TicketStore tickets, TicketViews views, AddressBook people, TimeProvider clock) : ICardSource
{
    private const string SourceKind = "asked-after-miss";

    public string Kind => SourceKind;

    public static Content Of(TicketKey key, PersonRef asked) => new(SourceKind, key.ToString(), $"{asked.TenantId}|{asked.Id}");

    /// <summary>The fact that it has been told.</summary>
    public static string Fact(TicketView view) => $"asked|{RowKey.Ticks(view.Standing.DueAt ?? default)}";

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (await tickets.ReadAsync(TicketKey.Parse(content.Subject), cancellation) is not { Value.Answered: null } stored) return null;
        var (view, reader, asked) = (await views.OfAsync(stored.Value, clock.GetUtcNow(), cancellation), recipient.Reader, content.Detail!.Split('|'));
        if (!view.IsWithSupport || view.Standing.DueAt is not { } due) return null;
        var person = await people.FindAsync(new PersonRef(asked[0], asked[1]), cancellation);
        var words = StatusTexts.Asks(TicketView.NameOf(person, TicketTexts.Somebody), view.Ticket.Key, view.Tier, Formats.Moment(due, view.Now, reader.Zone))
            + (view.Ticket.Assignee is null ? StatusTexts.NobodyHasIt : StatusTexts.HasIt(view.AssigneeName));
        return new Rendered(words.In(reader.Tongue), For(view, words, reader), Alert: true, Ticket: content.Subject);
    }

    private static AdaptiveCard For(TicketView view, Text words, Reader reader)
    {
        var key = view.Ticket.Key.ToString();
        var answer = Button.Opens<AnswerForm, AnswerForm.Data>(TicketTexts.Answer, new(key), reader.Tongue);
        CardAction[] actions = view.Ticket.Assignee is null ? [Button.For<TakeTicket, TakeTicket.Data>(TicketTexts.Take, new(key), reader.Tongue), answer] : [answer];
        return new AdaptiveCard([.. AcuteBadge.Of(view.Ticket, reader.Tongue), Literal.Block(words.In(reader.Tongue), weight: TextWeight.Bolder), Literal.Block(view.Ticket.Title)], actions, reader.Lang());
    }
}
