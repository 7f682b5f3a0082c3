using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>While monday.com has the ball.</summary>
internal static class VendorSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        new CardSample("ticket-at-vendor", typeof(TicketCard), async world =>
        {
            await WaitsAsync(world, followed: true);
            return await world.CardAsync();
        }),
        new CardSample("ticket-status-at-vendor", typeof(StatusCard), async world =>
        {
            await WaitsAsync(world, followed: true);
            return await world.RenderAsync<StatusCard>(StatusCard.Of(Tickets.Key, invites: true));
        }),
        new CardSample("desk-at-vendor", typeof(DeskCard), async world =>
        {
            await WaitsAsync(world, followed: true);
            return await world.DeskAsync();
        }),
        new CardSample("desk-at-vendor-no-follow-up", typeof(DeskCard), async world =>
        {
            await WaitsAsync(world, followed: false);
            return await world.DeskAsync();
        }),
        new CardSample("news-follow-up", typeof(TicketNews), async world =>
        {
            await WaitsAsync(world, followed: true);
            return await world.NewsAsync(await world.StepAsync("2026-12-01 08:00", (ticket, now) => ticket.RemindFollowUp(now)), world.Technician);
        }),
        Form("empty", "", error: null),
        Form("corrected", "2026-11-20", VendorTexts.FollowUpWrong),
    ];

    private static async Task WaitsAsync(CardWorld world, bool followed)
    {
        await world.OpenAsync(Tier.Silver);
        await world.AnswerAsync("2026-11-27 11:00");
        await world.StepAsync("2026-11-27 11:30", (ticket, now) =>
            ticket.WaitForVendor(world.Technician.Ref, followed ? new DateTimeOffset(2026, 12, 1, 7, 0, 0, TimeSpan.Zero) : null, now));
    }

    private static CardSample Form(string name, string day, SupportBot.Language.Text? error) => new("wait-for-vendor-form-" + name, typeof(WaitForVendorForm), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        return Shown.Of(WaitForVendorForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, day, error), world.Tongue);
    });
}
