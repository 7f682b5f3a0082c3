using System.Net;
using System.Net.Http.Json;

namespace Synerity.SupportBot.Tests.Simulator;

/// <summary>The simulator lets anybody be anyone, so it may be reached from nowhere but the page it serves.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0;http://[::]:0")]
    [InlineData("http://support.example.com:0")]
    public async Task The_host_does_not_start_when_others_could_reach_it(string urls)
    {
        await using var app = TryOut.Build([("urls", urls)]);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());

        Assert.Contains("every listening address must be loopback", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_in_the_Kestrel_section_counts_too()
    {
        await using var app = TryOut.Build([("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:0")]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());
    }

    [Fact]
    public void The_host_does_not_build_outside_Development()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => TryOut.Build([], environment: "Production"));

        Assert.Contains("Simulator:Enabled", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Production", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_served_when_it_is_off()
    {
        await using var tryOut = await StartedAsync(("Simulator:Enabled", "false"));

        Assert.Equal(HttpStatusCode.NotFound, (await tryOut.Client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await tryOut.Client.GetAsync(new Uri("/sim/keys", UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("/sim/api/world")]
    [InlineData("/sim/keys")]
    [InlineData("/")]
    public async Task A_foreign_host_name_is_refused(string path)
    {
        await using var tryOut = await TryOut.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "rebound.example.com" } };

        using var response = await tryOut.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example.com")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_page_cannot_act_through_the_browser(string header, string value)
    {
        await using var tryOut = await TryOut.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sim/api/open") { Content = JsonContent.Create(new { @as = "maria" }), Headers = { { header, value } } };

        using var response = await tryOut.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(tryOut.Received);
    }

    [Fact]
    public async Task A_link_to_the_page_may_be_followed_from_anywhere()
    {
        await using var tryOut = await TryOut.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Sec-Fetch-Site", "cross-site" }, { "Sec-Fetch-Mode", "navigate" } } };

        using var response = await tryOut.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/sim/page/..%2f..%2fSynerity.SupportBot.dll")]
    [InlineData("/sim/page/%2e%2e/sample-customers.json")]
    [InlineData("/sim/page/missing.js")]
    public async Task Only_the_pages_own_files_are_served(string path)
    {
        await using var tryOut = await TryOut.StartAsync();

        using var response = await tryOut.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/sim/page/app.js", "text/javascript")]
    [InlineData("/sim/page/lib/adaptivecards.min.js", "text/javascript")]
    [InlineData("/sim/page/lib/markdown-it.esm.min.mjs", "text/javascript")]
    public async Task The_page_is_served_with_the_packages_that_the_build_fetched(string path, string type)
    {
        await using var tryOut = await TryOut.StartAsync();

        using var response = await tryOut.Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static async Task<Off> StartedAsync(params (string Key, string Value)[] settings)
    {
        var app = TryOut.Build(settings);
        Synerity.SupportBot.Simulator.SimulatorFeature.MapSimulator(app);
        await app.StartAsync();
        return new Off(app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
    }

    private sealed record Off(Microsoft.AspNetCore.Builder.WebApplication App, HttpClient Client) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Client.Dispose();
            await App.DisposeAsync();
        }
    }
}
