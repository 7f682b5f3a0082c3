using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>The clock of the first answer while it stands still, on both sides, and the dialog that stops it.</summary>
internal static class ClockSamples
{
    public static IReadOnlyList<CardSample> All { get; } = [.. Cards(), .. Forms()];

    private static IEnumerable<CardSample> Cards()
    {
        yield return new CardSample("ticket-paused", typeof(TicketCard), async world =>
        {
            await PausedAsync(world, PauseReason.CustomerAsked, isPublic: false);
            return await world.CardAsync();
        });
        yield return new CardSample("ticket-paused-with-words", typeof(TicketCard), async world =>
        {
            await PausedAsync(world, PauseReason.Other, isPublic: true);
            return await world.CardAsync();
        });
        yield return new CardSample("ticket-resumed", typeof(TicketCard), async world =>
        {
            await PausedAsync(world, PauseReason.AgreedTime, isPublic: false);
            await world.StepAsync("2026-11-27 15:00", (ticket, now) => ticket.Resume(world.Technician.Ref, due: null, now));
            return await world.CardAsync();
        });
        yield return new CardSample("ticket-status-paused", typeof(StatusCard), async world =>
        {
            await PausedAsync(world, PauseReason.NeedsCustomer, isPublic: false);
            world.Goto("2026-11-27 16:30");
            return await world.RenderAsync<StatusCard>(StatusCard.Of(Tickets.Key, invites: true));
        });
        yield return new CardSample("desk-paused", typeof(DeskCard), async world =>
        {
            await PausedAsync(world, PauseReason.VendorDisturbance, isPublic: false);
            return await world.DeskAsync();
        });
    }

    private static async Task PausedAsync(CardWorld world, PauseReason reason, bool isPublic)
    {
        await world.OpenAsync(Tier.Silver);
        await world.TakeAsync("2026-11-27 10:45");
        await world.StepAsync("2026-11-27 11:15", (ticket, now) =>
            ticket.Pause(world.Technician.Ref, reason, SupportBot.Language.Shorten.Cut(PauseDraft.MaxWords, world.Cast.Note), isPublic, due: null, now));
    }

    private static IEnumerable<CardSample> Forms()
    {
        yield return Pausing("empty", _ => new PauseDraft());
        yield return Pausing("corrected", cast => new PauseDraft("other", "", true).Checked());
        yield return Pausing("too-old", cast => new PauseDraft("agreedTime", cast.Advice, true), TicketTexts.FormTooOld);
    }

    private static CardSample Pausing(string name, Func<Cast, PauseDraft> draft, SupportBot.Language.Text? first = null) => new("pause-form-" + name, typeof(PauseForm), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        return Shown.Of(PauseForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, draft(world.Cast), first), world.Tongue);
    });
}
