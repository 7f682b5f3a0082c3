using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>What a customer who has the ball is told, and what both sides see once it has been solved.</summary>
internal static class WaitingSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        Waiting("reminder", offered: false, released: false),
        Waiting("reminder-released", offered: false, released: true),
        Waiting("offer", offered: true, released: false),
        new CardSample("waiting-end", typeof(WaitingCard), world => world.RenderAsync<WaitingCard>(WaitingCard.EndOf(Tickets.Key))),
        new CardSample("desk-waiting-reminded", typeof(DeskCard), async world =>
        {
            await AskedAsync(world, offered: false);
            return await world.DeskAsync();
        }),
        new CardSample("ticket-said-solved", typeof(TicketCard), async world =>
        {
            await AskedAsync(world, offered: true);
            await world.StepAsync("2026-12-04 10:00", (ticket, now) => ticket.SaySolved(world.Requester.Ref, now));
            return await world.CardAsync();
        }),
        new CardSample("news-said-solved", typeof(TicketNews), async world =>
        {
            await AskedAsync(world, offered: true);
            return await world.NewsAsync(await world.StepAsync("2026-12-04 10:00", (ticket, now) => ticket.SaySolved(world.Requester.Ref, now)));
        }),
    ];

    private static async Task AskedAsync(CardWorld world, bool offered)
    {
        await world.OpenAsync(Tier.Silver);
        await world.AnswerAsync("2026-11-27 11:00", asks: true);
        await world.StepAsync("2026-12-01 11:00", (ticket, now) => ticket.Remind(now));
        if (offered) await world.StepAsync("2026-12-04 09:15", (ticket, now) => ticket.OfferToClose(now));
    }

    private static CardSample Waiting(string name, bool offered, bool released) => new("waiting-" + name, typeof(WaitingCard), async world =>
    {
        await AskedAsync(world, offered);
        if (released) await world.StepAsync("2026-12-04 09:30", (ticket, now) => ticket.Release(world.Technician.Ref, now));
        return await world.RenderAsync<WaitingCard>(WaitingCard.Of((await world.ViewAsync()).Ticket));
    });
}
