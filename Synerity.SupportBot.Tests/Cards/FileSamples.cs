using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Pictures and files on tickets.</summary>
internal static class FileSamples
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    public static IReadOnlyList<CardSample> All { get; } =
    [
        Told("file-picture", link: true, "image/png"),
        Told("file-document", link: true, "application/pdf"),
        Told("file-without-link", link: false, "image/png"),
        Card("file-receipt", "receipt|2|1"),
        Card("file-receipt-of-two", "receipt|2|2"),
        Card("file-receipt-document", "receipt|2|0"),
        Card("file-refused-type", "refused|type|program.exe"),
        Card("file-refused-size", "refused|size|film.png"),
        Card("file-refused-away", "refused|away|"),
        new("file-which-ticket", typeof(PutFiles), async world =>
        {
            await world.OpenAsync(Tier.Silver, "2026-11-26 09:00", number: 16, what: world.Cast.Affected);
            await world.OpenAsync(Tier.Silver);
            var open = new[] { (await world.ViewAsync(16)).Ticket, (await world.ViewAsync()).Ticket };
            return new Shown(FileTexts.WhichTicket.In(world.Tongue), PutFiles.Ask(open, world.Tongue == Tongue.Swedish ? "så här ser det ut" : "this is how it looks", world.Reader));
        }),
        new("ticket-with-files", typeof(TicketCard), async world =>
        {
            await AddAsync(world);
            return await world.CardAsync();
        }),
        new("desk-with-files", typeof(DeskCard), async world =>
        {
            await AddAsync(world);
            return await world.DeskAsync();
        }),
    ];

    private static async Task AddAsync(CardWorld world)
    {
        await world.OpenAsync(Tier.Silver);
        (string, string)[] files = [(Id, FileTypes.Clean(world.Cast.Affected + ".png")), (Id[1..] + "0", "")];
        await world.StepAsync("2026-11-27 10:20", (ticket, now) => ticket.AddFiles(world.Requester.Ref, files, null, now));
        await world.StepAsync("2026-11-27 10:21", (ticket, now) => ticket.KeepFile(Id, FileTypes.Clean(world.Cast.Affected + ".png", "image/png"), "image/png", 245_760, now));
    }

    private static CardSample Told(string name, bool link, string type) => new(name, typeof(FileNews), world =>
    {
        var file = new TicketFile(Id, FileTypes.Clean(world.Cast.Affected + ".png", type), world.Requester.Ref, 2, type, 1_887_437);
        return Task.FromResult(Shown.Of(FileNews.For(
            Tickets.Key, file, Text.Same(world.Requester.Name), link ? new Uri("https://bot.example/files/said.signed") : null, world.Reader)));
    });

    private static CardSample Card(string name, string detail) => new(name, typeof(FileNews), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        return await world.RenderAsync<FileNews>(new Content("file", Tickets.Key.ToString(), detail));
    });
}
