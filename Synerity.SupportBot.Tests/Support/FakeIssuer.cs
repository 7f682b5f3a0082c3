using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>The token authority on a real socket: metadata and key document, counted, and failing when told.</summary>
public sealed class FakeIssuer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _fetches;

    private FakeIssuer(WebApplication app) => _app = app;

    public TestTokens Tokens { get; } = new();

    public string Origin { get; private set; } = "";
    public string Metadata => $"{Origin}/v1/.well-known/openidconfiguration";

    /// <summary>How often the key document was asked for.</summary>
    public int Fetches => Volatile.Read(ref _fetches);

    /// <summary>Answered instead of the metadata.</summary>
    public int? FailWith { get; set; }

    /// <summary>Announced instead of the own key document.</summary>
    public string? JwksUri { get; set; }

    public static async Task<FakeIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var issuer = new FakeIssuer(app);
        app.MapGet("/v1/.well-known/openidconfiguration", () => issuer.FailWith is { } status
            ? Results.StatusCode(status)
            : Results.Json(new { issuer = TestTokens.Issuer, jwks_uri = issuer.JwksUri ?? $"{issuer.Origin}/v1/.well-known/keys" }));
        app.MapGet("/v1/.well-known/keys", () =>
        {
            Interlocked.Increment(ref issuer._fetches);
            return Results.Text(issuer.Tokens.KeySet(), "application/json");
        });
        await app.StartAsync();
        issuer.Origin = app.Urls.Single();
        return issuer;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
