using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Desk;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>The technicians' queue.</summary>
internal static class QueueSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        Queue("queue", _ => new QueuePart.Everything(), new(After: "1|0|NORD-1"), "1|1|NORD-2"),
        Queue("queue-mine", world => new QueuePart.Of(world.Technician.Ref), new(ShowQueue.Mine), null),
        Queue("queue-of-customer", _ => new QueuePart.OfCustomer(CustomerKey.Parse("NORD")), new("NORD"), null),
        new("queue-empty", typeof(QueueCard), world => Task.FromResult(Shown.Of(QueueCard.For([], new QueuePart.Untaken(), null, new(ShowQueue.Untaken), null, world.Reader)))),
    ];

    private static CardSample Queue(string name, Func<CardWorld, QueuePart> part, ShowQueue.Data asked, string? next) => new(name, typeof(QueueCard), async world =>
    {
        for (var number = 12; number < 16; number++) await world.OpenAsync(Tier.Gold, $"2026-11-26 09:{number}", number: number, what: world.Cast.Affected);
        await world.OpenAsync(Tier.Silver);
        await world.TakeAsync("2026-11-27 11:00");
        await world.OpenAsync(Tier.Free, "2026-11-27 12:00", number: 18, what: world.Cast.Written);
        TicketView[] shown =
        [
            await world.ViewAsync(12), await world.ViewAsync(13), await world.ViewAsync(14), await world.ViewAsync(15), await world.ViewAsync(), await world.ViewAsync(18),
        ];
        return Shown.Of(QueueCard.For(shown, part(world), world.Cast.Company, asked, next, world.Reader));
    });
}
