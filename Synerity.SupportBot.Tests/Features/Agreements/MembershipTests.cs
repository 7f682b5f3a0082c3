using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Agreements;

/// <summary>What only the connector knows of somebody: guests (design §3), and contacts that are named by e-mail (storage rules, "People").</summary>
public sealed class MembershipTests
{
    [Fact]
    public async Task Somebody_is_looked_up_once_a_day_and_strangers_and_staff_never()
    {
        await using var app = await BotApp.StartAsync();
        app.Connector.AddMember(Cast.Maria.Id, Cast.Maria.ObjectId, "Maria Ek", "maria@nordhem.example", Cast.Maria.TenantId);

        foreach (var moment in (string[])["2026-11-27 10:10", "2026-11-27 12:00", "2026-11-28 10:09", "2026-11-28 10:11"])
        {
            await app.AdvanceToAsync(moment);
            foreach (var person in (Actor[])[Cast.Maria, Cast.Ulf, Cast.Anna]) await app.SayAsync(person, "hej");
        }

        Assert.Equal(2, Lookups(app).Count);
        Assert.All(Lookups(app), call => Assert.Equal(Cast.Maria.ChatId, call.ConversationId));
    }

    [Fact]
    public async Task A_connector_that_is_away_costs_nobody_their_answer_and_is_not_asked_at_every_message()
    {
        await using var app = await BotApp.StartAsync();
        for (var i = 0; i < 3; i++) app.Connector.Fail(503, "Gateway", when: call => call.Method == "GET");

        foreach (var words in (string[])["hej", "tack"]) await app.SayAsync(Cast.Maria, words);

        Assert.Equal("Hej Maria! Vad kan jag hjälpa till med?", app.ChatOf(Cast.Maria)[0].Words);
        Assert.Equal(3, Lookups(app).Count);
    }

    [Fact]
    public async Task A_guest_is_never_a_contact_even_when_listed()
    {
        await using var app = await BotApp.StartAsync();
        app.Connector.AddMember(Cast.Lena.Id, Cast.Lena.ObjectId, "Lena Dahl", "lena@elsewhere.example", Cast.Lena.TenantId, "guest");
        await app.TicketAsync(Cast.Maria);

        await app.SayAsync(Cast.Lena, "NORD-1");

        Assert.Equal("Jag hittar inget sådant ärende.", app.LastTo(Cast.Lena).Words);
    }

    [Fact]
    public async Task Guests_are_refused_where_the_customer_wants_none_and_nothing_they_press_does_anything()
    {
        await using var app = await BotApp.StartAsync();
        app.Connector.AddMember(Cast.Maria.Id, Cast.Maria.ObjectId, "Maria Ek", null, Cast.Maria.TenantId, "guest");
        await app.TicketAsync(Cast.Maria);
        var store = app.Services.GetRequiredService<CustomerStore>();
        await store.SaveAsync((await store.ReadAsync(CustomerKey.Parse("NORD"), default))! with { GuestsAllowed = false }, default);

        await app.SayAsync(Cast.Maria, "NORD-1");
        await app.SayAsync(Cast.Maria, "nytt ärende");
        await app.SayAsync(Cast.Edward, "new ticket");

        const string refused = "Hej! Företaget som du är gäst hos har valt att bara egna medarbetare använder supporten här. Be någon av dem fråga åt dig.";
        Assert.Equal([refused, refused], app.ChatOf(Cast.Maria).TakeLast(2).Select(message => message.Words));
        Assert.NotNull(app.LastTo(Cast.Edward).Card);
    }

    [Fact]
    public async Task A_contact_named_by_e_mail_is_one_after_staff_confirm_it_and_not_before()
    {
        await using var app = await BotApp.StartAsync();
        await NameAsync(app, "edward@nordhem.example");
        app.Connector.AddMember(Cast.Edward.Id, Cast.Edward.ObjectId, "Edward Hill", "Edward@Nordhem.example", Cast.Edward.TenantId);
        await app.TicketAsync(Cast.Maria);

        await app.SayAsync(Cast.Edward, "NORD-1");
        var before = app.LastTo(Cast.Edward).Words;
        var asked = app.Channel[^1];
        var refused = await app.PressAsync(Cast.Unlisted, asked, "Bekräfta");
        var answer = await app.PressAsync(Cast.Anna, asked, "Bekräfta");
        var told = app.LastTo(Cast.Edward);
        await app.SayAsync(Cast.Edward, "NORD-1");

        Assert.Equal("I can't find that ticket.", before);
        Assert.Equal("Edward Hill har hört av sig och kan vara kontakt för Nordhem", asked.Summary);
        Assert.Contains("Jag svarar bara i privat chatt", refused.Raw, StringComparison.Ordinal);
        Assert.Contains("Edward Hill är kontakt för Nordhem", answer.Words, StringComparison.Ordinal);
        Assert.StartsWith("You are now a contact of Nordhem with us.", told.Words, StringComparison.Ordinal);
        Assert.StartsWith("NORD-1 · Automationen", app.LastTo(Cast.Edward).Words, StringComparison.Ordinal);
        Assert.Empty(app.Channel.Single(message => message.Id == asked.Id).Card!.Buttons);
    }

    [Fact]
    public async Task Staff_are_asked_once_and_only_about_people_in_the_customer_s_own_tenants_who_are_no_guests()
    {
        await using var app = await BotApp.StartAsync();
        await NameAsync(app, "edward@nordhem.example");
        app.Connector.AddMember(Cast.Edward.Id, Cast.Edward.ObjectId, "Edward Hill", "edward@nordhem.example", Cast.Edward.TenantId);
        app.Connector.AddMember(Cast.Johan.Id, Cast.Johan.ObjectId, "Johan Falk", "edward@nordhem.example", Cast.Johan.TenantId);
        app.Connector.AddMember(Cast.Maria.Id, Cast.Maria.ObjectId, "Maria Ek", "edward@nordhem.example", Cast.Maria.TenantId, "guest");

        foreach (var day in (string[])["2026-11-27 11:00", "2026-11-30 11:00"])
        {
            await app.AdvanceToAsync(day);
            foreach (var person in (Actor[])[Cast.Edward, Cast.Johan, Cast.Maria]) await app.SayAsync(person, "hej");
        }

        Assert.Single(app.Channel, message => message.Summary.Contains("kan vara kontakt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirming_twice_or_after_the_address_was_taken_away_changes_nothing()
    {
        await using var app = await BotApp.StartAsync();
        await NameAsync(app, "edward@nordhem.example");
        app.Connector.AddMember(Cast.Edward.Id, Cast.Edward.ObjectId, "Edward Hill", "edward@nordhem.example", Cast.Edward.TenantId);
        await app.SayAsync(Cast.Edward, "hej");
        var asked = app.Channel[^1];
        var store = app.Services.GetRequiredService<CustomerStore>();
        var customer = (await store.ReadAsync(CustomerKey.Parse("NORD"), default))!;
        await store.SaveAsync(customer with { Contacts = [.. customer.Contacts.OfType<Contact.Known>()] }, default);

        var late = await app.PressAsync(Cast.Kalle, asked, "Bekräfta");

        Assert.Contains("Adressen väntar inte på någon längre.", late.Raw, StringComparison.Ordinal);
        Assert.Single((await store.ReadAsync(CustomerKey.Parse("NORD"), default))!.Contacts);
    }

    private static List<ConnectorCall> Lookups(BotApp app) => [.. app.Connector.Calls.Where(call => call.Method == "GET")];

    private static async Task NameAsync(BotApp app, string address)
    {
        var store = app.Services.GetRequiredService<CustomerStore>();
        var customer = (await store.ReadAsync(CustomerKey.Parse("NORD"), default))!;
        await store.SaveAsync(customer with { Contacts = [.. customer.Contacts, new Contact.Awaited(address)] }, default);
    }
}
