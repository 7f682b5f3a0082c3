using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>The customer's card in each state, the lists and what happened on a ticket.</summary>
internal static class TicketSamples
{
    public static IReadOnlyList<CardSample> All { get; } = [.. Cards(), .. News()];

    private static IEnumerable<CardSample> Cards()
    {
        yield return Card("untaken-over-the-weekend", async world => await world.OpenAsync(Tier.Silver));
        yield return Card("untaken-the-same-day", async world => await world.OpenAsync(Tier.Gold));
        yield return Card("untaken-over-holidays", async world => await world.OpenAsync(Tier.Silver, "2026-12-23 15:00"));
        yield return Card("untaken-at-night", async world => await world.OpenAsync(Tier.Gold, "2026-11-26 21:40"));
        yield return Card("untaken-free", async world => await world.OpenAsync(Tier.Free));
        yield return Card("taken", async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.TakeAsync("2026-11-27 14:20");
        });
        yield return Card("taken-free", async world =>
        {
            await world.OpenAsync(Tier.Free);
            await world.TakeAsync("2026-11-27 14:20");
        });
        yield return Card("waiting-for-you", async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.AnswerAsync("2026-11-30 08:14", asks: true);
        });
        yield return Card("answered-in-time", async world =>
        {
            await world.OpenAsync(Tier.Silver);
            await world.AnswerAsync("2026-11-30 08:14", asks: true);
            await world.WriteAsync("2026-11-30 08:20");
        });
        yield return Card("answered-late", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            await world.AnswerAsync("2026-11-27 13:05");
        });
        yield return Card("answered-free", async world =>
        {
            await world.OpenAsync(Tier.Free);
            await world.AnswerAsync("2026-11-27 13:05");
        });
        yield return Card("breached", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            world.Goto("2026-11-27 13:00");
        });
        yield return Card("solved", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            await world.ResolveAsync("2026-12-01 13:40");
        });
        yield return Card("withdrawn", async world =>
        {
            await world.OpenAsync(Tier.Gold);
            await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.Withdraw(world.Requester.Ref, now));
        });
        yield return Card("continued", async world => await world.OpenAsync(Tier.Gold, refers: "NORD-3"));
        yield return Card("accepted", world => EndAsync(world, (ticket, now) => ticket.Accept(world.Requester.Ref, now)));
        yield return Card("closed-by-itself", world => EndAsync(world, (ticket, now) => ticket.CloseByItself(now), "2026-12-08 17:00"));
        yield return Solved("asking", async world => (await world.ResolveAsync("2026-12-01 13:40")).Number);
        yield return Solved("accepted", async world => await SolvedAsync(world, (ticket, now) => ticket.Accept(world.Requester.Ref, now)));
        yield return Solved("not-solved", async world => await SolvedAsync(world, (ticket, now) => ticket.Reject(world.Requester.Ref, world.Cast.Written, now)));
        yield return Status("status-in-time", Tier.Silver, "2026-11-27 16:30", taken: true);
        yield return Status("status-missed", Tier.Gold, "2026-11-27 13:00", taken: false);
        yield return Status("status-free", Tier.Free, "2026-11-27 13:00", taken: true);
        yield return Status("status-at-night", Tier.Silver, "2026-11-27 21:00", taken: true);
        yield return Asked("untaken", taken: false);
        yield return Asked("taken", taken: true);
        yield return List("ticket-list", new(), next: null, contact: false);
        yield return List("ticket-list-contact", new(All: true, After: "0000000001"), next: "0000000002", contact: true);
        yield return new CardSample("ticket-list-nothing", typeof(TicketListCard), world =>
            Task.FromResult(Shown.Of(TicketListCard.For([], new(Closed: true), null, User(world, contact: true), world.Reader))));
    }

    private static CardSample List(string name, ListTickets.Data asked, string? next, bool contact) => new(name, typeof(TicketListCard), async world =>
    {
        await world.OpenAsync(Tier.Silver, "2026-11-26 09:00", number: 16, what: world.Cast.Affected);
        await world.OpenAsync(Tier.Silver);
        await world.AnswerAsync("2026-11-27 11:00", asks: true);
        await world.OpenAsync(Tier.Free, "2026-11-27 12:00", number: 18, what: world.Cast.Written);
        return Shown.Of(TicketListCard.For([await world.ViewAsync(18), await world.ViewAsync(), await world.ViewAsync(16)], asked, next, User(world, contact), world.Reader));
    });

    private static CustomerUser User(CardWorld world, bool contact) => new(world.Requester, "NORD", contact, HasAgreement: true);

    private static CardSample Card(string name, Func<CardWorld, Task> happens) => new("ticket-" + name, typeof(TicketCard), async world =>
    {
        await happens(world);
        return await world.CardAsync();
    });

    private static async Task EndAsync(CardWorld world, Func<Ticket, DateTimeOffset, Step> end, string at = "2026-12-01 13:55")
    {
        await world.OpenAsync(Tier.Gold);
        await world.AnswerAsync("2026-12-01 13:11");
        await world.ResolveAsync("2026-12-01 13:40");
        await world.StepAsync(at, end);
    }

    private static async Task<int> SolvedAsync(CardWorld world, Func<Ticket, DateTimeOffset, Step> then)
    {
        var solved = await world.ResolveAsync("2026-12-01 13:40");
        await world.StepAsync("2026-12-01 13:55", then);
        return solved.Number;
    }

    /// <summary>The card that told of a solution, and what became of it.</summary>
    private static CardSample Solved(string name, Func<CardWorld, Task<int>> happens) => new("solved-" + name, typeof(SolvedCard), async world =>
    {
        await world.OpenAsync(Tier.Gold, "2026-12-01 13:05");
        return await world.RenderAsync<SolvedCard>(SolvedCard.Of(Tickets.Key, await happens(world)));
    });

    private static CardSample Status(string name, Tier tier, string at, bool taken) => new("ticket-" + name, typeof(StatusCard), async world =>
    {
        await world.OpenAsync(tier);
        if (taken) await world.TakeAsync("2026-11-27 11:20");
        world.Goto(at);
        return await world.RenderAsync<StatusCard>(StatusCard.Of(Tickets.Key, invites: true));
    });

    private static CardSample Asked(string name, bool taken) => new("asked-after-miss-" + name, typeof(AskedAfterMiss), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        if (taken) await world.TakeAsync("2026-11-27 10:30");
        world.Goto("2026-11-27 13:00");
        return await world.RenderAsync<AskedAfterMiss>(AskedAfterMiss.Of(Tickets.Key, world.Requester.Ref), toChannel: true);
    });

    private static IEnumerable<CardSample> News()
    {
        yield return Told("answered", async world => await world.AnswerAsync("2026-11-27 11:00", asks: true));
        yield return Among("wrote", world => world.WriteAsync("2026-11-27 11:00"), world => world.Technician);
        yield return Told("took-back", async world =>
        {
            var written = await world.WriteAsync("2026-11-27 11:00");
            return await world.StepAsync("2026-11-27 11:05", (ticket, now) => ticket.TakeBack(world.Requester.Ref, written, now));
        });
        yield return Told("accepted", async world =>
        {
            await world.ResolveAsync("2026-11-27 11:00");
            return await world.StepAsync("2026-11-27 13:55", (ticket, now) => ticket.Accept(world.Requester.Ref, now));
        });
        yield return Told("withdrew", async world => await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.Withdraw(world.Requester.Ref, now)));
        yield return Among("reopened", world => ReopenAsync(world, taken: true), world => world.Technician);
        yield return Told("reopened-channel", world => ReopenAsync(world, taken: false), toChannel: true);
        yield return Among("not-solved", async world =>
        {
            await world.ResolveAsync("2026-11-27 11:00");
            return await world.RejectAsync("2026-11-27 13:55");
        }, world => world.Technician);
        yield return Told("warned-you", world => WarnAsync(world, 75, taken: true));
        yield return Told("missed-you", world => WarnAsync(world, 100, taken: true));
        yield return Told("warned-channel-taken", world => WarnAsync(world, 75, taken: true), toChannel: true);
        yield return Told("missed-channel-taken", world => WarnAsync(world, 100, taken: true), toChannel: true);
        yield return Told("warned-not-reached", async world =>
        {
            await world.Get<SupportBot.Outbox.AddressBook>().ChangeAsync(world.Technician.Ref, person => person with { Blocked = "removed" }, default);
            return await WarnAsync(world, 75, taken: true);
        }, toChannel: true);
        yield return Told("warned-channel", world => WarnAsync(world, 75, taken: false), toChannel: true);
        yield return Told("missed-channel", world => WarnAsync(world, 100, taken: false), toChannel: true);
        yield return Among("noted", world => world.NoteAsync("2026-11-27 11:00"), world => world.Technician);
        yield return Among("handed-to-you", world => world.HandOverAsync("2026-11-27 11:00", world.Technician, world.Colleague), world => world.Colleague);
        yield return Among("handed-to-you-silently", world => world.HandOverAsync("2026-11-27 11:00", world.Technician, world.Colleague, silently: true), world => world.Colleague);
        yield return Among("taken-over", world => world.HandOverAsync("2026-11-27 11:00", world.Colleague, world.Colleague), world => world.Technician);
        yield return Among("given-away", world => world.HandOverAsync("2026-11-27 11:00", world.ThirdTechnician, world.Colleague), world => world.Technician);
        yield return Told("released", async world =>
        {
            await world.TakeAsync("2026-11-27 10:30");
            return await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.Release(world.Technician.Ref, now));
        }, toChannel: true);
        yield return Receipt("receipt-to-support", taken: false);
        yield return Receipt("receipt-to-technician", taken: true);
    }

    private static async Task<Entry> ReopenAsync(CardWorld world, bool taken)
    {
        if (taken) await world.TakeAsync("2026-11-27 10:30");
        await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.Withdraw(world.Requester.Ref, now));
        return await world.StepAsync("2026-11-27 11:30", (ticket, now) => ticket.Reopen(world.Requester.Ref, world.Cast.Written, now));
    }

    private static async Task<Entry> WarnAsync(CardWorld world, int percent, bool taken)
    {
        if (taken) await world.TakeAsync("2026-11-27 10:30");
        return await world.StepAsync(percent < 100 ? "2026-11-27 11:45" : "2026-11-27 12:15", (ticket, now) => ticket.Warn(percent, now));
    }

    private static CardSample Told(string name, Func<CardWorld, Task<Entry>> happens, bool toChannel = false) => new("news-" + name, typeof(TicketNews), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        return await world.NewsAsync(await happens(world), toChannel);
    });

    /// <summary>What a technician is told of another.</summary>
    private static CardSample Among(string name, Func<CardWorld, Task<Entry>> happens, Func<CardWorld, SupportBot.Outbox.Person> reader) =>
        new("news-" + name, typeof(TicketNews), async world =>
        {
            await world.OpenAsync(Tier.Gold);
            return await world.NewsAsync(await happens(world), reader(world));
        });

    private static CardSample Receipt(string name, bool taken) => new("news-" + name, typeof(TicketNews), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        if (taken) await world.TakeAsync("2026-11-27 10:30");
        return await world.RenderAsync<TicketNews>(TicketNews.ReceiptOf(Tickets.Key, await world.WriteAsync("2026-11-27 11:00")));
    });
}
