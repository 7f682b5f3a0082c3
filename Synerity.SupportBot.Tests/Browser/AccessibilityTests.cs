using Microsoft.Playwright;
using Synerity.SupportBot.Tests.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Synerity.SupportBot.Tests.Browser;

/// <summary>The same job without a mouse, without light, on a narrow screen.</summary>
[Collection(nameof(Chromium))]
public sealed class AccessibilityTests(Chromium chromium)
{
    private const string Friday = "2026-11-27 10:09";

    private static readonly string Axe = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Browser", "axe.min.js"));

    [Fact]
    public async Task A_ticket_can_be_opened_with_the_keyboard_alone()
    {
        await using var bot = LiveBot.Start(Friday);
        var maria = await Window.OpenAsync(chromium, bot, "maria");
        await maria.Page.GetByTestId("action-tickets.new").WaitForAsync();

        await TabToAsync(maria, "action-tickets.new");
        await maria.Page.Keyboard.PressAsync("Enter");
        await Expect(maria.Page.GetByTestId("input-what")).ToBeFocusedAsync();
        await maria.Page.Keyboard.TypeAsync("Jag kan inte bjuda in en gäst");
        await TabToAsync(maria, "input-kind-fault");
        await maria.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(maria.Page.GetByTestId("input-kind-howTo")).ToBeCheckedAsync();
        await TabToAsync(maria, "action-tickets.open");
        await maria.Page.Keyboard.PressAsync("Space");

        await maria.ReadsAsync("Klart! NORD-1");
        await Expect(maria.Page.GetByTestId("action-tickets.new")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_main_views_have_no_serious_fault_of_accessibility(ColorScheme scheme)
    {
        await using var bot = LiveBot.Start(Friday);
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna", scheme: scheme);
        var maria = await Window.OpenAsync(chromium, bot, "maria", scheme: scheme);
        await maria.FillFormAsync("Mejlen går två gånger");
        await Expect(maria.Page.GetByTestId("input-what")).ToBeVisibleAsync();
        await AssertNoFaultsAsync(maria, "the form in the chat");
        await maria.Page.GetByTestId("action-tickets.open").ClickAsync();
        await maria.ReadsAsync("Klart! NORD-1");
        foreach (var command in (string[])["mina ärenden", "avtal", "öppettider", "hjälp"]) await maria.SayAsync(command);
        await maria.ReadsAsync("Det här kan du skriva");
        await AssertNoFaultsAsync(maria, "the chat");
        if (scheme == ColorScheme.Dark) await maria.SaveAsync("dark");
        await maria.Page.GetByTestId("action-tickets.new").Last.ClickAsync();
        await Expect(maria.Page.GetByTestId("input-what")).ToBeVisibleAsync();
        await maria.Dialog.GetByTestId("action-tickets.open").ClickAsync();
        await AssertNoFaultsAsync(maria, "the dialog");
        await Expect(anna.Card("NORD-1")).ToBeVisibleAsync();
        await AssertNoFaultsAsync(anna, "the channel");
        await anna.Page.GetByTestId("me").ClickAsync();
        await anna.Page.GetByTestId("chooser").WaitForAsync();
        await AssertNoFaultsAsync(anna, "the first page");
    }

    [Fact]
    public async Task Nothing_scrolls_sideways_on_a_narrow_screen()
    {
        await using var bot = LiveBot.Start(Friday);
        var anna = await Window.AtTheDeskAsync(chromium, bot, "anna", width: 320);
        var maria = await Window.OpenAsync(chromium, bot, "maria", width: 320);
        await maria.FillFormAsync("Rapporten visar fel siffror\nhttps://nordhem.monday.com/boards/1234567890/views/9876543210/pulses/5555555555");
        await Expect(maria.Page.GetByTestId("input-what")).ToBeVisibleAsync();
        await AssertFitsAsync(maria);
        await maria.Page.GetByTestId("action-tickets.open").ClickAsync();
        await maria.ReadsAsync("Klart! NORD-1");
        await Expect(maria.Card("Väntar på tekniker")).ToBeVisibleAsync();
        await AssertFitsAsync(maria);
        await maria.SaveAsync("narrow");
        foreach (var command in (string[])["mina ärenden", "avtal", "öppettider", "hjälp"]) await maria.SayAsync(command);
        await maria.ReadsAsync("Det här kan du skriva");
        await AssertFitsAsync(maria);
        await anna.Page.GetByTestId("action-tickets.answer-form").ClickAsync();
        await Expect(anna.Page.GetByTestId("input-words")).ToBeVisibleAsync();
        await AssertFitsAsync(anna);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(320)]
    public async Task No_tool_lies_on_what_is_written(int width)
    {
        await using var bot = LiveBot.Start(Friday);
        var maria = await Window.OpenAsync(chromium, bot, "maria", width);
        foreach (var words in (string[])["Rapporten visar fel siffror för hela inköpsavdelningen i Helsingborg sedan i går kväll", "mina ärenden", "avtal"]) await maria.SayAsync(words);
        await maria.ReadsAsync("Ert avtal");
        await Expect(maria.Page.Locator("[data-state=sending]")).ToHaveCountAsync(0);
        await Expect(maria.Page.Locator(".follows")).Not.ToHaveCountAsync(0);

        var covered = await maria.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll(".message")].flatMap(message => {
              const rects = node => { const range = document.createRange(); range.selectNodeContents(node); return [...range.getClientRects()]; };
              const shown = [...message.querySelectorAll(".message-text *, .message-text, .card *")].filter(part => part.checkVisibility())
                .flatMap(part => [...part.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).flatMap(rects));
              return [...message.querySelectorAll(".tools .icon")].map(icon => icon.getBoundingClientRect())
                .filter(icon => shown.some(text => text.left < icon.right && text.right > icon.left && text.top < icon.bottom && text.bottom > icon.top))
                .map(() => message.innerText.slice(0, 80));
            })
            """);

        Assert.True(covered.Length == 0, string.Join('\n', covered));
    }

    private static async Task TabToAsync(Window window, string testId)
    {
        for (var step = 0; step < 60; step++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (await window.Page.EvaluateAsync<string?>("document.activeElement?.dataset?.testid ?? null") == testId) return;
        }

        Assert.Fail($"Tab does not reach {testId}.");
    }

    private static async Task AssertNoFaultsAsync(Window window, string view)
    {
        await window.Page.EvaluateAsync(Axe);
        var faults = await window.Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
              .filter(fault => ["serious", "critical"].includes(fault.impact))
              .flatMap(fault => fault.nodes.map(node => `${fault.id}: ${node.html.slice(0, 160)} ${node.any.concat(node.all).map(one => one.message).join(" ")}`))
            """);
        Assert.True(faults.Length == 0, $"In {view}:\n{string.Join('\n', faults)}");
    }

    /// <summary>Neither the page nor a card or dialog on it, once everything written has been sent and laid out.</summary>
    private static async Task AssertFitsAsync(Window window)
    {
        await Expect(window.Page.Locator("[data-state=sending]")).ToHaveCountAsync(0);
        const string Wide = """
            () => [document.documentElement, ...document.querySelectorAll("dialog, .card")]
              .filter(part => part.scrollWidth > Math.min(part.clientWidth, 320))
              .map(part => `${part.tagName}.${part.className}: ${part.scrollWidth} in ${part.clientWidth}, by ${[...part.querySelectorAll("*")]
                .filter(inner => inner.getBoundingClientRect().right > part.getBoundingClientRect().right)
                .map(inner => inner.outerHTML.slice(0, 120)).join(" ")}`)
            """;
        try
        {
            await window.Page.WaitForFunctionAsync($"() => ({Wide})().length === 0");
        }
        catch (TimeoutException)
        {
            Assert.Fail(string.Join('\n', await window.Page.EvaluateAsync<string[]>(Wide)));
        }
    }
}
