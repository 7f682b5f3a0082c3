using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Recordings;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Screen recordings by link.</summary>
internal static class RecordingSamples
{
    private const string Link = "https://www.loom.com/share/0123456789abcdef";

    public static IReadOnlyList<CardSample> All { get; } =
    [
        Request("recording-request", world => Text.Same(world.Technician.Name), new Uri("https://record.example/?ticket=NORD-17&key=00112233445566778899aabbccddeeff")),
        Request("recording-request-without-program", world => Text.Same(world.Technician.Name), null),
        Request("recording-suggested", _ => null, new Uri("https://record.example/?ticket=NORD-17&key=00112233445566778899aabbccddeeff")),
        Told("recording-added", "added", toChannel: true),
        Told("recording-receipt", "receipt", toChannel: false),
        new("recording-dialog", typeof(RecordingForm), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            return Shown.Of(RecordingForm.For(await world.ViewAsync(), CardWorld.Stamp, world.Reader, Shorten.To(200, world.Cast.Affected), RecordingTexts.Refused(WhyNot.Host)), world.Tongue);
        }),
        new("ticket-with-recording", typeof(TicketCard), async world =>
        {
            await AddAsync(world);
            return await world.CardAsync();
        }),
        new("desk-with-recording", typeof(DeskCard), async world =>
        {
            await AddAsync(world);
            return await world.DeskAsync();
        }),
    ];

    private static async Task<Entry> AddAsync(CardWorld world)
    {
        await world.OpenAsync(Tier.Silver);
        return await world.StepAsync("2026-11-27 10:30", (ticket, now) => ticket.AddRecording(world.Requester.Ref, Link, world.Cast.Written, now));
    }

    private static CardSample Request(string name, Func<CardWorld, Text?> by, Uri? link) => new(name, typeof(RecordingNews), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        return Shown.Of(RecordingNews.Request((await world.ViewAsync()).Ticket, by(world), link, world.Reader));
    });

    private static CardSample Told(string name, string what, bool toChannel) => new(name, typeof(RecordingNews), async world =>
    {
        var entry = await AddAsync(world);
        return await world.RenderAsync<RecordingNews>(new Content("recording", Tickets.Key.ToString(), $"{what}|{entry.Number}"), toChannel);
    });
}
