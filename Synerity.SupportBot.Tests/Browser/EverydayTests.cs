using Microsoft.Playwright;
using Synerity.SupportBot.Tests.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Synerity.SupportBot.Tests.Browser;

/// <summary>What else people do in the chat, in a real window against the real bot.</summary>
[Collection(nameof(Chromium))]
public sealed class EverydayTests(Chromium chromium)
{
    private const string Friday = "2026-11-27 10:09";

    [Fact]
    public async Task A_form_keeps_what_was_typed_and_says_what_is_wrong()
    {
        await using var bot = LiveBot.Start(Friday);
        var maria = await Window.OpenAsync(chromium, bot, "maria");
        await maria.Page.GetByTestId("action-tickets.new").ClickAsync();

        await maria.Dialog.GetByTestId("action-tickets.open").ClickAsync();
        await Expect(maria.Dialog).ToContainTextAsync("Skriv vad som händer, gärna med ett exempel.");
        await maria.Page.GetByTestId("input-what").FillAsync("mejlen går två gånger");
        await maria.Page.GetByTestId("input-kind-change").CheckAsync();
        await maria.Dialog.GetByText("Lägg till länk eller vilka som drabbas").ClickAsync();
        await maria.Page.GetByTestId("input-link").FillAsync("tavlan Inköp");
        await maria.Dialog.GetByTestId("action-tickets.open").ClickAsync();

        await Expect(maria.Dialog).ToContainTextAsync("Länken ska börja med https://.");
        await Expect(maria.Page.GetByTestId("input-what")).ToHaveValueAsync("mejlen går två gånger");
        await Expect(maria.Page.GetByTestId("input-kind-change")).ToBeCheckedAsync();
        await Expect(maria.Page.GetByTestId("input-link")).ToHaveValueAsync("tavlan Inköp");
        await maria.Page.GetByTestId("input-link").FillAsync("https://nordhem.monday.com/boards/1");
        await maria.Dialog.GetByTestId("action-tickets.open").ClickAsync();
        await maria.ReadsAsync("Klart! NORD-1 ligger hos supporten. En tekniker svarar dig senast måndag 30 november 09:09.");
    }

    [Fact]
    public async Task What_is_delivered_twice_is_done_once()
    {
        await using var bot = LiveBot.Start(Friday);
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna");
        var maria = await Window.OpenAsync(chromium, bot, "maria");
        await maria.OpenTicketAsync("Mejlen går två gånger");
        await maria.ReadsAsync("Klart! NORD-1");
        await RedeliverAsync(maria);
        await anna.Page.GetByTestId("action-tickets.take").ClickAsync();
        await anna.Page.GetByTestId("action-tickets.answer-form").ClickAsync();
        await anna.Page.GetByTestId("input-words").FillAsync("Finns det två automationer?");
        await anna.Page.GetByTestId("input-waiting").CheckAsync();
        await anna.Dialog.GetByTestId("action-tickets.answer").ClickAsync();
        await RedeliverAsync(anna);
        await maria.ReadsAsync("Finns det två automationer?");
        await maria.SayAsync("nej det finns bara en");
        await RedeliverAsync(maria);

        await maria.ReadsAsync("Skickat till Anna på NORD-1.");
        await maria.SayAsync("mina ärenden");
        await Expect(maria.Card("Mina öppna ärenden")).ToContainTextAsync("NORD-1");
        await anna.GoAsync("chat");
        await anna.ReadsAsync("nej det finns bara en");
        await bot.SettleAsync();

        await Expect(maria.FromBot.Filter(new() { HasText = "Klart! NORD-" })).ToHaveCountAsync(1);
        await Expect(maria.FromBot.Filter(new() { HasText = "svarar på NORD-1" })).ToHaveCountAsync(1);
        await Expect(maria.FromBot.Filter(new() { HasText = "Skickat till Anna" })).ToHaveCountAsync(1);
        await Expect(anna.FromBot.Filter(new() { HasText = "nej det finns bara en" })).ToHaveCountAsync(1);
        await anna.GoAsync("tickets");
        await Expect(anna.Page.GetByTestId("card")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Everything_a_customer_asks_is_answered()
    {
        await using var bot = LiveBot.Start(Friday);
        var maria = await Window.OpenAsync(chromium, bot, "maria");
        await maria.OpenTicketAsync("Mejlen går två gånger");
        await maria.ReadsAsync("Klart! NORD-1");

        await maria.SayAsync("hur går det?");
        await maria.ReadsAsync("NORD-1 väntar på en tekniker. Du får svar senast måndag 30 november 09:09.");
        await Expect(maria.Card("Fredag 10:09")).ToContainTextAsync("i tid", new() { IgnoreCase = true });
        await maria.SayAsync("mina ärenden");
        await maria.Card("Mina öppna ärenden").GetByRole(AriaRole.Button, new() { Name = "NORD-1" }).ClickAsync();
        await Expect(maria.Page.Locator("[data-author=maria]").Last).ToContainTextAsync("NORD-1");
        await Expect(maria.FromBot.Filter(new() { HasText = "NORD-1 väntar på en tekniker." })).ToHaveCountAsync(2);
        await maria.SayAsync("hjälp");
        await maria.ReadsAsync("Det här kan du skriva");
        await maria.SayAsync("avtal");
        await Expect(maria.Card("SILVER")).ToBeVisibleAsync();
        await maria.SayAsync("öppettider");
        await maria.ReadsAsync("Vi har öppet nu, till 17:00.");
        await maria.SayAsync("språk");
        await maria.Page.GetByTestId("action-says-english").ClickAsync();
        await maria.SayAsync("my tickets");
        await Expect(maria.Card("My open tickets")).ToContainTextAsync("Answer by Monday 30 November 09:09");
    }

    private static async Task RedeliverAsync(Window window)
    {
        await window.Page.GetByTestId("redeliver").ClickAsync();
        var toast = window.Page.GetByTestId("toast").Filter(new() { HasText = "Levererat igen. Boten svarade 200." });
        await toast.ClickAsync();
        await Expect(toast).ToHaveCountAsync(0);
    }
}
