using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Protocol;

public sealed class MessagesEndpointTests
{
    public static TheoryData<string> Activities => Samples.Theory("activities");

    public static TheoryData<string> Answers => Samples.Theory("responses");

    [Theory]
    [MemberData(nameof(Activities))]
    public async Task Whatever_Teams_sends_reaches_the_handler(string name)
    {
        await using var app = await WireApp.StartAsync();
        var sample = Samples.Read("activities", name);

        var answer = await app.PostAsync(Encoding.UTF8.GetBytes(sample.ToJsonString()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        var activity = Assert.Single(app.Handler.Activities);
        Assert.Equal((string?)sample["type"], activity.Type);
        Assert.Equal((string?)sample["conversation"]!["id"], activity.Conversation!.Id);
        Assert.Equal((string?)sample["conversation"]!["tenantId"], activity.TenantId);
        Assert.Equal((string?)sample["from"]!["aadObjectId"], activity.From!.AadObjectId);
        Assert.NotNull(activity.Timestamp);
    }

    [Theory]
    [InlineData("channelid-missing", 403)]
    [InlineData("channelid-webchat", 403)]
    [InlineData("conversation-missing", 400)]
    [InlineData("from-missing", 400)]
    [InlineData("serviceurl-attacker", 403)]
    [InlineData("serviceurl-http", 403)]
    [InlineData("serviceurl-trafficmanager-lookalike", 403)]
    [InlineData("serviceurl-userinfo-trick", 403)]
    [InlineData("tenant-mismatch", 403)]
    [InlineData("tenant-foreign", 200)]
    [InlineData("fileconsent-ssrf", 200)]
    [InlineData("invoke-unknown-name", 200)]
    [InlineData("invoke-value-wrong-shape", 200)]
    [InlineData("long-text", 200)]
    [InlineData("mention-spoof-in-text", 200)]
    [InlineData("querylink-internal-url", 200)]
    [InlineData("submit-value-escalation", 200)]
    [InlineData("type-unknown", 200)]
    public async Task A_hostile_activity_is_refused_here_or_left_to_the_layer_above(string name, int status)
    {
        await using var app = await WireApp.StartAsync();
        var activity = Samples.Read("hostile", name)["activity"]!;

        var answer = await app.PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, app.Handler.Activities.Count);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("serviceurl-attacker")]
    [InlineData("serviceurl-http")]
    [InlineData("serviceurl-trafficmanager-lookalike")]
    [InlineData("serviceurl-userinfo-trick")]
    public async Task A_service_url_that_is_not_allowed_is_refused_even_if_the_token_states_it(string name)
    {
        await using var app = await WireApp.StartAsync();
        var activity = Samples.Read("hostile", name)["activity"]!;
        var token = app.Issuer.Tokens.Token((string)activity["serviceUrl"]!);

        var answer = await app.PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), token);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(app.Handler.Activities);
    }

    [Fact]
    public async Task A_service_url_may_differ_from_the_claim_in_case_but_not_in_its_slash()
    {
        await using var app = await WireApp.StartAsync();

        var otherCase = await app.PostAsync(Samples.Message(), app.Issuer.Tokens.Token(TestTokens.TeamsUrl.ToUpperInvariant()));
        var noSlash = await app.PostAsync(Samples.Message(), app.Issuer.Tokens.Token(TestTokens.TeamsUrl.TrimEnd('/')));

        Assert.Equal(HttpStatusCode.OK, otherCase.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, noSlash.StatusCode);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task The_handler_s_answer_is_the_body_and_none_is_truly_empty(string name)
    {
        await using var app = await WireApp.StartAsync();
        var sample = Samples.Read("responses", name);
        var body = sample["body"] is { } json ? JsonSerializer.SerializeToElement(json) : (JsonElement?)null;
        app.Handler.Answer = _ => Task.FromResult(new InvokeResponse((int)sample["_status"]!, body));

        var answer = await app.PostAsync(Samples.Message());

        Assert.Equal((int)sample["_status"]!, (int)answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(body is null ? "" : "application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString() ?? "");
        Assert.True(body is null ? text.Length == 0 : JsonElement.DeepEquals(JsonElement.Parse(text), body.Value));
        Assert.DoesNotContain("\\u00", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessagesEndpoint.MaxBytes, false, 200)]
    [InlineData(MessagesEndpoint.MaxBytes, true, 200)]
    [InlineData(MessagesEndpoint.MaxBytes + 1, false, 413)]
    [InlineData(MessagesEndpoint.MaxBytes + 1, true, 413)]
    [InlineData(4 * MessagesEndpoint.MaxBytes, true, 413)]
    public async Task Bodies_of_256_KB_are_read_and_larger_ones_are_not(int bytes, bool chunked, int status)
    {
        await using var app = await WireApp.StartAsync();
        var body = Samples.Message();
        body = [.. body, .. Enumerable.Repeat((byte)' ', bytes - body.Length)];

        var answer = await app.PostAsync(body, chunked: chunked);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, app.Handler.Activities.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"type\":null}")]
    [InlineData("{\"type\":\"\"}")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\"} {}")]
    [InlineData("{\"type\":\"message\",\"type\":\"invoke\"}")]
    [InlineData("{\"type\":\"message\",\"Type\":\"invoke\"}")]
    [InlineData("{\"type\":\"message\",\"text\":{}}")]
    [InlineData("{\"type\":\"message\",\"text\":\"\\ud800\"}")]
    [InlineData("{\"type\":\"message\",\"from\":\"me\"}")]
    [InlineData("{\"type\":\"message\",\"from\":{\"id\":\"a\",\"id\":\"b\"}}")]
    [InlineData("{\"type\":\"message\",\"conversation\":[]}")]
    [InlineData("{\"type\":\"message\",\"channelData\":\"x\"}")]
    [InlineData("{\"type\":\"message\",\"entities\":{}}")]
    [InlineData("{\"type\":\"message\",\"value\":{\"a\":1,\"a\":2}}")]
    [InlineData("{\"type\":\"message\",\"value\":\"\\udc00\"}")]
    [InlineData("{\"type\":\"message\",\"new\":{\"a\":1,\"a\":2}}")]
    public async Task What_is_not_an_activity_is_answered_400(string body)
    {
        await using var app = await WireApp.StartAsync();

        var answer = await app.PostAsync(Encoding.UTF8.GetBytes(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(app.Handler.Activities);
    }

    [Fact]
    public async Task Deep_nesting_and_broken_UTF8_are_answered_400()
    {
        await using var app = await WireApp.StartAsync();
        var deep = Samples.Message(message => message["value"] = Nested(60));
        var tooDeep = Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{new string('[', 20_000)}}{{new string(']', 20_000)}}}""");
        byte[] broken = [.. "{\"type\":\"message\",\"value\":\""u8, 0xC3, 0x28, .. "\"}"u8];

        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(deep)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync(tooDeep)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.PostAsync(broken)).StatusCode);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("nonsense")]
    public async Task Only_JSON_is_taken(string contentType)
    {
        await using var app = await WireApp.StartAsync();

        var answer = await app.PostAsync(Samples.Message(), contentType: contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Other_verbs_are_answered_405()
    {
        await using var app = await WireApp.StartAsync();

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await app.Http.GetAsync("/api/messages")).StatusCode);
    }

    [Fact]
    public async Task An_escaped_exception_is_a_500_and_its_words_are_not_logged()
    {
        await using var app = await WireApp.StartAsync();
        app.Handler.Answer = _ => throw new InvalidOperationException("the secret words");

        var answer = await app.PostAsync(Samples.Message());

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var line = Assert.Single(app.Log.Lines, line => line.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.Contains("1792674341123", line, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, logged => logged.Contains("the secret words", StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.Lines, logged => logged.Contains("Åsa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_turns_than_there_is_room_for_are_answered_503_until_one_ends()
    {
        await using var app = await WireApp.StartAsync(new() { ["Bot:MaxConcurrentTurns"] = "1" });
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource<InvokeResponse>();
        app.Handler.Answer = _ =>
        {
            begun.TrySetResult();
            return end.Task;
        };
        var first = app.PostAsync(Samples.Message());
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10));

        var second = await app.PostAsync(Samples.Message());
        end.SetResult(InvokeResponse.Accepted);
        var third = await app.PostAsync(Samples.Message());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task A_turn_is_finished_though_the_caller_hung_up()
    {
        await using var app = await WireApp.StartAsync();
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var finished = new TaskCompletionSource();
        app.Handler.Answer = async _ =>
        {
            begun.SetResult();
            await goOn.Task;
            finished.SetResult();
            return InvokeResponse.Accepted;
        };
        using var hangUp = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(Samples.Message()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {app.Issuer.Tokens.Token()}");

        var call = app.Http.SendAsync(request, hangUp.Token);
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        goOn.SetResult();

        await finished.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    private static JsonNode Nested(int depth) => depth == 0 ? JsonValue.Create(1) : new JsonArray(Nested(depth - 1));
}
