using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>What a technician wrote in a ticket's thread, before and after it was decided what becomes of it.</summary>
internal static class ThreadSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        Sample("thread-asks", _ => null),
        Sample("thread-sent", world => ThreadTexts.SentBy(Text.Same(world.Technician.Name), Text.Same(world.Requester.Name), new Text("i dag 10:31", "today 10:31"))),
        Sample("thread-noted", world => ThreadTexts.NotedBy(Text.Same(world.Technician.Name), new Text("i dag 10:31", "today 10:31"))),
        Sample("thread-cancelled", world => ThreadTexts.CancelledBy(Text.Same(world.Technician.Name))),
    ];

    private static CardSample Sample(string name, Func<CardWorld, Text?> ended) => new(name, typeof(ThreadAnswerCard), async world =>
    {
        await world.OpenAsync(Tier.Silver);
        var draft = new ThreadDraft(Tickets.Key.ToString(), CardWorld.Stamp.Nonce, CardWorld.Stamp.Day, "0123456789abcdef0123456789abcdef");
        return Shown.Of(ThreadAnswerCard.For(await world.ViewAsync(), draft, world.Cast.Written, ended(world), world.Reader));
    });
}
