using System.Globalization;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Who has an acute ticket, told to the customer who waits for that word, and to whoever had it before.</summary>
public sealed class AcuteNews(TicketStore tickets, TicketViews views, AddressBook people, TimeProvider clock) : ICardSource
{
    private const string SourceKind = "acute-news";

    public string Kind => SourceKind;

    public static IEnumerable<Effect> AfterTaking(Ticket before, Step.Done taken)
    {
        if (!before.IsAlarmOut) return [];
        var told = before.Assignee is { } holder && holder != taken.Ticket.Assignee ? [holder, before.Requester] : new[] { before.Requester };
        return told.Select(person => new Send(new ToPerson(person), Of(taken)));
    }

    /// <summary>The technicians hear it by themselves.</summary>
    public static IEnumerable<Effect> AfterGiving(Ticket before, Step.Done given) => before.IsAlarmOut ? [new Send(new ToPerson(before.Requester), Of(given))] : [];

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var key = TicketKey.Parse(content.Subject);
        if (await tickets.ReadAsync(key, cancellation) is not { } stored) return null;
        if (await tickets.EntryAsync(key, int.Parse(content.Detail!, CultureInfo.InvariantCulture), cancellation) is not { Value: { By: { } by } entry }) return null;
        var view = await views.OfAsync(stored.Value, clock.GetUtcNow(), cancellation);
        var name = TicketView.NameOf(await people.FindAsync(entry.To ?? by, cancellation), TicketTexts.ATechnician);
        var words = recipient.Person?.Ref.TenantId == by.TenantId ? HandlingTexts.TookOver(name, key) : AcuteTexts.TakenIt(name, key);
        return TicketNews.Plain(view, words, recipient.Reader) with { Alert = true };
    }

    private static Content Of(Step.Done step) => new(SourceKind, step.Ticket.Key.ToString(), step.Entry.Number.ToString(CultureInfo.InvariantCulture));
}
