using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Sla;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Tickets for sample cards, brought to a state by the product's own transitions.</summary>
internal static class Tickets
{
    public static readonly TicketKey Key = TicketKey.Parse("NORD-17");

    /// <summary>A ticket received at the world's time.</summary>
    public static async Task<Entry> OpenAsync(this CardWorld world, Tier tier, string received = "2026-11-27 10:15", bool linked = false, long number = 17, string? what = null, string? refers = null)
    {
        var agreement = new Agreement(tier);
        if (await world.Get<CustomerStore>().ReadAsync(Key.Customer, default) is null) await world.CustomerAsync(agreement);
        var (cast, now) = (world.Cast, world.Goto(received));
        var request = new TicketRequest(
            what ?? cast.What, linked ? TicketKind.HowTo : TicketKind.Fault, linked ? Impact.Stopped : Impact.CanWork,
            linked ? cast.Link : null, linked ? cast.Affected : null, refers);
        var done = (Step.Done)Ticket.Open(Key with { Number = number }, world.Requester.Ref, new Promise(tier, agreement.ResponseBudget), request, now);
        await world.CommitAsync(Key.Partition, TicketStore.Insert(done));
        return done.Entry;
    }

    public static Task<Entry> TakeAsync(this CardWorld world, string at) =>
        world.StepAsync(at, (ticket, now) => ticket.Take(world.Technician.Ref, now));

    public static Task<Entry> AnswerAsync(this CardWorld world, string at, bool asks = false) =>
        world.StepAsync(at, (ticket, now) => ticket.Answer(world.Technician.Ref, world.Cast.Answer, asks, now));

    public static Task<Entry> WriteAsync(this CardWorld world, string at) =>
        world.StepAsync(at, (ticket, now) => ticket.Write(world.Requester.Ref, world.Cast.Written, now));

    public static Task<Entry> ResolveAsync(this CardWorld world, string at) => world.StepAsync(at, (ticket, now) => ticket.Resolve(
        new Resolution(world.Cast.Cause, world.Cast.Action, world.Cast.Advice, now, world.Technician.Ref),
        BusinessDays.EndOf(world.Get<PromiseClock>().HoursOf(ticket.Promise), now, Ticket.DaysToObject)));

    public static Task<Entry> NoteAsync(this CardWorld world, string at) =>
        world.StepAsync(at, (ticket, now) => ticket.Note(world.Colleague.Ref, world.Cast.Note, now));

    public static Task<Entry> HandOverAsync(this CardWorld world, string at, Person by, Person to, bool silently = false) =>
        world.StepAsync(at, (ticket, now) => ticket.HandOver(by.Ref, to.Ref, silently ? null : world.Cast.Note, now));

    public static Task<Entry> RejectAsync(this CardWorld world, string at) =>
        world.StepAsync(at, (ticket, now) => ticket.Reject(world.Requester.Ref, world.Cast.Written, now));

    public static async Task<Entry> StepAsync(this CardWorld world, string at, Func<Ticket, DateTimeOffset, Step> step)
    {
        var stored = (await world.Get<TicketStore>().ReadAsync(Key, default))!;
        var done = (Step.Done)step(stored.Value, world.Goto(at));
        await world.CommitAsync(Key.Partition, TicketStore.Replace(stored, done));
        return done.Entry;
    }

    /// <summary>The ticket as its cards see it at the world's time.</summary>
    public static async Task<TicketView> ViewAsync(this CardWorld world, long number = 17)
    {
        var stored = (await world.Get<TicketStore>().ReadAsync(Key with { Number = number }, default))!;
        return await world.Get<TicketViews>().OfAsync(stored.Value, world.Now, default);
    }

    public static Task<Shown> CardAsync(this CardWorld world) => world.RenderAsync<TicketCard>(TicketCard.Of(Key));

    public static Task<Shown> DeskAsync(this CardWorld world) => world.RenderAsync<DeskCard>(DeskCard.Of(Key), toChannel: true);

    public static Task<Shown> NewsAsync(this CardWorld world, Entry entry, Person to) =>
        world.RenderAsync<TicketNews>(TicketNews.Of(Key, entry), to);

    public static Task<Shown> NewsAsync(this CardWorld world, Entry entry, bool toChannel = false) =>
        world.RenderAsync<TicketNews>(TicketNews.Of(Key, entry), toChannel);
}
