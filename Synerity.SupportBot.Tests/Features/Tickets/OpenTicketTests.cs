using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Tickets;

public sealed class OpenTicketTests
{
    private const string Send = "Skicka till supporten";

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "what", "", "⚠ Skriv vad som händer, gärna med ett exempel." },
        { "what", "   ", "⚠ Skriv vad som händer, gärna med ett exempel." },
        { "what", new string('x', 4001), "⚠ Det blev för långt. Korta ner det, resten kan du skriva efteråt." },
        { "kind", "administrator", "⚠ Välj ett av alternativen." },
        { "impact", "", "⚠ Välj ett av alternativen." },
        { "link", "http://monday.com/1", "⚠ Länken ska börja med https://." },
        { "link", "javascript:alert(1)", "⚠ Länken ska börja med https://." },
        { "who", new string('x', 501), "⚠ Det blev för långt. Korta ner det, resten kan du skriva efteråt." },
    };

    [Fact]
    public async Task The_form_in_the_chat_becomes_the_ticket_and_both_sides_have_it()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "nytt ärende");
        var form = app.LastTo(Cast.Maria);

        var answer = await app.PressAsync(Cast.Maria, form, Send, ("what", "automationen på Inköp mejlar leverantörerna två gånger"), ("impact", "severalStuck"));

        var card = app.ChatOf(Cast.Maria).Single(message => message.Id == form.Id);
        Assert.Contains("NORD-1 · Automationen på Inköp mejlar leverantörerna två gånger\nVäntar på tekniker\nSvar senast måndag 30 november 09:09\n", card.Words, StringComparison.Ordinal);
        Assert.Contains("8 timmar öppettid från i dag 10:09. Helgen räknas inte.", card.Words, StringComparison.Ordinal);
        Assert.Equal(card.Words, answer.Words);
        Assert.Equal("Klart! NORD-1 ligger hos supporten. En tekniker svarar dig senast måndag 30 november 09:09.", app.LastTo(Cast.Maria).Words);
        var desk = Assert.Single(app.Channel.Skip(1));
        Assert.StartsWith("NORD-1 · Nordhem · SILVER\n", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Ingen har tagit det\nSvar senast måndag 30 november 09:09", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Maria Ek (läser svenska)", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Flera står stilla", desk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dialog_closes_and_the_ticket_comes_as_messages()
    {
        await using var app = await BotApp.StartAsync();
        await app.InstallAsync(Cast.Edward);
        var dialog = await app.PressAsync(Cast.Edward, app.LastTo(Cast.Edward), "New ticket");

        var closed = await app.SubmitAsync(Cast.Edward, dialog, "Send to support", ("what", "the board is empty"));

        Assert.Equal("New ticket", dialog.DialogTitle);
        Assert.Equal((200, ""), (closed.Status, closed.Raw));
        var told = app.ChatOf(Cast.Edward).Skip(1).Select(message => message.Words).ToList();
        Assert.Equal("Done! Support has NORD-1. A technician will answer you by Monday 30 November 09:09.", told[0]);
        Assert.StartsWith("NORD-1 · The board is empty\nWaiting for a technician\nAnswer by Monday 30 November 09:09\n", told[1], StringComparison.Ordinal);
        Assert.Equal(2, told.Count);
    }

    [Theory]
    [InlineData("Johan Falk", "2026-11-27 10:09", "Klart! FJM-1 ligger hos supporten. En tekniker svarar dig senast i dag 12:09.", "2 timmar öppettid från i dag 10:09.")]
    [InlineData("Johan Falk", "2026-11-27 21:40", "Klart! FJM-1 ligger hos supporten. En tekniker svarar dig senast måndag 30 november 10:00.", "2 timmar öppettid från måndag 30 november 08:00. Helgen räknas inte.")]
    [InlineData("Maria Ek", "2027-01-05 15:00", "Klart! NORD-1 ligger hos supporten. En tekniker svarar dig senast torsdag 7 januari 14:00.", "8 timmar öppettid från i dag 15:00. Trettondedag jul räknas inte.")]
    [InlineData("Maria Ek", "2026-12-23 15:00", "Klart! NORD-1 ligger hos supporten. En tekniker svarar dig senast måndag 28 december 14:00.", "8 timmar öppettid från i dag 15:00. Julafton, juldagen, annandag jul och helgen räknas inte.")]
    [InlineData("Sara Björk", "2026-11-27 10:09", "Klart! BJORK-1 ligger hos supporten. En tekniker svarar så snart vi kan under öppettid. Ert avtal har ingen garanterad svarstid.", "Ert avtal har ingen garanterad svarstid.")]
    public async Task The_receipt_says_what_the_agreement_promises(string name, string when, string receipt, string line)
    {
        await using var app = await BotApp.StartAsync(when);
        var person = Cast.Everybody.Single(somebody => somebody.Name == name);

        var card = await app.TicketAsync(person);

        Assert.Equal(receipt, app.LastTo(person).Words);
        Assert.Contains(line, card.Words.Split('\n'));
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(string input, string value, string complaint)
    {
        await using var app = await BotApp.StartAsync();
        await app.InstallAsync(Cast.Maria);
        var dialog = await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Nytt ärende");
        (string Id, string Value)[] typed =
            [("what", "Tavlan är tom"), ("kind", "howTo"), ("impact", "stopped"), ("link", "https://monday.com/1"), ("who", "Lagret"), (input, value)];
        var before = app.Connector.Calls.Count;

        var again = await app.SubmitAsync(Cast.Maria, dialog, Send, typed);

        var fields = new[] { "what", "kind", "impact", "link", "who" };
        Assert.Equal(complaint, again.Card!.ErrorBeside(input));
        Assert.All(fields.Where(field => field != input), field => Assert.Null(again.Card.ErrorBeside(field)));
        var last = typed.GroupBy(field => field.Id).ToDictionary(group => group.Key, group => group.Last().Value.Trim());
        Assert.All(fields, field => Assert.Equal(last[field], again.Card[field] ?? ""));
        Assert.Equal(before, app.Connector.Calls.Count);

        await app.SubmitAsync(Cast.Maria, again, Send, ("what", "Tavlan är tom"), ("kind", "howTo"), ("impact", "stopped"), ("link", "https://monday.com/1"), ("who", "Lagret"));

        Assert.StartsWith("NORD-1 · Tavlan är tom", app.TicketCard(Cast.Maria, "NORD-1").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_in_the_chat_that_was_filled_in_wrongly_comes_back_in_its_place()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "nytt ärende");

        var again = await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), Send, ("what", ""), ("who", "Lagret"));

        Assert.Equal("⚠ Skriv vad som händer, gärna med ett exempel.", again.Card!.ErrorBeside("what"));
        Assert.Equal("Lagret", again.Card["who"]);
        Assert.Single(app.Channel);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_pressed_twice_opens_one_ticket(bool atOnce)
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "nytt ärende");
        var form = app.LastTo(Cast.Maria);
        var presses = Enumerable.Range(0, 4).Select(_ => app.Press(Cast.Maria, form, Send, ("what", "Tavlan är tom"))).ToList();

        var answers = new List<Answered>();
        if (atOnce) answers.AddRange(await Task.WhenAll(presses.Select(press => app.PostAsync(press))));
        else foreach (var press in presses) answers.Add(await app.PostAsync(press));
        await app.SettleAsync();

        Assert.All(answers, answer => Assert.Contains("NORD-1 · Tavlan är tom", answer.Words, StringComparison.Ordinal));
        Assert.Equal(3, answers.Count(answer => answer.Words.Contains("Det är redan skickat, som NORD-1.", StringComparison.Ordinal)));
        Assert.Equal(2, app.Channel.Count);
        Assert.Single(app.ChatOf(Cast.Maria), message => message.Words.StartsWith("Klart!", StringComparison.Ordinal));
        Assert.Equal(1, await CountAsync(app));
    }

    [Fact]
    public async Task A_form_older_than_a_week_is_answered_by_a_fresh_one_with_the_words_kept()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "nytt ärende");
        var form = app.LastTo(Cast.Maria);
        await app.AdvanceToAsync("2026-12-05 12:00");

        var fresh = await app.PressAsync(Cast.Maria, form, Send, ("what", "Tavlan är tom"));

        Assert.Contains("Formuläret hade blivit för gammalt. Här är ett nytt med det du skrev.", fresh.Words, StringComparison.Ordinal);
        Assert.Equal("Tavlan är tom", fresh.Card!["what"]);
        Assert.Equal(0, await CountAsync(app));

        var shown = form with { Body = System.Text.Json.JsonSerializer.SerializeToElement(new { attachments = new[] { new { content = fresh.Card.Json } } }) };
        await app.PressAsync(Cast.Maria, shown, Send);

        Assert.Equal(1, await CountAsync(app));
    }

    [Fact]
    public async Task The_promise_is_the_one_of_the_agreement_when_the_ticket_came()
    {
        await using var app = await BotApp.StartAsync();
        await app.TicketAsync(Cast.Maria);
        var gold = Cast.Customers.Replace("\"tier\": \"SILVER\"", "\"tier\": \"GULD\"", StringComparison.Ordinal);
        var result = await app.Services.GetRequiredService<ImportCustomers>().RunAsync(Encoding.UTF8.GetBytes(gold), CancellationToken.None);

        await app.SayAsync(Cast.Maria, "NORD-1");
        await app.TicketAsync(Cast.Maria, "en ny sak");

        Assert.Empty(result.Errors);
        Assert.Contains(app.ChatOf(Cast.Maria), message => message.Words.Contains("0 min av 8 h har gått", StringComparison.Ordinal));
        Assert.Equal("Klart! NORD-2 ligger hos supporten. En tekniker svarar dig senast i dag 12:09.", app.LastTo(Cast.Maria).Words);
        Assert.StartsWith("NORD-1 · Nordhem · SILVER", app.DeskCard("NORD-1").Words, StringComparison.Ordinal);
        Assert.StartsWith("NORD-2 · Nordhem · GULD", app.DeskCard("NORD-2").Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_put_away_sends_nothing()
    {
        await using var app = await BotApp.StartAsync();
        await app.SayAsync(Cast.Maria, "nytt ärende");

        var answer = await app.PressAsync(Cast.Maria, app.LastTo(Cast.Maria), "Avbryt");

        Assert.Equal("Okej, inget är skickat.", answer.Words);
        Assert.Equal(0, await CountAsync(app));
    }

    private static async Task<int> CountAsync(BotApp app) => (await app.Rows.RangeAsync("c|NORD", "t|", "t|~", 10, CancellationToken.None)).Count;
}
