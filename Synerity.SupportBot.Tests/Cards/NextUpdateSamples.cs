using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>When the customer will hear from support again.</summary>
internal static class NextUpdateSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        new CardSample("ticket-next-update", typeof(TicketCard), async world =>
        {
            await PromisedAsync(world);
            return await world.CardAsync();
        }),
        new CardSample("ticket-next-update-was-due", typeof(TicketCard), async world =>
        {
            await PromisedAsync(world);
            world.Goto("2026-11-30 15:00");
            return await world.CardAsync();
        }),
        new CardSample("desk-next-update", typeof(DeskCard), async world =>
        {
            await PromisedAsync(world);
            return await world.DeskAsync();
        }),
        new CardSample("news-update-due", typeof(TicketNews), async world =>
        {
            await PromisedAsync(world);
            return await world.NewsAsync(await world.StepAsync("2026-11-30 14:30", (ticket, now) => ticket.RemindUpdate(now)), world.Technician);
        }),
        Form("empty", new NextUpdateDraft()),
        Form("corrected", new NextUpdateDraft("2026-11-28", "", Errors: new Dictionary<string, SupportBot.Language.Text> { [NextUpdateDraft.DayId] = NextUpdateTexts.ClosedThen })),
    ];

    private static async Task PromisedAsync(CardWorld world)
    {
        await world.OpenAsync(Tier.Silver);
        await world.StepAsync("2026-11-27 11:00", (ticket, now) =>
            ticket.Answer(world.Technician.Ref, world.Cast.Answer, asksCustomer: false, now, new DateTimeOffset(2026, 11, 30, 13, 30, 0, TimeSpan.Zero)));
    }

    private static CardSample Form(string name, NextUpdateDraft draft) => new("next-update-form-" + name, typeof(NextUpdateForm), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        return Shown.Of(NextUpdateForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, draft), world.Tongue);
    });
}
