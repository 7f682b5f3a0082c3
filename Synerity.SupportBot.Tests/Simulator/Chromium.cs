using Microsoft.Playwright;

namespace Synerity.SupportBot.Tests.Simulator;

/// <summary>The distribution's Chromium (<c>CHROMIUM</c> names another one); each page has a profile of its own, as a person of their own would.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Quiet,
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>An empty page, for tests that serve it themselves.</summary>
    internal Task<IPage> PageAsync(int width) => _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 800 }, Locale = "sv-SE" });

    internal async Task<IPage> OpenAsync(TryOut tryOut, string path, int width = 1200)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = tryOut.Http.BaseAddress!.ToString(),
            ViewportSize = new() { Width = width, Height = 800 },
            Locale = "sv-SE",
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }
}
