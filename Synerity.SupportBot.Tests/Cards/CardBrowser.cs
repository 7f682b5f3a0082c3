using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Synerity.SupportBot.Tests.Simulator;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>Chromium with Microsoft's card renderer. Nothing is fetched: the files come from the build and from beside this one.</summary>
public sealed class CardBrowser : IAsyncLifetime
{
    private const string Page = """
        <!doctype html><html lang="sv"><meta charset="utf-8"><title>Cards</title>
        <link rel="stylesheet" href="/sim/page/page.css"><link rel="stylesheet" href="/sim/page/cards.css"><link rel="stylesheet" href="/draw.css">
        <script src="/sim/page/lib/adaptivecards.min.js"></script><script type="module" src="/draw.js"></script><body></body></html>
        """;

    private readonly Chromium _chromium = new();
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        await _chromium.InitializeAsync();
        _page = await _chromium.PageAsync(width: 1400);
        await _page.RouteAsync("**/*", ServeAsync);
        await _page.GotoAsync("http://cards.test/");
        await _page.WaitForFunctionAsync("window.ready");
    }

    public Task DisposeAsync() => _chromium.DisposeAsync();

    /// <param name="width">Of the card, in CSS pixels.</param>
    /// <param name="theme"><c>default</c>, <c>dark</c> or <c>contrast</c>.</param>
    internal async Task<IReadOnlyList<DrawnCard>> DrawAsync(IEnumerable<(string Name, string Json)> cards, int width, string theme)
    {
        var array = new JsonArray([.. cards.Select(card => new JsonObject { ["name"] = card.Name, ["card"] = JsonNode.Parse(card.Json) })]);
        var drawn = await _page.EvaluateAsync<string>("([cards, width, theme]) => draw(cards, width, theme)", new object[] { array.ToJsonString(), width, theme });
        return JsonSerializer.Deserialize<List<DrawnCard>>(drawn, JsonSerializerOptions.Web)!;
    }

    /// <summary>A picture of what was drawn last, for people to look at.</summary>
    internal Task SaveAsync(string file) => _page.ScreenshotAsync(new() { Path = file, FullPage = true });

    private static Task ServeAsync(IRoute route)
    {
        var path = new Uri(route.Request.Url).AbsolutePath;
        if (path == "/") return route.FulfillAsync(new() { ContentType = "text/html", Body = Page });
        var file = path.StartsWith("/sim/page/", StringComparison.Ordinal)
            ? Path.Combine(AppContext.BaseDirectory, "Simulator", "page", path["/sim/page/".Length..])
            : Path.Combine(Repository.Tests, "Cards", path[1..]);
        if (!File.Exists(file)) return route.FulfillAsync(new() { Status = 404 });
        var type = Path.GetExtension(file) switch { ".css" => "text/css", ".js" or ".mjs" => "text/javascript", _ => "application/octet-stream" };
        return route.FulfillAsync(new() { ContentType = type, Path = file });
    }
}

/// <summary>What the renderer made of a card.</summary>
/// <param name="Events">What it had to say about the JSON.</param>
/// <param name="TooWide">Elements that reach out of the card or whose text is cut off.</param>
/// <param name="Markup">Names of the elements that only Markdown makes, sorted.</param>
internal sealed record DrawnCard(
    string Name, IReadOnlyList<string> Events, IReadOnlyList<string> TooWide, IReadOnlyList<string> Unlabelled, int Untitled, int Buttons, string Markup, string Text);
