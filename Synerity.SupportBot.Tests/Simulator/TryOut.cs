using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Synerity.SupportBot.Simulator;

namespace Synerity.SupportBot.Tests.Simulator;

/// <summary>The simulator on a real socket, with a bot that does what the test says.</summary>
internal sealed class TryOut : IAsyncDisposable
{
    public const string AppId = "29c84d5f-a6b0-4e17-93c2-7f1d8b5e6a40";
    private readonly WebApplication _app;
    private readonly OpenPages _pages = new();

    private TryOut(WebApplication app) => _app = app;

    /// <summary>What was posted to the bot, in order.</summary>
    public ConcurrentQueue<JsonElement> Received { get; } = new();

    public ConcurrentQueue<string> Tokens { get; } = new();

    /// <summary>The bot's answer; without one it is an empty 200.</summary>
    public Func<JsonElement, IResult?> Bot { get; set; } = _ => null;

    public HttpClient Http { get; private set; } = null!;

    /// <summary>A page of the try-out in a browser; closed before the host stops.</summary>
    public Task<IPage> PageAsync(Chromium chromium, string path, int width = 1200) => chromium.OpenAsync(_pages, Http.BaseAddress!, path, width);

    public TravellingClock Clock => _app.Services.GetRequiredService<TravellingClock>();

    public TimeProvider DomainClock => _app.Services.GetRequiredService<TimeProvider>();

    public Roster Roster => _app.Services.GetRequiredService<Roster>();

    public static Person Person(string key) => SampleWorld.People.Single(person => person.Key == key);

    public string ChatOf(string key) => Roster.ChatId(Person(key));

    public static async Task<TryOut> StartAsync(params (string Key, string Value)[] settings)
    {
        var app = Build(settings);
        var tryOut = new TryOut(app);
        app.MapPost("/api/messages", async (HttpRequest request) =>
        {
            tryOut.Tokens.Enqueue(request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal));
            var activity = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
            tryOut.Received.Enqueue(activity);
            return tryOut.Bot(activity) ?? Results.StatusCode(200);
        });
        app.MapSimulator();
        await app.StartAsync();
        tryOut.Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        return tryOut;
    }

    public static WebApplication Build((string Key, string Value)[] settings, string environment = "Development")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bot:AppId"] = AppId,
            ["Simulator:Enabled"] = "true",
            ["urls"] = "http://127.0.0.1:0",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        builder.Services.AddSingleton(TimeProvider.System);
        return builder.AddSimulator().Build();
    }

    /// <summary>Somebody opens the page for the first time.</summary>
    public async Task OpenAsync(string person) => (await Http.PostAsJsonAsync("/sim/api/open", new { @as = person })).EnsureSuccessStatusCode();

    public async Task<JsonElement> CallAsync(string path, object body)
    {
        using var response = await Http.PostAsJsonAsync("/sim/api/" + path, body);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<(int Status, JsonElement Body)> ConnectorAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/sim/connector/v3/" + path) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    public Task<(int Status, JsonElement Body)> SendAsync(string conversation, object activity) =>
        ConnectorAsync(HttpMethod.Post, $"conversations/{Uri.EscapeDataString(conversation)}/activities", activity);

    /// <summary>The messages that a person sees in a place.</summary>
    public async Task<IReadOnlyList<JsonElement>> PostsAsync(string person, string place)
    {
        var state = await Http.GetFromJsonAsync<JsonElement>($"/sim/api/state?as={person}");
        return [.. state.GetProperty("places").EnumerateArray().Single(seen => seen.GetProperty("id").GetString() == place).GetProperty("posts").EnumerateArray()];
    }

    public async ValueTask DisposeAsync()
    {
        await _pages.CloseAsync();
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
