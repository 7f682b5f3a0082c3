using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Tier and kind, put right.</summary>
internal static class CorrectionSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        new CardSample("desk-corrected", typeof(DeskCard), async world =>
        {
            await CorrectAsync(world);
            return await world.DeskAsync();
        }),
        new CardSample("news-corrected", typeof(TicketNews), async world => await world.NewsAsync(await CorrectAsync(world), world.Technician)),
        Form("empty", _ => new CorrectionDraft("silver", "fault")),
        Form("corrected", cast => new CorrectionDraft("gold", "training", cast.Advice, new Dictionary<string, SupportBot.Language.Text> { [CorrectForm.Kind] = CorrectionTexts.NothingChanged })),
    ];

    private static async Task<Entry> CorrectAsync(CardWorld world)
    {
        await world.OpenAsync(Tier.Silver);
        await world.TakeAsync("2026-11-27 10:30");
        return await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.Correct(
            world.Colleague.Ref, new Promise(Tier.Gold, new Agreement(Tier.Gold).ResponseBudget), TicketKind.ConfigurationFault, due: null,
            SupportBot.Language.Shorten.Cut(CorrectionDraft.MaxWhy, world.Cast.Note), now));
    }

    private static CardSample Form(string name, Func<Cast, CorrectionDraft> draft) => new("correct-form-" + name, typeof(CorrectForm), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        return Shown.Of(CorrectForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, draft(world.Cast)), world.Tongue);
    });
}
