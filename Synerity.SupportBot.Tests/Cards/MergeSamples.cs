using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Two tickets that become one.</summary>
internal static class MergeSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        new CardSample("ticket-merged", typeof(TicketCard), async world =>
        {
            await MergeAsync(world);
            return await world.CardAsync();
        }),
        new CardSample("news-merged", typeof(TicketNews), async world => await world.NewsAsync(await MergeAsync(world))),
        new CardSample("news-absorbed", typeof(TicketNews), async world => await world.NewsAsync(await AbsorbAsync(world), world.Technician)),
        Form("empty", "", error: null),
        Form("corrected", "FJM-1", MergeTexts.OtherCustomer),
    ];

    private static async Task<Entry> MergeAsync(CardWorld world)
    {
        await world.OpenAsync(Tier.Silver, "2026-11-26 09:00", number: 16, what: world.Cast.Affected);
        await world.OpenAsync(Tier.Silver);
        var other = (await world.ViewAsync(16)).Ticket;
        return await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.MergeInto(other, world.Colleague.Ref, now));
    }

    private static async Task<Entry> AbsorbAsync(CardWorld world)
    {
        await world.OpenAsync(Tier.Silver);
        await world.OpenAsync(Tier.Silver, "2026-11-27 10:45", number: 18, what: world.Cast.Written);
        var merged = (await world.ViewAsync(18)).Ticket;
        return await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.Absorb(merged, world.Colleague.Ref, now));
    }

    private static CardSample Form(string name, string into, SupportBot.Language.Text? error) => new("merge-form-" + name, typeof(MergeForm), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        return Shown.Of(MergeForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, into, error), world.Tongue);
    });
}
