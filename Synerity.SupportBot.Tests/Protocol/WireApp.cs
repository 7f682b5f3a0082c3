using System.Collections.Concurrent;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Protocol.Auth;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Protocol;

/// <summary>The wire alone on a real socket: <c>AddProtocol</c>, <c>MapMessages</c> and a handler that records.</summary>
internal sealed class WireApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WireApp(WebApplication app, FakeIssuer issuer, RecordingHandler handler, RecordingLog log)
    {
        (_app, Issuer, Handler, Log) = (app, issuer, handler, log);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }
    public FakeIssuer Issuer { get; }
    public RecordingHandler Handler { get; }
    public RecordingLog Log { get; }
    public IServiceProvider Services => _app.Services;
    public ConnectorClient Connector => Services.GetRequiredService<ConnectorClient>();

    public static async Task<WireApp> StartAsync(
        Dictionary<string, string?>? settings = null, TokenCredential? credential = null, Action<FakeIssuer>? issuing = null)
    {
        var issuer = await FakeIssuer.StartAsync();
        issuing?.Invoke(issuer);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bot:AppId"] = TestTokens.AppId,
            ["Bot:OpenIdMetadata"] = issuer.Metadata,
        }).AddInMemoryCollection(settings ?? []);
        var handler = new RecordingHandler();
        var log = new RecordingLog();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<IActivityHandler>(handler);
        if (credential is not null)
        {
            builder.Services.AddSingleton(new BotIdentity(() => credential));
        }

        builder.Services.AddProtocol();
        var app = builder.Build();
        app.MapMessages();
        app.MapHealthChecks("/health/ready");
        await app.StartAsync();
        return new WireApp(app, issuer, handler, log);
    }

    /// <summary>Posts with a good token unless told otherwise; an empty <paramref name="token"/> sends none.</summary>
    public async Task<HttpResponseMessage> PostAsync(byte[] body, string? token = null, string? authorization = null, string contentType = "application/json; charset=utf-8", bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = chunked ? new StreamContent(new Unmeasured(body)) : new ByteArrayContent(body),
        };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if ((authorization ?? (token == "" ? null : $"Bearer {token ?? Issuer.Tokens.Token()}")) is { } header)
        {
            request.Headers.TryAddWithoutValidation("Authorization", header);
        }

        request.Headers.TransferEncodingChunked = chunked ? true : null;
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    private sealed class Unmeasured(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }
}

internal sealed class RecordingHandler : IActivityHandler
{
    private readonly ConcurrentQueue<Activity> _activities = new();

    public IReadOnlyList<Activity> Activities => [.. _activities];

    public Func<Activity, Task<InvokeResponse>> Answer { get; set; } = _ => Task.FromResult(InvokeResponse.Accepted);

    public Task<InvokeResponse> HandleAsync(Activity activity, CancellationToken cancellation)
    {
        _activities.Enqueue(activity);
        return Answer(activity);
    }
}

/// <summary>Everything that was logged, as one would read it.</summary>
internal sealed class RecordingLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");
}
