using Synerity.SupportBot.Tests.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Synerity.SupportBot.Tests.Browser;

/// <summary>The main job from both sides, in real windows against the real bot.</summary>
[Collection(nameof(Chromium))]
public sealed class MainJobTests(Chromium chromium)
{
    private const string Tuesday = "2026-12-01 13:05";
    private const string Question = "Alla kunder får samma mejl om och om igen";

    [Fact]
    public async Task A_gold_customer_is_promised_a_time_and_answered_and_writes_back()
    {
        await using var bot = LiveBot.Start(Tuesday);
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna");
        var johan = await Window.OpenAsync(chromium, bot, "johan");
        await johan.ReadsAsync("Hej Johan! Här får du hjälp med monday.com.");

        await johan.SayAsync(Question);
        await johan.ReadsAsync("Slå av automationen som skickar mejlen");
        await johan.SaveAsync("self-help");
        await johan.Page.GetByTestId("action-knowledge.rate").Nth(1).ClickAsync();
        await Expect(johan.Page.GetByTestId("input-what")).ToHaveValueAsync(Question);
        await johan.Page.GetByTestId("action-tickets.open").ClickAsync();
        await johan.ReadsAsync("Klart! FJM-1 ligger hos supporten. En tekniker svarar dig senast i dag 15:05.");
        await Expect(johan.Card("Väntar på tekniker")).ToContainTextAsync("Svar senast i dag 15:05");
        await johan.SaveAsync("customer-chat");

        await Expect(anna.Card("FJM-1 · Fjällmat · GULD")).ToContainTextAsync("Ingen har tagit det");
        await anna.Page.GetByTestId("action-tickets.take").ClickAsync();
        await Expect(anna.Card("Anna Berg har det")).ToContainTextAsync("Svar senast i dag 15:05");
        await Expect(johan.Card("Anna Berg jobbar med det")).ToBeVisibleAsync();
        await anna.SaveAsync("technician-channel");

        await anna.Page.GetByTestId("action-tickets.answer-form").ClickAsync();
        await Expect(anna.Page.GetByTestId("dialog-title")).ToHaveTextAsync("Svara Johan Falk");
        await anna.Page.GetByTestId("input-words").FillAsync("Hej Johan! Två automationer på Order startar varandra. Vilken vill du ha kvar?");
        await anna.Page.GetByTestId("input-waiting").CheckAsync();
        await anna.SaveAsync("answer-dialog");
        await anna.Dialog.GetByTestId("action-tickets.answer").ClickAsync();
        await Expect(anna.Dialog).ToHaveCountAsync(0);
        await Expect(anna.Card("Väntar på Johan Falk")).ToContainTextAsync("Besvarat i dag 13:05, i tid");

        await johan.ReadsAsync("Två automationer på Order startar varandra.");
        await Expect(johan.Card("Väntar på dig")).ToContainTextAsync("Första svar i dag 13:05, i tid");
        await johan.SayAsync("behåll den som mejlar");
        await johan.ReadsAsync("Skickat till Anna på FJM-1.");
        await johan.SaveAsync("customer-answer");

        await Expect(anna.Page.GetByTestId("unread-chat")).ToBeVisibleAsync();
        await Expect(anna.Card("Anna Berg har det")).ToContainTextAsync("behåll den som mejlar");
        await anna.GoAsync("chat");
        await Expect(anna.Message("Johan Falk skriver på FJM-1:")).ToContainTextAsync("behåll den som mejlar");
    }

    [Fact]
    public async Task The_dialog_of_the_welcome_opens_a_ticket_too()
    {
        await using var bot = LiveBot.Start(Tuesday);
        var johan = await Window.OpenAsync(chromium, bot, "johan");

        await johan.Page.GetByTestId("action-tickets.new").ClickAsync();
        await Expect(johan.Page.GetByTestId("dialog-title")).ToHaveTextAsync("Nytt ärende");
        await johan.Page.GetByTestId("input-what").FillAsync("rapporten saknar rader");
        await johan.Page.GetByTestId("input-impact-stopped").CheckAsync();
        await johan.Dialog.GetByTestId("action-tickets.open").ClickAsync();

        await Expect(johan.Dialog).ToHaveCountAsync(0);
        await johan.ReadsAsync("En tekniker svarar dig senast i dag 15:05.");
        await Expect(johan.Card("Väntar på tekniker")).ToContainTextAsync("FJM-1 · Rapporten saknar rader");
    }

    [Fact]
    public async Task A_free_customer_is_told_that_nothing_is_promised()
    {
        await using var bot = LiveBot.Start(Tuesday);
        var kalle = await Window.AtTheDeskAsync(chromium, bot, "kalle");
        var sara = await Window.OpenAsync(chromium, bot, "sara");

        await sara.OpenTicketAsync("Hur bjuder jag in en gäst?");

        await sara.ReadsAsync("En tekniker svarar så snart vi kan under öppettid. Ert avtal har ingen garanterad svarstid.");
        await Expect(sara.Card("Väntar på tekniker")).ToContainTextAsync("Ert avtal har ingen garanterad svarstid.");
        await Expect(sara.Page.GetByTestId("messages")).Not.ToContainTextAsync("senast");
        await Expect(kalle.Card("BJORK-1 · Björkby Bygg · FREE")).ToContainTextAsync("Ingen garanterad svarstid");
    }

    [Fact]
    public async Task Somebody_unknown_says_who_they_are_and_staff_read_it()
    {
        await using var bot = LiveBot.Start(Tuesday);
        var eva = await Window.AtTheDeskAsync(chromium, bot, "eva");
        var oskar = await Window.OpenAsync(chromium, bot, "oskar");
        await oskar.ReadsAsync("Hej! Jag hittar inget avtal för er organisation");

        await oskar.Page.GetByTestId("action-agreements.we-are-customers").ClickAsync();
        await oskar.Page.GetByTestId("input-company").FillAsync("Nymans Trä AB");
        await oskar.Page.GetByTestId("input-question").FillAsync("Vi kan inte logga in");
        await oskar.Dialog.GetByTestId("action-agreements.tell-who").ClickAsync();

        await oskar.ReadsAsync("Tack! Vi kopplar ihop er och återkommer här.");
        await Expect(eva.Card("Nymans Trä AB")).ToContainTextAsync("Oskar Nyman");
        await Expect(eva.Card("Nymans Trä AB")).ToContainTextAsync("Vi kan inte logga in");
    }

    [Fact]
    public async Task Of_two_technicians_who_take_at_once_one_has_it_and_the_other_reads_who()
    {
        await using var bot = LiveBot.Start(Tuesday);
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna");
        var kalle = await Window.AtTheDeskAsync(chromium, bot, "kalle");
        var johan = await Window.OpenAsync(chromium, bot, "johan");
        await johan.OpenTicketAsync(Question);
        foreach (var window in (Window[])[anna, kalle]) await Expect(window.Card("Ingen har tagit det")).ToBeVisibleAsync();

        await Task.WhenAll(
            anna.Page.GetByTestId("action-tickets.take").DispatchEventAsync("click"),
            kalle.Page.GetByTestId("action-tickets.take").DispatchEventAsync("click"));

        await Expect(johan.Card("jobbar med det")).ToBeVisibleAsync();
        var holder = (await johan.Card("jobbar med det").InnerTextAsync()).Contains("Anna Berg", StringComparison.Ordinal) ? "Anna Berg" : "Kalle Holm";
        foreach (var window in (Window[])[anna, kalle])
        {
            await Expect(window.Card("FJM-1")).ToContainTextAsync($"{holder} har det");
            await Expect(window.Page.GetByTestId("action-tickets.take")).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task An_English_reader_sees_English_in_their_own_time_and_the_technician_is_told()
    {
        await using var bot = LiveBot.Start(Tuesday);
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna");
        var james = await Window.OpenAsync(chromium, bot, "james");
        await james.ReadsAsync("Hi James! This is where you get help with monday.com.");

        await james.OpenTicketAsync("Every customer gets the same e-mail again and again", "new ticket");
        await james.ReadsAsync("Done! Support has FJM-1. A technician will answer you by today 14:05.");
        await Expect(anna.Card("FJM-1")).ToContainTextAsync("James Carter (läser engelska)");
        await anna.Page.GetByTestId("action-tickets.answer-form").ClickAsync();
        await Expect(anna.Dialog).ToContainTextAsync("läser engelska");
        await anna.Page.GetByTestId("input-words").FillAsync("Please turn that automation off for now.");
        await anna.Dialog.GetByTestId("action-tickets.answer").ClickAsync();

        await james.ReadsAsync("Anna Berg on FJM-1:");
        await Expect(james.Card("Anna Berg is working on it")).ToContainTextAsync("First answer today 12:05, on time");
        foreach (var command in (string[])["help", "my tickets", "agreement", "hours", "status"]) await james.SayAsync(command);
        await james.ReadsAsync("Anna Berg is working on FJM-1 and has answered you.");
        Assert.DoesNotMatch("[åäöÅÄÖ]", (await james.Page.GetByTestId("messages").InnerTextAsync()).Replace("Fjällmat", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Warnings_come_once_each_to_the_channel_and_late_takers_read_who_was_faster()
    {
        await using var bot = LiveBot.Start(Tuesday);
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna");
        var kalle = await Window.AtTheDeskAsync(chromium, bot, "kalle");
        var johan = await Window.OpenAsync(chromium, bot, "johan");
        await johan.OpenTicketAsync(Question);
        await anna.ReadsAsync("Ingen har tagit det");

        await anna.TravelToAsync("2026-12-01T14:40");
        await anna.ReadsAsync("FJM-1 (GULD) ska ha svar senast i dag 15:05. Ingen har tagit det.");
        await anna.TravelToAsync("2026-12-01T15:10");
        await anna.ReadsAsync("FJM-1 (GULD) skulle ha fått svar i dag 15:05. Ingen har tagit det.");
        await Expect(anna.Card("FJM-1 · Fjällmat · GULD")).ToContainTextAsync("Svaret skulle ha kommit i dag 15:05");
        await anna.TravelToAsync("2026-12-01T16:30");
        await bot.SettleAsync();
        await Expect(kalle.FromBot.Filter(new() { HasText = "ska ha svar senast" })).ToHaveCountAsync(1);
        await Expect(kalle.FromBot.Filter(new() { HasText = "skulle ha fått svar" })).ToHaveCountAsync(1);
        await anna.Message("skulle ha fått svar").GetByTestId("action-tickets.take").ClickAsync();
        await Expect(anna.Card("FJM-1 · Fjällmat · GULD")).ToContainTextAsync("Anna Berg har det");

        await kalle.Message("ska ha svar senast").GetByTestId("action-tickets.take").ClickAsync();
        await kalle.ReadsAsync("Anna Berg hann före och tog FJM-1 16:30.");
    }
}
