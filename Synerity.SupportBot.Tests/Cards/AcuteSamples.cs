using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Acute tickets on every card that shows them, the offer of the alarm and its forms.</summary>
internal static class AcuteSamples
{
    public static IReadOnlyList<CardSample> All { get; } = [.. Tickets(), .. Offers(), .. Forms()];

    private static IEnumerable<CardSample> Tickets()
    {
        yield return Card("alarm-out", world => world.AlarmAsync("2026-11-27 10:16"));
        yield return Card("alarm-at-night", world => world.AlarmAsync("2026-11-27 21:40"));
        yield return Card("alarm-taken", async world =>
        {
            await world.AlarmAsync("2026-11-27 10:16");
            await world.TakeAsync("2026-11-27 10:18");
        });
        yield return Card("acute-breached", async world =>
        {
            await world.AlarmAsync("2026-11-27 10:16");
            world.Goto("2026-11-27 13:00");
        });
        yield return Desk("alarm-out", world => world.AlarmAsync("2026-11-27 10:16"));
        yield return Desk("alarm-out-held", async world =>
        {
            await world.TakeAsync("2026-11-27 10:16");
            await world.AlarmAsync("2026-11-27 10:17");
        });
        yield return Desk("alarm-taken", async world =>
        {
            await world.AlarmAsync("2026-11-27 10:16");
            await world.TakeAsync("2026-11-27 10:18");
        });
        yield return News("said-stopped", world => world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.SayStopped(world.Requester.Ref, world.Cast.Written, now)), toChannel: true);
        yield return News("wrote-acute", async world =>
        {
            await world.AlarmAsync("2026-11-27 10:16");
            return await world.WriteAsync("2026-11-27 11:00");
        });
        yield return News("calmed", async world =>
        {
            await world.AlarmAsync("2026-11-27 10:16");
            return await world.StepAsync("2026-11-27 11:00", (ticket, now) => ticket.CalmDown(world.Requester.Ref, null, now));
        });
        yield return Taken("customer", world => world.Requester);
        yield return Taken("colleague", world => world.Technician);
        yield return new CardSample("ticket-list-acute", typeof(TicketListCard), async world =>
        {
            await world.OpenAsync(Tier.Gold);
            await world.AlarmAsync("2026-11-27 10:16");
            return Shown.Of(TicketListCard.For([await world.ViewAsync()], new(), next: null, Who.CustomerOf(world), world.Reader));
        });
    }

    private static IEnumerable<CardSample> Offers()
    {
        yield return Offer("gold", Tier.Gold, "2026-11-27 10:20");
        yield return Offer("gold-at-night", Tier.Gold, "2026-11-27 21:40");
        yield return Offer("silver", Tier.Silver, "2026-11-27 10:20");
        yield return Anew("gold", Tier.Gold);
        yield return Anew("silver", Tier.Silver);
        yield return Anew("free", Tier.Free);
    }

    private static IEnumerable<CardSample> Forms()
    {
        yield return Alarm("dialog", inDialog: true, cast => new AlarmDraft(cast.What));
        yield return Alarm("chat", inDialog: false, cast => new AlarmDraft(cast.What, "070-123 45 67", "NORD-17"));
        yield return Alarm("corrected", inDialog: false, cast => new AlarmDraft("", new string('0', 50)).Checked());
        yield return Reason("calm", async world =>
        {
            await world.AlarmAsync("2026-11-27 10:16");
            return CalmForm.For(await world.ViewAsync(), world.Reader, "", error: null);
        });
        yield return Reason("make-acute", async world => MakeAcuteForm.For(await world.ViewAsync(), world.Reader, world.Cast.Note, TicketTexts.TooLong));
    }

    private static CardSample Card(string name, Func<CardWorld, Task> happens) => new("ticket-" + name, typeof(TicketCard), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        await happens(world);
        return await world.CardAsync();
    });

    private static CardSample Desk(string name, Func<CardWorld, Task> happens) => new("desk-" + name, typeof(DeskCard), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        await happens(world);
        return await world.DeskAsync();
    });

    private static CardSample News(string name, Func<CardWorld, Task<Entry>> happens, bool toChannel = false) => new("news-" + name, typeof(TicketNews), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        return await world.NewsAsync(await happens(world), toChannel);
    });

    /// <summary>Everybody in the sample world shares a tenant, so a customer is told as one of another.</summary>
    private static CardSample Taken(string name, Func<CardWorld, SupportBot.Outbox.Person> reader) => new("acute-taken-" + name, typeof(AcuteNews), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        await world.AlarmAsync("2026-11-27 10:16");
        var before = (await world.ViewAsync()).Ticket;
        var done = (Step.Done)before.Take(world.Colleague.Ref, world.Goto("2026-11-27 10:18"));
        await world.TakeAsync("2026-11-27 10:18");
        var told = AcuteNews.AfterTaking(before, done).OfType<SupportBot.Outbox.Send>().Single();
        var who = reader(world);
        return await world.RenderAsync<AcuteNews>(told.What, name == "customer" ? who with { Ref = who.Ref with { TenantId = "customer" } } : who);
    });

    private static CardSample Offer(string name, Tier tier, string at) => new("acute-offer-" + name, typeof(AcuteOffer), async world =>
    {
        await world.OpenAsync(tier);
        world.Goto(at);
        return await world.RenderAsync<AcuteOffer>(AcuteOffer.AloneOf(Cards.Tickets.Key));
    });

    /// <summary>Besides an open ticket that it may be about.</summary>
    private static CardSample Anew(string name, Tier tier) => new("acute-anew-" + name, typeof(AcuteOffer), async world =>
    {
        await world.OpenAsync(tier);
        var open = (await world.ViewAsync()).Ticket;
        return await world.AskAsync<AcuteOffer>(
            Who.CustomerOf(world), "", async (offer, turn) => await offer.AnewAsync(turn, Cards.Tickets.Key.Customer, world.Cast.What, open, default));
    });

    private static CardSample Alarm(string name, bool inDialog, Func<Cast, AlarmDraft> draft) => new("alarm-form-" + name, typeof(AlarmForm), world =>
        Task.FromResult(new Shown(AcuteTexts.Alert.In(world.Tongue), AlarmForm.CardFor(draft(world.Cast), CardWorld.Stamp, world.Reader, inDialog))));

    private static CardSample Reason(string name, Func<CardWorld, Task<Dialog>> form) => new($"reason-form-{name}", typeof(WordsForm), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        return Shown.Of(await form(world), world.Tongue);
    });

    /// <summary>The requester raises the alarm.</summary>
    private static Task<Entry> AlarmAsync(this CardWorld world, string at) => world.StepAsync(at, (ticket, now) =>
        ticket.MakeAcute(world.Get<AcuteLane>().AlarmOf(world.Requester.Ref, world.Cast.Written, "070-123 45 67", ticket.Promise, now), now));
}
