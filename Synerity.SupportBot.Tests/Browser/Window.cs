using Microsoft.Playwright;
using Synerity.SupportBot.Tests.Simulator;
using static Microsoft.Playwright.Assertions;

namespace Synerity.SupportBot.Tests.Browser;

/// <summary>Somebody's window on the try-out page, and what they do in it.</summary>
internal sealed class Window(IPage page)
{
    public IPage Page => page;

    public ILocator Dialog => page.GetByTestId("dialog");

    /// <summary>Everything the bot has said here, in order.</summary>
    public ILocator FromBot => page.Locator("[data-testid=message][data-author=bot]");

    public static async Task<Window> OpenAsync(Chromium chromium, LiveBot bot, string person, int width = 1200, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await chromium.OpenAsync(bot.Pages, bot.Origin, $"/?as={person}", width, scheme);
        await Expect(page.GetByTestId("messages")).ToBeVisibleAsync();
        return new Window(page);
    }

    /// <summary>A technician who looks at the tickets.</summary>
    public static async Task<Window> AtTheDeskAsync(Chromium chromium, LiveBot bot, string person, int width = 1200, ColorScheme scheme = ColorScheme.Light)
    {
        var window = await OpenAsync(chromium, bot, person, width, scheme);
        await window.FromBot.First.WaitForAsync();
        await window.GoAsync("tickets");
        await window.ReadsAsync("Då kommer ärendena hit.");
        return window;
    }

    public async Task GoAsync(string place)
    {
        if (await page.GetByTestId("back").IsVisibleAsync()) await page.GetByTestId("back").ClickAsync();
        await page.GetByTestId($"place-{place}").ClickAsync();
        await Expect(page.GetByTestId("conversation")).ToHaveAttributeAsync("data-place", place);
    }

    public async Task SayAsync(string text)
    {
        await page.GetByTestId("compose-text").FillAsync(text);
        await page.GetByTestId("compose-text").PressAsync("Enter");
    }

    /// <summary>The bot's newest message with these words.</summary>
    public ILocator Message(string words) => FromBot.Filter(new() { HasText = words }).Last;

    public Task ReadsAsync(string words) => Expect(Message(words)).ToBeVisibleAsync();

    /// <summary>The newest card with these words.</summary>
    public ILocator Card(string words) => page.GetByTestId("card").Filter(new() { HasText = words }).Last;

    /// <summary>Asks for the form and fills it in.</summary>
    public async Task FillFormAsync(string words, string command = "nytt ärende")
    {
        await SayAsync(command);
        await page.GetByTestId("input-what").Last.FillAsync(words);
    }

    /// <summary>Asks for the form and sends it.</summary>
    public async Task OpenTicketAsync(string words, string command = "nytt ärende")
    {
        await FillFormAsync(words, command);
        await page.GetByTestId("action-tickets.open").Last.ClickAsync();
    }

    /// <param name="moment">The reader's wall clock: <c>2026-12-01T14:36</c>.</param>
    public async Task TravelToAsync(string moment)
    {
        await page.GetByTestId("clock").Locator("summary").ClickAsync();
        await Expect(page.GetByTestId("clock-exact")).Not.ToHaveValueAsync("");
        await page.GetByTestId("clock-exact").FillAsync(moment);
        await page.GetByTestId("clock-go").ClickAsync();
        await Expect(page.GetByTestId("clock-now")).ToContainTextAsync(moment[11..]);
        await page.GetByTestId("conversation-title").ClickAsync();
    }
}

/// <summary>Pictures for the README, drawn when <c>SCREENSHOTS</c> names a folder.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SCREENSHOTS");

    public static async Task SaveAsync(this Window window, string name)
    {
        if (string.IsNullOrEmpty(Folder)) return;
        await window.Page.EvaluateAsync("() => Promise.all(document.getAnimations().map(one => one.finished))");
        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png") });
    }
}
