using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Desk;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>The on-call list with its dialogs, and an alarm on its way.</summary>
internal static class OnCallSamples
{
    private static readonly DateOnly Week = new(2026, 11, 23);

    public static IReadOnlyList<CardSample> All { get; } = [.. List(), .. Alarms(), Lost(), Morning(), Notices("all", null), Notices("muted", "customers morning")];

    private static IEnumerable<CardSample> List()
    {
        yield return OnCall("empty", "administrator", _ => Task.CompletedTask);
        yield return OnCall("kept", "administrator", world => KeepAsync(world, rotates: true));
        yield return OnCall("read", null, async world =>
        {
            await KeepAsync(world, rotates: false);
            await world.Get<AddressBook>().ChangeAsync(world.Colleague.Ref, person => person with { Blocked = "removed" }, default);
        });
        yield return Form("ordinary", null, ["2", "1"], rotates: true, null);
        yield return Form("week", Week, ["1"], rotates: false, null);
        yield return Form("twice", null, ["1", "1"], rotates: false, OnCallTexts.Twice);
    }

    private static IEnumerable<CardSample> Alarms()
    {
        yield return Alarm("to-you", (world, done) => AlarmNews.ToOnCall(done, world.Colleague.Ref), world => world.Colleague);
        yield return Alarm("not-reached", (world, done) => AlarmNews.ToOnCall(done, world.Colleague.Ref), _ => null);
        yield return Alarm("first", (_, done) => AlarmNews.ToChannel(done, AlarmNews.First), _ => null);
        yield return Alarm("next", (_, done) => AlarmNews.ToChannel(done, AlarmNews.Next), _ => null);
        yield return Alarm("everybody", (_, done) => AlarmNews.ToChannel(done, AlarmNews.Everybody), _ => null);
        yield return Alarm("nobody-listed", (_, done) => AlarmNews.ToChannel(done, AlarmNews.NobodyListed), _ => null);
        yield return Alarm("administrator", (world, done) => AlarmNews.ToAdministrator(done, world.Colleague.Ref), world => world.Colleague);
        yield return Alarm("customer-next", (_, done) => AlarmNews.ToCustomer(done, AlarmNews.Next), world => world.Requester);
        yield return Alarm("customer-everybody", (_, done) => AlarmNews.ToCustomer(done, AlarmNews.Everybody), world => world.Requester);
        yield return Alarm("customer-closed", (_, done) => AlarmNews.ToCustomer(done.Ticket), world => world.Requester, at: "2026-11-27 17:00");
    }

    private static CardSample Notices(string name, string? muted) => new("notices-" + name, typeof(ShowNotices), world =>
        world.RenderAsync<ShowNotices>(ShowNotices.Of(), world.Technician with { Muted = muted }));

    private static CardSample Morning() => new("morning", typeof(DigestCard), async world =>
    {
        await world.OpenAsync(Tier.Silver, "2026-11-20 09:00", number: 16, what: world.Cast.Affected);
        await world.OpenAsync(Tier.Silver);
        await world.TakeAsync("2026-11-27 11:00");
        await world.OpenAsync(Tier.Gold, "2026-11-27 16:40", number: 18, what: world.Cast.Written);
        world.Goto("2026-11-30 08:00");
        return Shown.Of(DigestCard.For(world.Technician, [await world.ViewAsync()], [await world.ViewAsync(18)], [await world.ViewAsync(16)], world.Now, world.Reader));
    });

    private static CardSample Lost() => new("lost-person", typeof(LostPeople), async world =>
    {
        await world.Get<AddressBook>().ChangeAsync(world.Technician.Ref, person => person with { Blocked = "removed" }, default);
        return await world.RenderAsync<LostPeople>(new Content("lost-person", "-", $"{world.Technician.Ref.TenantId}|{world.Technician.Ref.Id}"), toChannel: true);
    });

    private static async Task KeepAsync(CardWorld world, bool rotates)
    {
        var list = OnCallList.Empty.Ordinary([world.Technician.Ref, world.Colleague.Ref], rotates, Week).Only(Week.AddDays(7), [world.Colleague.Ref], Week);
        await world.CommitAsync(OnCallStore.Partition, [OnCallStore.Write(null, list with { ChangedBy = world.Technician.Ref, ChangedAt = world.Goto("2026-11-27 09:00") })]);
        await world.Get<AddressBook>().ChangeAsync(world.Technician.Ref, person => person with { ServiceUrl = "https://smba.example/" }, default);
        await world.Get<AddressBook>().ChangeAsync(world.Colleague.Ref, person => person with { ServiceUrl = "https://smba.example/" }, default);
    }

    private static CardSample OnCall(string name, string? detail, Func<CardWorld, Task> happens) => new("on-call-" + name, typeof(ShowOnCall), async world =>
    {
        world.Goto("2026-11-27 09:00");
        await happens(world);
        return await world.RenderAsync<ShowOnCall>(new Content("on-call", "-", detail), world.Technician);
    });

    private static CardSample Form(string name, DateOnly? week, string[] chosen, bool rotates, SupportBot.Language.Text? error) => new("on-call-form-" + name, typeof(OnCallForm), world =>
    {
        Person[] all = [world.Technician with { Ref = world.Technician.Ref with { Id = "1" } }, world.Colleague with { Ref = world.Colleague.Ref with { Id = "2" } }];
        return Task.FromResult(Shown.Of(OnCallForm.For(all, week, "tag", chosen, rotates, world.Reader, error), world.Tongue));
    });

    private static CardSample Alarm(string name, Func<CardWorld, Step.Done, Send> told, Func<CardWorld, Person?> reader, string at = "2026-11-27 10:26") => new("alarm-" + name, typeof(AlarmNews), async world =>
    {
        await world.OpenAsync(Tier.Gold);
        await world.StepAsync("2026-11-27 10:16", (ticket, now) => ticket.MakeAcute(
            world.Get<AcuteLane>().AlarmOf(world.Requester.Ref, world.Cast.Written, "070-123 45 67", ticket.Promise, now), now));
        var done = (Step.Done)(await world.ViewAsync()).Ticket.Alert(world.Colleague.Ref, world.Goto(at));
        await world.StepAsync(at, (ticket, now) => ticket.Alert(world.Colleague.Ref, now));
        return await world.RenderAsync<AlarmNews>(told(world, done).What, reader(world));
    });
}
