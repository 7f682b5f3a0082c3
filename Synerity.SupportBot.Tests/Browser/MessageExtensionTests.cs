using Microsoft.Playwright;
using Synerity.SupportBot.Tests.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Synerity.SupportBot.Tests.Browser;

/// <summary>Search, tickets of messages and links from the compose box, in a real window against the real bot.</summary>
[Collection(nameof(Chromium))]
public sealed class MessageExtensionTests(Chromium chromium)
{
    private const string Friday = "2026-11-27 10:09";

    [Fact]
    public async Task A_fresh_ticket_is_found_at_once_and_inserted()
    {
        await using var bot = LiveBot.Start(Friday);
        var maria = await Window.OpenAsync(chromium, bot, "maria", width: 320);
        await maria.OpenTicketAsync("Mejlen går två gånger");
        await maria.ReadsAsync("Klart! NORD-1");

        await maria.Page.GetByTestId("compose-find").FocusAsync();
        await maria.Page.Keyboard.PressAsync("Enter");
        await Expect(maria.Page.GetByTestId("find-result")).ToContainTextAsync("NORD-1 · Mejlen går två gånger");
        await maria.Page.GetByTestId("find-text").FillAsync("stängda");
        await Expect(maria.Page.GetByTestId("find-said")).ToContainTextAsync("Inget träffar \"stängda\".");
        await maria.Page.GetByTestId("find-text").FillAsync("mejlen");
        await Expect(maria.Page.GetByTestId("find-result")).ToContainTextAsync("Väntar på tekniker");
        Assert.True(await maria.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await maria.SaveAsync("message-extension-narrow");
        await maria.Page.GetByTestId("find-result").FocusAsync();
        await maria.Page.Keyboard.PressAsync("Enter");

        var inserted = maria.Page.Locator("[data-author=maria]").Last;
        await Expect(inserted.GetByTestId("card")).ToContainTextAsync("NORD-1 · Mejlen går två gånger");
        await inserted.GetByTestId("action-open-url").ClickAsync();
        await Expect(maria.Page.GetByTestId("compose-text")).ToHaveValueAsync("NORD-1");
    }

    [Fact]
    public async Task A_reader_of_English_shares_an_article_in_the_dark()
    {
        await using var bot = LiveBot.Start(Friday);
        var james = await Window.OpenAsync(chromium, bot, "james", scheme: ColorScheme.Dark);
        await james.Page.GetByTestId("compose-find").ClickAsync();
        await Expect(james.Page.GetByTestId("find-said")).ToContainTextAsync("There is nothing to show yet.");
        await james.Page.GetByTestId("find-articles").ClickAsync();
        await james.Page.GetByTestId("find-text").FillAsync("the automation sends two emails");
        var first = james.Page.GetByTestId("find-result").First;
        var title = await first.Locator("strong").InnerTextAsync();
        await james.SaveAsync("message-extension-dark");
        await first.ClickAsync();

        await Expect(james.Page.Locator("[data-author=james]").Last.GetByTestId("card")).ToContainTextAsync(title);
        await Expect(james.Page.Locator("[data-author=james]").Last.GetByTestId("card")).ToContainTextAsync("A help article from Synerity Support");
    }

    [Fact]
    public async Task A_message_becomes_a_ticket()
    {
        await using var bot = LiveBot.Start(Friday);
        var maria = await Window.OpenAsync(chromium, bot, "maria");
        await maria.SayAsync("tack");
        var message = maria.Page.Locator("[data-author=maria]").Last;
        await message.HoverAsync();
        await message.GetByTestId("message-more").ClickAsync();
        await maria.Page.GetByTestId("message-to-ticket").ClickAsync();

        await Expect(maria.Page.GetByTestId("dialog-title")).ToHaveTextAsync("Nytt ärende");
        await Expect(maria.Dialog.GetByTestId("input-what")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^tack\n\nSkrivet av Maria .* i Teams$"));
        await maria.Dialog.GetByTestId("input-what").FillAsync("Tavlan är tom");
        await maria.Dialog.GetByTestId("action-tickets.open").ClickAsync();

        await Expect(maria.Page.GetByTestId("dialog-message")).ToContainTextAsync("Klart! NORD-1");
        await maria.Page.GetByTestId("dialog-ok").ClickAsync();
        await Expect(maria.Card("NORD-1 · Tavlan är tom")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_pasted_link_to_a_ticket_becomes_a_card_without_its_title()
    {
        await using var bot = LiveBot.Start(Friday);
        var maria = await Window.OpenAsync(chromium, bot, "maria");
        await maria.OpenTicketAsync("Mejlen går två gånger");
        await maria.ReadsAsync("Klart! NORD-1");
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna");

        await anna.Page.GetByTestId("post-text").FillAsync("Kan någon titta på https://support.synerity.se/NORD-1");
        await anna.Page.GetByTestId("post-text").PressAsync("Enter");

        var card = anna.Page.Locator("[data-author=anna]").GetByTestId("card");
        await Expect(card).ToContainTextAsync("Ärende hos Synerity Support.");
        await Expect(card).Not.ToContainTextAsync("Mejlen");
    }
}
