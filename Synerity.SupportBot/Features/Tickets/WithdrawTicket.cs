using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The customer needs no help any more. Support hears it, and it can be reopened.</summary>
public sealed class WithdrawTicket(TicketAccess access, TicketViews views) : ICardAction<WithdrawTicket.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.withdraw";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        var key = stored.Value.Key;
        if (!CustomerSide.Decides(turn.Caller, stored.Value)) return Reply.Refuse(SharingTexts.NotYours(key), TicketCard.Of(key));
        if (stored.Value.Withdraw(turn.Person.Ref, turn.Now) is not Step.Done done)
        {
            var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
            return Reply.Refuse(WhyNotTexts.Of(stored.Value.NotOpen, key, view.AssigneeName), TicketCard.Of(key));
        }

        return Change.To(key.Partition, new Decision(
            TicketStore.Replace(stored, done),
            [new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)), .. CustomerSide.Hears(done.Ticket, done.Entry), .. LiveCards.Of(done.Ticket)],
            new Reply { Words = EndingTexts.Withdrawn(key), Living = TicketCard.Of(key) }));
    }
}
