using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>
/// Somebody without an agreement: what the service is and how to reach it, nothing about anybody's data. What they wrote is kept for staff,
/// who are told once per tenant and day.
/// </summary>
public sealed class GreetStranger(LeadStore leads) : IFreeText, IArrival
{
    private const int MostWords = 2000;

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (!turn.IsPersonal) return null;
        if (turn.Caller is Stranger { Kind: StrangerKind.NotListed }) return Reply.Say(AgreementTexts.NotListed);
        if (turn.Caller is Stranger { Kind: StrangerKind.GuestNotAllowed }) return Reply.Say(ContactTexts.GuestsNotAllowed);
        var customer = turn.Caller is CustomerUser { HasAgreement: false } user ? user.Customer : null;
        if (customer is null && turn.Caller is not Stranger { Kind: StrangerKind.UnknownTenant }) return null;
        var reply = new Reply
        {
            Words = customer is null ? AgreementTexts.NoAgreementFound : AgreementTexts.AgreementOver,
            Card = For(turn.Reader, offerToConnect: customer is null),
        };
        var (tenant, now) = (turn.Where.TenantId, turn.Now);
        if (turn.Text.Length == 0 || !await leads.HasRoomAsync(tenant, now, cancellation)) return reply;
        var (key, write) = LeadStore.Write(new Lead(turn.Person.Ref, Shorten.Cut(MostWords, turn.Text), now, Customer: customer));
        var told = await leads.ToldTodayAsync(tenant, now, cancellation);
        RowWrite[] rows = told ? [write] : [write, LeadStore.Told(now)];
        return Change.To(LeadStore.Partition(tenant), new Decision(rows, told ? [] : [LeadCard.Tell(tenant, key)], new Reply
        {
            Words = reply.Words, Told = new Content(StrangerCard.SourceKind, customer ?? "unknown"),
        }));
    }

    public Task<Outcome?> ArriveAsync(Turn turn, CancellationToken cancellation) => Task.FromResult<Outcome?>(
        turn is { IsPersonal: true, Caller: Stranger { Kind: StrangerKind.UnknownTenant } }
            ? Reply.Show(AgreementTexts.NoAgreementFound, For(turn.Reader, offerToConnect: true))
            : null);

    internal static AdaptiveCard For(Reader reader, bool offerToConnect) => new(
        [new TextBlock((offerToConnect ? AgreementTexts.AlreadyCustomer : AgreementTexts.AfterItEnded).In(reader.Tongue))],
        offerToConnect
            ?
            [
                Button.Opens<WeAreCustomers, WeAreCustomers.Data>(AgreementTexts.WeAreCustomers, new(), reader.Tongue),
                Button.Says(AgreementTexts.WhatWeOffer, AgreementTexts.WhatWeOffer, reader.Tongue),
            ]
            : null,
        reader.Lang());
}

/// <summary>The polite card, for a reply that is stored.</summary>
public sealed class StrangerCard : ICardSource
{
    internal const string SourceKind = "stranger";

    public string Kind => SourceKind;

    public Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var unknown = content.Subject == "unknown";
        var summary = (unknown ? AgreementTexts.NoAgreementFound : AgreementTexts.AgreementOver).In(recipient.Reader.Tongue);
        return Task.FromResult<Rendered?>(new Rendered(summary, GreetStranger.For(recipient.Reader, unknown)));
    }
}
