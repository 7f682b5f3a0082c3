using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Synerity.SupportBot.Tests.Simulator;

/// <summary>
/// The distribution's Chromium (<c>CHROMIUM</c> names another one), started once for the classes marked <c>[Collection(nameof(Chromium))]</c>;
/// each page has a profile of its own, as a person of their own would. Without the program the tests fail and say what to install.
/// </summary>
[CollectionDefinition(nameof(Chromium))]
public sealed class Chromium : IAsyncLifetime, ICollectionFixture<Chromium>
{
    /// <summary>What a page is waited for, on a machine that is busy with other tests.</summary>
    private const float Patience = 15_000;

    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        var program = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        if (!File.Exists(program))
        {
            throw new InvalidOperationException(
                $"The browser tests need Chromium, and there is none at {program}: install the package chromium (apt-get install chromium), or set CHROMIUM to the program.");
        }

        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
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

    /// <param name="visited">Of the host: it closes them before it stops.</param>
    internal async Task<IPage> OpenAsync(OpenPages visited, Uri origin, string path, int width = 1200, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = origin.ToString(),
            ViewportSize = new() { Width = width, Height = 800 },
            Locale = "sv-SE",
            ColorScheme = scheme,
        });
        visited.Add(context);
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }
}

/// <summary>
/// The pages that are open on a host. They listen for news all the time: left open, they would go on asking whoever gets the host's port next,
/// which may be another test's connector.
/// </summary>
internal sealed class OpenPages
{
    private readonly ConcurrentQueue<IBrowserContext> _open = new();

    public void Add(IBrowserContext context) => _open.Enqueue(context);

    public async Task CloseAsync()
    {
        while (_open.TryDequeue(out var context)) await context.CloseAsync();
    }
}
