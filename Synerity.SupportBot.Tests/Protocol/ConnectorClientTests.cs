using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Protocol.Auth;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Protocol;

public sealed class ConnectorClientTests
{
    private const string Tenant = "6f0c2a51-9b7e-4d3a-8a55-0e1f7c94d2b8";
    private const string Personal = "a:1SJSvVyy0rQnLQmuPexkN8Z-42WyQYgwavo9GfyX9a0s90ruJM9m3WSQbCIvI2o1nrf_khiOMXtgEIwxGnjpuTNwjhMLSxZV7cSGf";
    private const string Thread = "19:84b164b4519a03ceea8834827eb52d75@thread.tacv2;messageid=1792675200123";
    private const string Person = "29:11MuBxsMRZ87K5SfmiVRawiXRpBYjncoT2ADsNHSjtlT-sOdtrPc_7SufzWaD-XxavimAFDv2zWNGkWDOcAfJ4x";

    private static readonly OutgoingActivity Hello = new() { Text = "Hej på dig" };

    private static CancellationToken Never => CancellationToken.None;

    public static TheoryData<string> Sent =>
        Samples.Theory("outgoing", name => name.StartsWith("send-", StringComparison.Ordinal) || name.StartsWith("stream-", StringComparison.Ordinal) || name.StartsWith("file-", StringComparison.Ordinal) || name is "update");

    [Fact]
    public async Task Members_are_read_page_by_page_and_those_without_an_id_are_nobody()
    {
        await using var connector = await FakeConnector.StartAsync();
        connector.Answer(new ConnectorAnswer(200, """{"members":[{"id":"29:a","name":"Åsa","objectId":"o-a","email":"asa@example.com","userRole":"user"},{"name":"nobody"}],"continuationToken":"a b+/="}"""));
        connector.Answer(new ConnectorAnswer(200, """{"members":[{"id":"29:b","userRole":"guest"}],"continuationToken":null}"""));

        var members = await Client(connector).MembersAsync(Where(connector, Thread), Never).ToListAsync();

        Assert.Equal([("29:a", "o-a", "user"), ("29:b", null, "guest")], members.Select(member => (member.Id, member.AadObjectId, member.UserRole)));
        var path = $"/v3/conversations/{Uri.EscapeDataString(Thread)}/pagedmembers?pageSize=200";
        Assert.Equal([("GET", path), ("GET", path + "&continuationToken=a%20b%2B%2F%3D")], connector.Calls.Select(call => (call.Method, call.Path)));
    }

    [Theory]
    [InlineData("""{"members":[{"id":"29:a"}],"continuationToken":"again"}""", 2)]
    [InlineData("""{"members":null,"continuationToken":""}""", 1)]
    public async Task A_list_of_members_always_ends(string page, int calls)
    {
        await using var connector = await FakeConnector.StartAsync();
        for (var i = 0; i < 5; i++) connector.Answer(new ConnectorAnswer(200, page));

        await Client(connector).MembersAsync(Where(connector, Personal), Never).ToListAsync();

        Assert.Equal(calls, connector.Calls.Count);
    }

    [Fact]
    public async Task Emoji_go_out_as_they_are_and_other_escapes_stay_whole()
    {
        await using var connector = await FakeConnector.StartAsync();
        var card = JsonSerializer.SerializeToElement(new { text = "😀 \\u0041 \" \u0001" });

        await Client(connector).SendAsync(Where(connector, Personal), new OutgoingActivity { Text = "å 😀", Attachments = [new("x", card)] }, Never);

        var body = Assert.Single(connector.Calls).Body!.Value;
        Assert.DoesNotContain("\\ud", body.GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("å 😀", body.GetProperty("text").GetString());
        Assert.Equal("😀 \\u0041 \" \u0001", body.GetProperty("attachments")[0].GetProperty("content").GetProperty("text").GetString());
    }

    [Theory]
    [MemberData(nameof(Sent))]
    public async Task A_sample_goes_out_as_it_is_written(string name)
    {
        await using var connector = await FakeConnector.StartAsync();
        var sample = Samples.Read("outgoing", name);
        var activity = sample["body"]!.Deserialize<OutgoingActivity>(JsonSerializerOptions.Web)!;
        var where = Where(connector, Thread);
        var answer = sample["answer"]!;
        connector.Answer(new ConnectorAnswer((int)answer["status"]!, answer["body"]?.ToJsonString()));

        var id = name switch
        {
            "send-reply-in-thread" => await Client(connector).ReplyAsync(where, "1792675200123", activity, Never),
            "update" => await Changed(Client(connector), where, "1792675200123", activity),
            _ => await Client(connector).SendAsync(where, activity, Never),
        };

        var call = Assert.Single(connector.Calls);
        Assert.Equal((string?)sample["method"], call.Method);
        Assert.Equal(
            ((string)sample["path"]!).Replace("{conversationId}", Uri.EscapeDataString(Thread), StringComparison.Ordinal).Replace("{activityId}", "1792675200123", StringComparison.Ordinal),
            call.Path);
        Assert.True(Samples.IsPartOf(sample["body"], call.Body!.Value), call.Body!.Value.GetRawText());
        Assert.Equal("28:" + TestTokens.AppId, call.Body!.Value.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal(Thread, call.Body!.Value.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal("application/json; charset=utf-8", call.ContentType);
        Assert.Equal(name == "update" ? null : (string?)answer["body"]?["id"], id);
    }

    [Fact]
    public async Task A_personal_chat_is_made_as_the_sample_says_and_has_no_activity()
    {
        await using var connector = await FakeConnector.StartAsync();

        var made = await Client(connector).CreatePersonalAsync(connector.ServiceUrl, Tenant, Person, Never);

        var call = Assert.Single(connector.Calls);
        Assert.Equal(("POST", "/v3/conversations"), (call.Method, call.Path));
        Assert.True(Samples.IsPartOf(Samples.Read("outgoing", "create-personal")["body"], call.Body!.Value));
        Assert.Equal(new CreatedConversation("a:" + Person, null), made);
    }

    [Fact]
    public async Task A_thread_is_made_as_the_sample_says()
    {
        await using var connector = await FakeConnector.StartAsync();
        var channel = Thread[..Thread.IndexOf(';', StringComparison.Ordinal)];

        var made = await Client(connector).CreateThreadAsync(connector.ServiceUrl, Tenant, channel, new OutgoingActivity { Text = "Veckorapport" }, Never);

        var call = Assert.Single(connector.Calls);
        Assert.True(Samples.IsPartOf(Samples.Read("outgoing", "create-channel-thread")["body"], call.Body!.Value));
        Assert.Equal($"{channel};messageid={made.ActivityId}", made.ConversationId);
    }

    [Fact]
    public async Task A_message_can_be_deleted_and_names_its_recipient_and_its_å()
    {
        await using var connector = await FakeConnector.StartAsync();
        var where = Where(connector, Personal) with { Member = Person };

        var id = await Client(connector).SendAsync(where, Hello, Never);
        await Client(connector).DeleteAsync(where, id!, Never);

        Assert.Equal(Person, connector.Calls[0].Body!.Value.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Contains("Hej på dig", connector.Calls[0].Body!.Value.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(("DELETE", id), (connector.Calls[1].Method, connector.Calls[1].ActivityId));
        Assert.Null(connector.Calls[1].Body);
    }

    [Fact]
    public async Task A_member_is_found_by_either_id_and_null_when_not_there()
    {
        await using var connector = await FakeConnector.StartAsync();
        connector.AddMember(Person, "c2d7f6a8-4e19-4b83-b0f7-92a1d35e6c74", "Åsa Öberg", "asa.oberg@example.com", Tenant, "guest");
        var client = Client(connector);
        var where = Where(connector, Personal);

        var found = await client.MemberAsync(where, Person, Never);
        var same = await client.MemberAsync(where, "c2d7f6a8-4e19-4b83-b0f7-92a1d35e6c74", Never);
        var nobody = await client.MemberAsync(where, "29:nobody", Never);

        Assert.Equal(new SupportBot.Protocol.Member(Person, "Åsa Öberg", "c2d7f6a8-4e19-4b83-b0f7-92a1d35e6c74", "asa.oberg@example.com", "asa.oberg@example.com", "guest", Tenant), found);
        Assert.Equal(found, same);
        Assert.Null(nobody);
    }

    [Theory]
    [InlineData("error-400-BadArgument", ConnectorFault.Refused, "BadArgument", 1)]
    [InlineData("error-400-BadSyntax", ConnectorFault.Refused, "BadSyntax", 1)]
    [InlineData("error-401-AuthorizationError", ConnectorFault.Refused, "AuthorizationError", 1)]
    [InlineData("error-403-BotDisabledByAdmin", ConnectorFault.Unreachable, "BotDisabledByAdmin", 1)]
    [InlineData("error-403-BotNotInConversationRoster", ConnectorFault.Unreachable, "BotNotInConversationRoster", 1)]
    [InlineData("error-403-ContentStreamNotAllowed", ConnectorFault.Refused, "ContentStreamCanceled", 1)]
    [InlineData("error-403-ConversationBlockedByUser", ConnectorFault.Unreachable, "ConversationBlockedByUser", 1)]
    [InlineData("error-403-ForbiddenOperationException", ConnectorFault.Unreachable, "ForbiddenOperationException", 1)]
    [InlineData("error-403-nested-MessageWritesBlocked", ConnectorFault.Unreachable, "MessageWritesBlocked", 1)]
    [InlineData("error-404-ActivityNotFoundInConversation", ConnectorFault.MessageGone, "ActivityNotFoundInConversation", 1)]
    [InlineData("error-404-ConversationNotFound", ConnectorFault.Unreachable, "ConversationNotFound", 1)]
    [InlineData("error-412-PreconditionFailed", ConnectorFault.TryAgain, "PreconditionFailed", 3)]
    [InlineData("error-413-MessageSizeTooBig", ConnectorFault.Refused, "MessageSizeTooBig", 1)]
    [InlineData("error-429-Throttled", ConnectorFault.TryAgain, "Throttled", 1)]
    [InlineData("error-500-ServiceError", ConnectorFault.Unclear, "ServiceError", 1)]
    public async Task Each_error_of_a_POST_says_what_may_be_done(string name, ConnectorFault fault, string code, int calls)
    {
        await using var connector = await FakeConnector.StartAsync();
        var answer = Samples.Read("outgoing", name)["answer"]!;
        var headers = ((JsonObject)answer["headers"]!).ToDictionary(header => header.Key, header => (string)header.Value!);
        for (var n = 0; n < calls; n++)
        {
            connector.Answer(new ConnectorAnswer((int)answer["status"]!, answer["body"]!.ToJsonString(), headers));
        }

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Client(connector).SendAsync(Where(connector, Personal), Hello, Never));

        Assert.Equal((fault, (int)answer["status"]!, code), (failure.Fault, failure.Status, failure.Code));
        Assert.Equal(name.Contains("429", StringComparison.Ordinal) ? TimeSpan.FromSeconds(7) : null, failure.RetryAfter);
        Assert.Equal(calls, connector.Calls.Count);
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"BadArgument","message":"Bot is not installed in user's personal scope"}}""", ConnectorFault.Unreachable)]
    [InlineData(403, """{"error":{"code":"NotEnoughPermissions","message":"x"}}""", ConnectorFault.Refused)]
    [InlineData(403, "", ConnectorFault.Refused)]
    [InlineData(403, "<html><body>Forbidden</body></html>", ConnectorFault.Refused)]
    [InlineData(403, """{"errorCode":209,"message":"not json"}""", ConnectorFault.Refused)]
    [InlineData(403, """{"error":{"code":"words that somebody wrote"}}""", ConnectorFault.Refused)]
    [InlineData(404, "", ConnectorFault.Unreachable)]
    [InlineData(302, "", ConnectorFault.Refused)]
    [InlineData(408, "", ConnectorFault.Unclear)]
    [InlineData(502, "<html>Bad gateway</html>", ConnectorFault.Unclear)]
    [InlineData(503, "[]", ConnectorFault.Unclear)]
    [InlineData(504, "null", ConnectorFault.Unclear)]
    public async Task An_error_in_any_shape_is_understood_and_a_POST_is_not_repeated(int status, string body, ConnectorFault fault)
    {
        await using var connector = await FakeConnector.StartAsync();
        connector.Answer(new ConnectorAnswer(status, body, ContentType: "text/html"));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Client(connector).SendAsync(Where(connector, Personal), Hello, Never));

        Assert.Equal((fault, status), (failure.Fault, failure.Status));
        Assert.DoesNotContain("somebody", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(connector.Calls);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(412)]
    [InlineData(429)]
    public async Task What_may_be_repeated_is_repeated_twice(int status)
    {
        await using var connector = await FakeConnector.StartAsync();
        connector.Fail(status, "Trouble");
        connector.Fail(status, "Trouble");
        var clock = new ImpatientClock();

        await Client(connector, clock).UpdateAsync(Where(connector, Personal), "1", Hello, Never);

        Assert.Equal(3, connector.Calls.Count);
        Assert.Equal(2, clock.Waits.Count);
        Assert.All(clock.Waits, wait => Assert.InRange(wait, TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_404_of_a_message_without_a_code_means_that_the_message_is_gone()
    {
        await using var connector = await FakeConnector.StartAsync();
        connector.Answer(new ConnectorAnswer(404));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Client(connector).UpdateAsync(Where(connector, Personal), "1", Hello, Never));

        Assert.Equal(ConnectorFault.MessageGone, failure.Fault);
    }

    [Fact]
    public async Task A_short_wait_that_the_connector_asks_for_is_kept_and_a_long_one_is_the_caller_s()
    {
        await using var connector = await FakeConnector.StartAsync();
        var clock = new ImpatientClock();
        connector.Fail(429, "Throttled", retryAfterSeconds: 5);
        connector.Fail(429, "Throttled", retryAfterSeconds: 86_400);

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Client(connector, clock).SendAsync(Where(connector, Personal), Hello, Never));

        Assert.Equal(TimeSpan.FromSeconds(5), Assert.Single(clock.Waits));
        Assert.Equal(TimeSpan.FromMinutes(5), failure.RetryAfter);
        Assert.Equal(2, connector.Calls.Count);
    }

    [Fact]
    public async Task A_wait_may_be_a_date()
    {
        await using var connector = await FakeConnector.StartAsync();
        var clock = new ImpatientClock();
        connector.Answer(new ConnectorAnswer(503, null, new Dictionary<string, string> { ["Retry-After"] = clock.GetUtcNow().AddSeconds(90).ToString("R") }));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Client(connector, clock).SendAsync(Where(connector, Personal), Hello, Never));

        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(91));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var connector = await FakeConnector.StartAsync();
        connector.Answer(new ConnectorAnswer(307, null, new Dictionary<string, string> { ["Location"] = connector.Origin + "/v3/conversations" }));

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => Client(connector).SendAsync(Where(connector, Personal), Hello, Never));

        Assert.Equal((ConnectorFault.Refused, 307), (failure.Fault, failure.Status));
        Assert.Single(connector.Calls);
    }

    [Theory]
    [InlineData("{0}/emea/", false)]
    [InlineData("{1}/emea/", true)]
    [InlineData("https://smba.trafficmanager.net@{2}/", true)]
    [InlineData("{0}/emea/?x=", true)]
    [InlineData("{0}/emea/#", true)]
    [InlineData("not a url", true)]
    public async Task A_host_that_is_not_allowed_never_sees_the_token(string serviceUrl, bool refused)
    {
        await using var allowed = await FakeConnector.StartAsync();
        await using var other = await FakeConnector.StartAsync();
        var credential = new FakeCredential();
        var where = Where(allowed, Personal) with { ServiceUrl = string.Format(System.Globalization.CultureInfo.InvariantCulture, serviceUrl, allowed.Origin, other.Origin, new Uri(other.Origin).Authority) };

        var failure = await Record.ExceptionAsync(() => Client(allowed, credential: credential).SendAsync(where, Hello, Never));

        Assert.Equal(refused, failure is ConnectorException { Fault: ConnectorFault.Refused, Status: 0, Code: "ServiceUrlNotAllowed" });
        Assert.Equal(refused ? 0 : 1, allowed.Calls.Count);
        Assert.Equal(refused ? 0 : 1, credential.Requests);
        Assert.Empty(other.Calls);
    }

    [Fact]
    public async Task A_token_refused_once_is_replaced_and_twice_is_an_error()
    {
        await using var connector = await FakeConnector.StartAsync();
        var client = Client(connector, credential: new FakeCredential());
        connector.Fail(401, "AuthorizationError");

        await client.SendAsync(Where(connector, Personal), Hello, Never);
        connector.Fail(401, "AuthorizationError");
        connector.Fail(401, "AuthorizationError");
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => client.SendAsync(Where(connector, Personal), Hello, Never));

        Assert.Equal((ConnectorFault.Refused, 401), (failure.Fault, failure.Status));
        Assert.Equal(["Bearer token-1", "Bearer token-2", "Bearer token-2", "Bearer token-3"], connector.Calls.Select(call => call.Authorization));
        Assert.Equal(connector.Calls[0].Body!.Value.GetRawText(), connector.Calls[1].Body!.Value.GetRawText());
    }

    [Fact]
    public async Task Without_a_credential_no_token_is_sent()
    {
        await using var connector = await FakeConnector.StartAsync();

        await Client(connector).SendAsync(Where(connector, Personal), Hello, Never);

        Assert.Null(Assert.Single(connector.Calls).Authorization);
    }

    [Fact]
    public async Task A_request_that_never_left_may_be_made_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var origin = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        var clock = new ImpatientClock();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() =>
            Client(origin, clock, null).SendAsync(new ConversationReference(origin, Tenant, Personal, "personal"), Hello, Never));

        Assert.Equal((ConnectorFault.TryAgain, 0), (failure.Fault, failure.Status));
        Assert.Equal(2, clock.Waits.Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_is_unclear()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var origin = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        var call = Client(origin, new ImpatientClock(), null).SendAsync(new ConversationReference(origin, Tenant, Personal, "personal"), Hello, Never);
        using (var client = await listener.AcceptTcpClientAsync())
        {
            await client.GetStream().ReadAtLeastAsync(new byte[16], 16);
        }

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => call);
        Assert.Equal(ConnectorFault.Unclear, failure.Fault);
    }

    [Fact]
    public async Task No_answer_in_twenty_seconds_is_unclear_and_the_caller_s_own_end_is_not_a_failure()
    {
        await using var connector = await FakeConnector.StartAsync();
        var answers = new TaskCompletionSource();
        connector.Hold = answers.Task;
        var clock = new ImpatientClock();
        using var own = new CancellationTokenSource();

        var late = Client(connector, clock).UpdateAsync(Where(connector, Personal), "1", Hello, Never);
        await connector.CallsAsync(1);
        clock.EndLong();
        var given = Client(connector).SendAsync(Where(connector, Personal), Hello, own.Token);
        await connector.CallsAsync(2);
        await own.CancelAsync();

        var failure = await Assert.ThrowsAsync<ConnectorException>(() => late);
        Assert.Equal((ConnectorFault.Unclear, "Timeout"), (failure.Fault, failure.Code));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Assert.Equal(2, connector.Calls.Count);
        answers.SetResult();
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(202, "{}")]
    [InlineData(201, "<html>")]
    [InlineData(207, "null")]
    public async Task Every_2xx_is_a_success_with_or_without_an_id(int status, string body)
    {
        await using var connector = await FakeConnector.StartAsync();
        connector.Answer(new ConnectorAnswer(status, body));

        Assert.Null(await Client(connector).SendAsync(Where(connector, Personal), Hello, Never));
    }

    private static async Task<string?> Changed(ConnectorClient client, ConversationReference where, string id, OutgoingActivity activity)
    {
        await client.UpdateAsync(where, id, activity, Never);
        return null;
    }

    private static ConversationReference Where(FakeConnector connector, string conversation) => new(connector.ServiceUrl, Tenant, conversation, "personal");

    private static ConnectorClient Client(FakeConnector connector, ImpatientClock? clock = null, TokenCredential? credential = null) =>
        Client(connector.Origin, clock ?? new ImpatientClock(), credential);

    private static ConnectorClient Client(string origin, TimeProvider clock, TokenCredential? credential)
    {
        var options = Options.Create(new BotOptions { AppId = TestTokens.AppId });
        var tokens = new OutboundTokens(credential is null ? null : () => credential, "scope", TimeProvider.System, NullLogger<OutboundTokens>.Instance);
        return new ConnectorClient(new ConnectorTransport(tokens, new ServiceUrls([origin]), options, clock), options);
    }
}
