using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>One call the bot made. <paramref name="Path"/> is as it was on the wire, still escaped, from <c>/v3</c> on.</summary>
public sealed record ConnectorCall(string Method, string Path, string? Authorization, string? ContentType, JsonElement? Body)
{
    /// <summary>Segments after <c>/v3/conversations</c>, unescaped.</summary>
    public IReadOnlyList<string> Segments => [.. Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(Uri.UnescapeDataString)];

    public string? ConversationId => Segments.ElementAtOrDefault(0);

    /// <summary>The activity replied to, changed or deleted.</summary>
    public string? ActivityId => Segments.ElementAtOrDefault(1) == "activities" ? Segments.ElementAtOrDefault(2) : null;

    /// <summary>The text of the message, where it has one.</summary>
    public string? Text => Body?.TryGetProperty("text", out var text) == true ? text.GetString() : null;
}

/// <summary>An answer a test has written beforehand.</summary>
public sealed record ConnectorAnswer(int Status, string? Body = null, IReadOnlyDictionary<string, string>? Headers = null, string ContentType = "application/json");

/// <summary>
/// Teams' connector on a real socket. Knows the routes the bot may call and gives out ascending ids; records every call; answers what a test
/// has written for the next matching call. Any other request is remembered and makes <see cref="DisposeAsync"/> fail the test.
/// </summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ConnectorCall> _calls = new();
    private readonly ConcurrentQueue<(ConnectorCall Call, string Id, string Conversation)> _answered = new();
    private readonly ConcurrentQueue<string> _unexpected = new();
    private readonly List<(Func<ConnectorCall, bool> When, ConnectorAnswer Answer)> _written = [];
    private readonly ConcurrentDictionary<string, JsonObject> _members = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Stream> _streams = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly ConcurrentDictionary<string, (int Status, byte[] Bytes, string? Location)> _kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Path, string? Authorization)> _fetched = new();
    private int _open;
    private long _lastId = 1_792_674_350_000;

    private FakeConnector(WebApplication app) => _app = app;

    /// <summary>For <c>Bot:AllowedServiceUrls</c>.</summary>
    public string Origin { get; private set; } = "";

    /// <summary>For <c>activity.serviceUrl</c>.</summary>
    public string ServiceUrl => $"{Origin}/emea/";

    public IReadOnlyList<ConnectorCall> Calls => [.. _calls];

    /// <summary>The calls that left a message somewhere or changed one, with the message's id and where it stands.</summary>
    public IReadOnlyList<(ConnectorCall Call, string Id, string Conversation)> Answered => [.. _answered];

    public IReadOnlyList<string> Unexpected => [.. _unexpected];

    /// <summary>Set to hold every answer back until it completes.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>Waited for after a call was recorded and before it is answered: how slow Teams is.</summary>
    public Func<ConnectorCall, Task> Pause { get; set; } = _ => Task.CompletedTask;

    /// <summary>Calls that have come and have not been answered yet.</summary>
    public int Open => Volatile.Read(ref _open);

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var connector = new FakeConnector(app);
        app.Run(connector.AnswerAsync);
        await app.StartAsync();
        connector.Origin = app.Urls.Single();
        return connector;
    }

    /// <summary>The next call that fits is answered so, once; answers written earlier come first.</summary>
    public void Answer(ConnectorAnswer answer, Func<ConnectorCall, bool>? when = null)
    {
        lock (_written)
        {
            _written.Add((when ?? (_ => true), answer));
        }
    }

    /// <summary>As <see cref="Answer"/>, with the connector's usual error body.</summary>
    public void Fail(int status, string code, string message = "", int? retryAfterSeconds = null, Func<ConnectorCall, bool>? when = null) => Answer(
        new ConnectorAnswer(
            status,
            JsonSerializer.Serialize(new { error = new { code, message } }),
            retryAfterSeconds is { } wait ? new Dictionary<string, string> { ["Retry-After"] = wait.ToString(CultureInfo.InvariantCulture) } : null),
        when);

    /// <summary>What the bot fetched of what <see cref="Keep"/> put there, with the token it sent.</summary>
    public IReadOnlyList<(string Path, string? Authorization)> Fetched => [.. _fetched];

    /// <summary>Puts bytes where the bot may fetch them. Returns their address.</summary>
    public string Keep(string path, byte[] bytes, int status = 200, string? location = null)
    {
        _kept[path] = (status, bytes, location);
        return Origin + path;
    }

    /// <summary>Somebody whom member calls find, by either id.</summary>
    public void AddMember(string id, string aadObjectId, string name, string? email = null, string? tenantId = null, string userRole = "user")
    {
        var member = new JsonObject
        {
            ["id"] = id, ["name"] = name, ["aadObjectId"] = aadObjectId, ["objectId"] = aadObjectId,
            ["email"] = email, ["userPrincipalName"] = email, ["tenantId"] = tenantId, ["userRole"] = userRole,
        };
        _members[id] = member;
        _members[aadObjectId] = member;
    }

    /// <summary>Waits until so many calls have come, at most 10 seconds.</summary>
    public async Task<IReadOnlyList<ConnectorCall>> CallsAsync(int count)
    {
        while (_calls.Count < count)
        {
            Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(10)), $"{count} calls were expected, {_calls.Count} came.");
        }

        return Calls;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrived.Dispose();
        Assert.Empty(_unexpected);
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()!.RawTarget;
        if (_kept.TryGetValue(target, out var kept))
        {
            _fetched.Enqueue((target, http.Request.Headers.Authorization.SingleOrDefault()));
            http.Response.StatusCode = kept.Status;
            if (kept.Location is { } location) http.Response.Headers.Location = location;
            await http.Response.Body.WriteAsync(kept.Bytes);
            return;
        }

        var start = target.IndexOf("/v3/", StringComparison.Ordinal);
        using var read = new StreamReader(http.Request.Body);
        var text = await read.ReadToEndAsync();
        var call = new ConnectorCall(
            http.Request.Method,
            start < 0 ? target : target[start..],
            http.Request.Headers.Authorization.SingleOrDefault(),
            http.Request.ContentType,
            text.Length == 0 ? null : JsonElement.Parse(text));
        _calls.Enqueue(call);
        _arrived.Release();
        Interlocked.Increment(ref _open);
        try
        {
            await Hold;
            await Pause(call);
            var answer = Written(call) ?? Usual(call) ?? Surprise(call);
            if (answer is { Status: 200 or 201 or 202, Body: ['{', ..] body }) Note(call, JsonElement.Parse(body));
            await WriteAsync(http, answer);
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private void Note(ConnectorCall call, JsonElement answer)
    {
        if (StreamOf(call) is { } stream && stream.GetProperty("streamType").ValueEquals("final"))
        {
            _answered.Enqueue((call, stream.GetProperty("streamId").GetString()!, call.ConversationId!));
            return;
        }

        if (call.Method is not ("POST" or "PUT") || !answer.TryGetProperty("id", out var id)) return;
        if (call.ConversationId is { } conversation) _answered.Enqueue((call, id.GetString()!, conversation));
        else if (answer.TryGetProperty("activityId", out var first)) _answered.Enqueue((call, first.GetString()!, id.GetString()!));
    }

    private ConnectorAnswer? Written(ConnectorCall call)
    {
        lock (_written)
        {
            var index = _written.FindIndex(entry => entry.When(call));
            if (index < 0)
            {
                return null;
            }

            var answer = _written[index].Answer;
            _written.RemoveAt(index);
            return answer;
        }
    }

    private ConnectorAnswer? Usual(ConnectorCall call)
    {
        if (!call.Path.StartsWith("/v3/conversations", StringComparison.Ordinal))
        {
            return null;
        }

        return (call.Method, call.Segments) switch
        {
            ("POST", []) => Create(call),
            ("POST", [_, "activities"]) when StreamOf(call) is { } stream => Streamed(call, stream),
            ("POST", [_, "activities"]) or ("POST", [_, "activities", _]) => Json(201, new JsonObject { ["id"] = NextId() }),
            ("PUT", [_, "activities", var id]) => Json(200, new JsonObject { ["id"] = id }),
            ("DELETE", [_, "activities", _]) => new ConnectorAnswer(200),
            ("GET", [_, "members", var who]) => _members.TryGetValue(who, out var member)
                ? Json(200, member)
                : Json(404, new JsonObject { ["error"] = new JsonObject { ["code"] = "MemberNotFound", ["message"] = "The member is not here." } }),
            _ => null,
        };
    }

    /// <summary>As measured: a personal chat has no activity id and is the same every time, a thread has one and is new.</summary>
    private ConnectorAnswer? Create(ConnectorCall call)
    {
        if (call.Body is not { } body || !body.TryGetProperty("isGroup", out var group))
        {
            return null;
        }

        if (!group.GetBoolean())
        {
            return Json(201, new JsonObject { ["id"] = "a:" + body.GetProperty("members")[0].GetProperty("id").GetString() });
        }

        var id = NextId();
        return Json(201, new JsonObject
        {
            ["id"] = $"{body.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()};messageid={id}",
            ["activityId"] = id,
        });
    }

    private static JsonElement? StreamOf(ConnectorCall call) => call.Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("entities", out var entities)
        ? entities.EnumerateArray().Where(entity => entity.GetProperty("type").ValueEquals("streaminfo")).Cast<JsonElement?>().SingleOrDefault()
        : null;

    /// <summary>One stream a chat; each piece begins with the one before and has the next number; the end has none. Anything else is a surprise.</summary>
    private ConnectorAnswer? Streamed(ConnectorCall call, JsonElement stream)
    {
        var (chat, text) = (call.ConversationId!, call.Text ?? "");
        var sequence = stream.TryGetProperty("streamSequence", out var number) ? number.GetInt32() : (int?)null;
        if (!stream.TryGetProperty("streamId", out var named))
        {
            var begun = new Stream(NextId(), 1, text);
            return sequence == 1 && _streams.TryAdd(chat, begun) ? Json(201, new JsonObject { ["id"] = begun.Id }) : null;
        }

        if (!_streams.TryGetValue(chat, out var known) || known.Id != named.GetString() || !text.StartsWith(known.Text, StringComparison.Ordinal)) return null;
        var ends = stream.GetProperty("streamType").ValueEquals("final");
        if (ends ? sequence is not null || !_streams.TryRemove(chat, out _) : sequence != known.Sequence + 1) return null;
        if (!ends) _streams[chat] = known with { Sequence = sequence!.Value, Text = text };
        return Json(202, []);
    }

    private sealed record Stream(string Id, int Sequence, string Text);

    private ConnectorAnswer Surprise(ConnectorCall call)
    {
        _unexpected.Enqueue($"{call.Method} {call.Path}");
        return new ConnectorAnswer(501);
    }

    private string NextId() => Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);

    private static ConnectorAnswer Json(int status, JsonObject body) => new(status, body.ToJsonString());

    private static async Task WriteAsync(HttpContext http, ConnectorAnswer answer)
    {
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers ?? new Dictionary<string, string>())
        {
            http.Response.Headers[name] = value;
        }

        if (answer.Body is not null)
        {
            http.Response.ContentType = answer.ContentType;
            await http.Response.WriteAsync(answer.Body);
        }
    }
}
