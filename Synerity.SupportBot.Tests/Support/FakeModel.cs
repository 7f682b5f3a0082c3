using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>What the bot asked the model for.</summary>
internal sealed record ModelRequest(string Path, string? ApiKey, JsonElement Body)
{
    public bool IsDraft => Body.TryGetProperty("response_format", out _);

    public string System => Message("system");

    /// <summary>The document with the question and the passages.</summary>
    public JsonElement Document => JsonElement.Parse(Message("user"));

    private string Message(string role) =>
        Body.GetProperty("messages").EnumerateArray().Single(message => message.GetProperty("role").GetString() == role).GetProperty("content") is var content
        && content.ValueKind == JsonValueKind.String ? content.GetString()! : content[0].GetProperty("text").GetString()!;
}

/// <summary>
/// Azure OpenAI's chat completions on a real socket, streamed. Answers what a test has written, answers and drafts of tickets each in their
/// order; a request that nobody expected makes <see cref="DisposeAsync"/> fail the test.
/// </summary>
internal sealed class FakeModel : IAsyncDisposable
{
    public const string Key = "a-key-of-the-tests";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ModelRequest> _requests = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _drafts = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly SemaphoreSlim _arrived = new(0);

    private FakeModel(WebApplication app) => _app = app;

    public string Endpoint { get; private set; } = "";

    public IReadOnlyList<ModelRequest> Requests => [.. _requests];

    public static async Task<FakeModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var model = new FakeModel(app);
        app.Run(model.AnswerAsync);
        await app.StartAsync();
        model.Endpoint = app.Urls.Single();
        return model;
    }

    /// <summary>The next answer, all at once.</summary>
    public void Say(string text) => Say(http => PieceAsync(http, text));

    /// <summary>The next answer, as the test writes it; the protocol's end follows.</summary>
    public void Say(Func<HttpContext, Task> write) => Answer(async http =>
    {
        await write(http);
        await EndAsync(http);
    });

    /// <summary>The next answer, whatever it is.</summary>
    public void Answer(Func<HttpContext, Task> answer) => _answers.Enqueue(answer);

    public void Draft(string text) => Draft(async http =>
    {
        await PieceAsync(http, text);
        await EndAsync(http);
    });

    public void Draft(Func<HttpContext, Task> answer) => _drafts.Enqueue(answer);

    /// <summary>The next answer is a refusal.</summary>
    public void Fail(int status, string code, int? retryAfter = null) => Answer(async http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is { } wait) http.Response.Headers.RetryAfter = $"{wait}";
        await http.Response.WriteAsJsonAsync(new { error = new { code, message = "No." } });
    });

    /// <summary>The next answer does not come. Completes when the bot has given it up.</summary>
    public Task Silence(bool draft = false)
    {
        var gone = new TaskCompletionSource();
        Func<HttpContext, Task> answer = async http =>
        {
            http.RequestAborted.Register(() => gone.TrySetResult());
            await gone.Task;
        };
        (draft ? _drafts : _answers).Enqueue(answer);
        return gone.Task;
    }

    /// <summary>Waits until so many requests have come, at most 10 seconds.</summary>
    public async Task RequestsAsync(int count)
    {
        while (_requests.Count < count) Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(10)), $"{count} requests were expected, {_requests.Count} came.");
    }

    public static Task PieceAsync(HttpContext http, string text) =>
        EventAsync(http, JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta = new { role = "assistant", content = text }, finish_reason = (string?)null } } }));

    public static async Task EndAsync(HttpContext http, string finish = "stop")
    {
        await EventAsync(http, JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = new[] { new { index = 0, delta = new { }, finish_reason = finish } } }));
        await EventAsync(http, JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "m", choices = Array.Empty<object>(), usage = new { prompt_tokens = 1000, completion_tokens = 200, total_tokens = 1200 } }));
        await EventAsync(http, "[DONE]");
    }

    public static async Task EventAsync(HttpContext http, string data)
    {
        if (!http.Response.HasStarted) http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync($"data: {data}\n\n");
        await http.Response.Body.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrived.Dispose();
        Assert.Empty(_unexpected);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var body = (await JsonDocument.ParseAsync(http.Request.Body)).RootElement;
        var request = new ModelRequest(http.Request.Path, http.Request.Headers["api-key"], body);
        _requests.Enqueue(request);
        _arrived.Release();
        if ((request.IsDraft ? _drafts : _answers).TryDequeue(out var answer))
        {
            await answer(http);
            return;
        }

        _unexpected.Enqueue(request.IsDraft ? "a draft" : "an answer");
        http.Response.StatusCode = 501;
    }
}
