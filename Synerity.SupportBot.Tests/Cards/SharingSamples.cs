using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Cards of tickets that colleagues follow, and of those who remind support.</summary>
internal static class SharingSamples
{
    public static IReadOnlyList<CardSample> All { get; } = [.. Cards(), .. News(), .. Dialogs()];

    private static IEnumerable<CardSample> Cards()
    {
        yield return Seen("ticket-shared", world => world.Requester, _ => Task.CompletedTask);
        yield return Seen("ticket-following", world => world.Follower, world => world.AnswerAsync("2026-11-27 11:00", asks: true));
        yield return Seen("ticket-following-solved", world => world.Follower, world => world.ResolveAsync("2026-11-27 11:00"));
        yield return new CardSample("ticket-no-longer-following", typeof(SharedNews), async world =>
        {
            await ShareAsync(world);
            await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.Unfollow(world.Follower.Ref, world.Requester.Ref, now));
            return await world.RenderAsync<TicketCard>(TicketCard.Of(Tickets.Key), world.Follower);
        });
        yield return new CardSample("desk-shared", typeof(DeskCard), async world =>
        {
            await ShareAsync(world);
            await world.StepAsync("2026-11-27 10:50", (ticket, now) => ticket.Write(world.Follower.Ref, world.Cast.Written, now));
            return await world.DeskAsync();
        });
        yield return new CardSample("solved-following", typeof(SharedNews), async world =>
        {
            await ShareAsync(world);
            return await world.RenderAsync<SolvedCard>(SolvedCard.Of(Tickets.Key, (await world.ResolveAsync("2026-11-27 11:00")).Number), world.Follower);
        });
        yield return new CardSample("status-following", typeof(StatusCard), async world =>
        {
            await ShareAsync(world);
            await world.AnswerAsync("2026-11-27 11:00", asks: true);
            return await world.RenderAsync<StatusCard>(StatusCard.Of(Tickets.Key, invites: true), world.Follower);
        });
    }

    private static IEnumerable<CardSample> News()
    {
        yield return Told("shared", world => world.Follower, ShareAsync);
        yield return Told("wrote-to-requester", world => world.Requester, async world =>
        {
            await ShareAsync(world);
            return await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.Write(world.Follower.Ref, world.Cast.Written, now));
        });
        yield return Told("commented", world => world.Technician, async world =>
        {
            await ShareAsync(world);
            await world.ResolveAsync("2026-11-27 11:00");
            return await world.StepAsync("2026-11-27 11:30", (ticket, now) => ticket.Comment(world.Follower.Ref, world.Cast.Written, now));
        });
        yield return Told("reminded", world => world.Technician, async world =>
        {
            await ShareAsync(world);
            await world.TakeAsync("2026-11-27 10:30");
            return await RemindAsync(world, afterAnswer: false);
        });
        yield return Told("reminded-after-answer", world => world.Technician, async world =>
        {
            await ShareAsync(world);
            await world.AnswerAsync("2026-11-27 10:30");
            return await RemindAsync(world, afterAnswer: true);
        });
    }

    private static IEnumerable<CardSample> Dialogs()
    {
        yield return new CardSample("share", typeof(ShareForm), async world =>
        {
            await world.OpenAsync(Tier.Silver);
            return Shown.Of(ShareForm.For(await world.ViewAsync(), [Fixed(world.Follower)], CardWorld.Stamp, world.Reader, "", "", error: null), world.Tongue);
        });
        yield return new CardSample("share-corrected", typeof(ShareForm), async world =>
        {
            await ShareAsync(world);
            return Shown.Of(
                ShareForm.For(await world.ViewAsync(), [], CardWorld.Stamp, world.Reader, "", Shorten.To(200, world.Cast.Affected), SharingTexts.NotAnAddress), world.Tongue);
        });
        yield return new CardSample("unshare", typeof(UnshareForm), async world =>
        {
            await ShareAsync(world);
            await world.StepAsync("2026-11-27 10:50", (ticket, now) => ticket.Invite(world.Requester.Ref, "ny.kollega@nordhem.example", now));
            return Shown.Of(UnshareForm.For(await world.ViewAsync() with { Shared = new SharedWith([Fixed(world.Follower)], null) }, world.Reader, SharingTexts.ChooseWhom), world.Tongue);
        });
    }

    /// <summary>Ids are random, and stand in what is chosen.</summary>
    private static Person Fixed(Person person) => person with { Ref = new(CardWorld.Tenant, "0123456789abcdef0123456789abcdef") };

    private static Task<Entry> RemindAsync(CardWorld world, bool afterAnswer) => world.StepAsync("2026-11-27 14:00", (ticket, now) => ticket.Remind(
        new Reminder(now, world.Requester.Ref, new DateOnly(2026, 11, 27), now.AddHours(-3.5), afterAnswer)));

    private static async Task<Entry> ShareAsync(CardWorld world)
    {
        await world.OpenAsync(Tier.Silver);
        return await world.StepAsync("2026-11-27 10:20", (ticket, now) => ticket.Share(world.Requester.Ref, world.Follower.Ref, now));
    }

    private static CardSample Seen(string name, Func<CardWorld, Person> reader, Func<CardWorld, Task> happens) => new(name, typeof(TicketCard), async world =>
    {
        await ShareAsync(world);
        await happens(world);
        return await world.RenderAsync<TicketCard>(TicketCard.Of(Tickets.Key), reader(world));
    });

    private static CardSample Told(string name, Func<CardWorld, Person> reader, Func<CardWorld, Task<Entry>> happens) => new("news-" + name, typeof(TicketNews), async world =>
        await world.NewsAsync(await happens(world), reader(world)));
}
