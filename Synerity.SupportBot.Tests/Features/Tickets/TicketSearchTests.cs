using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class TicketSearchTests
{
    [Fact]
    public async Task Tickets_are_found_by_key_words_customer_and_state_by_whoever_may_see_them()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Automationen mejlar leverantörerna två gånger");
        await app.TicketAsync(Cast.Maria, "Rapporten saknar rader");
        await app.TicketAsync(Cast.Lena, "Rapporten är tom");
        await app.TicketAsync(Cast.Johan, "Alla mejl går två gånger");
        await app.SayAsync(Cast.Anna, "hej");
        await app.ResolveAsync(Cast.Anna, "NORD-2");
        await app.PressAsync(Cast.Maria, app.SolvedCard(Cast.Maria, "NORD-2"), "Ja, det fungerar");

        // Somebody's own, a contact's organisation's, and all of them for staff.
        await FindsAsync(app, Cast.Maria, "mejl", "NORD-1");
        await FindsAsync(app, Cast.Maria, "rapport", "NORD-2");
        await FindsAsync(app, Cast.Lena, "rapport", "NORD-3", "NORD-2");
        await FindsAsync(app, Cast.Anna, "mejl två", "FJM-1", "NORD-1");

        await FindsAsync(app, Cast.Maria, "nord 1", "NORD-1", "NORD-2");
        await FindsAsync(app, Cast.Maria, "nord-1", "NORD-1");
        await FindsAsync(app, Cast.Maria, "NORD-3");
        await FindsAsync(app, Cast.Maria, "FJM-1");
        await FindsAsync(app, Cast.Anna, "FJM-1", "FJM-1");

        await FindsAsync(app, Cast.Anna, "nordhem mejl", "NORD-1");
        await FindsAsync(app, Cast.Anna, "fjallmat", "FJM-1");
        await FindsAsync(app, Cast.Anna, "stängda rapport", "NORD-2");
        await FindsAsync(app, Cast.Anna, "öppna nordhem rapport", "NORD-3");
        await FindsAsync(app, Cast.Maria, "open", "NORD-1");

        // The technician's words of how it was solved are the customer's too; colleagues' notes are nobody's.
        await FindsAsync(app, Cast.Maria, "avslagen", "NORD-2");
    }

    [Fact]
    public async Task Without_words_it_is_ones_own_or_the_queue()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Första");
        await app.TicketAsync(Cast.Johan, "Andra");
        await app.SayAsync(Cast.Anna, "hej");
        await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Ta");

        await FindsAsync(app, Cast.Maria, "", "NORD-1");
        await FindsAsync(app, Cast.Anna, "", "FJM-1", "NORD-1");
        await FindsAsync(app, Cast.Anna, "mina", "NORD-1");
        await FindsAsync(app, Cast.Anna, "otagna", "FJM-1");
    }

    [Fact]
    public async Task An_internal_note_is_found_by_nobody()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria, "Rapporten saknar rader");
        var dialog = await app.PressAsync(Cast.Anna, app.DeskCard("NORD-1"), "Intern anteckning");
        await app.SubmitAsync(Cast.Anna, dialog, dialog.Card!.Buttons[0], ("words", "hemligheten"));

        await FindsAsync(app, Cast.Maria, "hemligheten");
        await FindsAsync(app, Cast.Anna, "hemligheten");
    }

    private static async Task FindsAsync(BotApp app, Actor who, string text, params string[] keys)
    {
        var person = await app.Services.GetRequiredService<AddressBook>().FindAsync(who.TenantId, who.ObjectId, default);
        var caller = await app.Services.GetRequiredService<ICallers>().WhoAsync(person!.Value, default);
        var found = await app.Services.GetRequiredService<TicketSearch>().FindAsync(caller, text, 0, 25, default);
        Assert.Equal(keys, found.Select(ticket => ticket.Key.ToString()));
    }
}
