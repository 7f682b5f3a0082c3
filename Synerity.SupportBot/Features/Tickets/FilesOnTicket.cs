using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// Pictures and files in the chat, with or without words. They go to the ticket that was quoted, else to the one in hand, else to the only open
/// one; of several it is asked which; with none they wait for the ticket that is opened next. They are fetched after the answer.
/// </summary>
public sealed class FilesOnTicket(TicketAccess access, CardAddresses messages, TicketLists tickets, WaitingFiles waiting) : IFreeText
{
    private const int MostAsked = 5;

    /// <summary>How long the ticket that was last shown is meant.</summary>
    private static readonly TimeSpan InHand = TimeSpan.FromHours(1);

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Files.Count == 0) return null;
        if (turn is not { Caller: CustomerUser user, IsPersonal: true }) return turn.Text.Length == 0 && turn.Caller is not Stranger ? Reply.Say(FileTexts.OnlyFromCustomers) : null;
        var words = turn.Text.Length > 0 ? NewTicket.Shortened(turn.Text) : null;
        if (await MeantAsync(turn, cancellation) is { } meant) return Decide(turn, meant, turn.Files, words, []);
        var open = (await tickets.OfPersonAsync(CustomerKey.Parse(user.Customer), user.Person.Ref, TicketFilter.Open, after: null, MostAsked, cancellation)).Tickets;
        if (open.Count == 1 && await access.FindAsync(user, open[0].Key, cancellation) is { } only) return Decide(turn, only, turn.Files, words, []);
        return open.Count == 0 && !user.HasAgreement ? Reply.Refuse(NewTicket.WhyNot(user)) : await waiting.KeepAsync(turn, user, words, open, cancellation);
    }

    /// <summary>What adding files leads to, whichever way the ticket was found.</summary>
    internal static Outcome Decide(Turn turn, Stored<Ticket> stored, IReadOnlyList<SentFile> files, string? words, IReadOnlyList<RowWrite> more)
    {
        var key = stored.Value.Key;
        if (Add(stored, turn.Person.Ref, files, words, turn.Now) is not { } added) return Refused(stored.Value, files.Count);
        return Change.To(key.Partition, new Decision([.. added.Rows, .. more], added.Effects, new Reply { Told = FileNews.ReceiptOf(key, added.Entry, files) }));
    }

    /// <summary>The rows and effects of files that come to a ticket; null when they cannot.</summary>
    internal static (IReadOnlyList<RowWrite> Rows, IReadOnlyList<Effect> Effects, Entry Entry)? Add(
        Stored<Ticket> stored, PersonRef by, IReadOnlyList<SentFile> files, string? words, DateTimeOffset now)
    {
        var orders = files.Select(file => (Id: Guid.NewGuid().ToString("N"), File: file)).ToList();
        if (stored.Value.AddFiles(by, [.. orders.Select(order => (order.Id, FileTypes.Clean(order.File.Name)))], words, now) is not Step.Done done) return null;
        var key = done.Ticket.Key;
        return (
            [.. TicketStore.Replace(stored, done), .. orders.Select(order => FileFetcher.Order(key, order.Id, new FileOrder(order.File)))],
            [
                .. orders.Select(order => FileFetcher.WakeOf(key, order.Id, now)),
                .. words is null ? [] : (Effect[])[new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)), .. CustomerSide.RequesterHears(done.Ticket, done.Entry)],
                .. LiveCards.Of(done.Ticket),
            ],
            done.Entry);
    }

    private static Reply Refused(Ticket ticket, int count) => Reply.Refuse(
        WhyNotTexts.Of(((Step.No)ticket.AddFiles(ticket.Requester, [.. Enumerable.Repeat(("", ""), count)], null, default)).Why, ticket.Key, TicketTexts.ATechnician));

    private async Task<Stored<Ticket>?> MeantAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.CardId is { } quoted && await messages.TicketOfAsync(turn.Where.TenantId, turn.Where.ConversationId, quoted, cancellation) is { } of)
        {
            return await access.FindAsync(turn.Caller, of, cancellation);
        }

        if (await messages.FocusAsync(turn.Person.Ref, cancellation) is not { Ticket: { } key } focus || turn.Now - focus.At > InHand) return null;

        // A follower's copy of something asks nothing of them: they quote what they mean.
        var stored = await access.FindAsync(turn.Caller, key, cancellation);
        return stored is { Value.State: not TicketState.Closed } && CustomerSide.Decides(turn.Caller, stored.Value) ? stored : null;
    }
}
