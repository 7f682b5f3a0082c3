using System.Net;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Protocol.Auth;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Protocol;

public sealed class OutboundTokensTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task A_token_is_kept_until_five_minutes_before_its_end()
    {
        var credential = new FakeCredential(_clock);
        var tokens = Tokens(credential);

        Assert.Equal("token-1", await tokens.TokenAsync(Never));
        _clock.Advance(TimeSpan.FromMinutes(55));
        Assert.Equal("token-1", await tokens.TokenAsync(Never));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token-2", await tokens.TokenAsync(Never));
        Assert.Equal("https://api.botframework.com/.default", credential.Scope);
    }

    [Fact]
    public async Task Many_who_wait_cause_one_request()
    {
        var go = new TaskCompletionSource();
        var credential = new FakeCredential(_clock) { Hold = go.Task };
        var tokens = Tokens(credential);

        var waiting = Enumerable.Range(0, 50).Select(_ => tokens.TokenAsync(Never).AsTask()).ToList();
        go.SetResult();

        Assert.All(await Task.WhenAll(waiting), token => Assert.Equal("token-1", token));
        Assert.Equal(1, credential.Requests);
    }

    [Fact]
    public async Task The_old_token_serves_while_it_is_valid_and_a_new_one_cannot_be_had()
    {
        var credential = new FakeCredential(_clock);
        var tokens = Tokens(credential);
        await tokens.TokenAsync(Never);
        credential.Fails = true;
        _clock.Advance(TimeSpan.FromMinutes(57));

        var old = await tokens.TokenAsync(Never);
        var stillOld = await tokens.TokenAsync(Never);
        var asked = credential.Requests;
        _clock.Advance(TimeSpan.FromMinutes(3));
        var failure = await Assert.ThrowsAsync<ConnectorException>(async () => await tokens.TokenAsync(Never));
        credential.Fails = false;
        var healed = await tokens.TokenAsync(Never);

        Assert.Equal("token-1", old);
        Assert.Equal("token-1", stillOld);
        Assert.Equal(2, asked);
        Assert.Equal((ConnectorFault.TryAgain, "TokenUnavailable"), (failure.Fault, failure.Code));
        Assert.Equal("token-4", healed);
    }

    [Fact]
    public async Task A_dropped_token_is_asked_for_anew_with_a_new_credential_and_only_once()
    {
        var made = 0;
        var credential = new FakeCredential(_clock);
        var tokens = new OutboundTokens(
            () =>
            {
                made++;
                return credential;
            },
            "scope",
            _clock,
            NullLogger<OutboundTokens>.Instance);
        var first = (await tokens.TokenAsync(Never))!;

        tokens.Drop(first);
        var second = await tokens.TokenAsync(Never);
        tokens.Drop(first);

        Assert.Equal("token-2", second);
        Assert.Equal("token-2", await tokens.TokenAsync(Never));
        Assert.Equal(2, made);
    }

    [Theory]
    [InlineData("https://api.botframework.com", "https://api.botframework.com/.default")]
    [InlineData("https://api.botframework.us", "https://api.botframework.us/.default")]
    [InlineData("http://localhost:5080", "https://api.botframework.com/.default")]
    public void The_scope_belongs_to_the_issuer_s_cloud(string issuer, string scope) =>
        Assert.Equal(scope, BotIdentity.Scope(new BotOptions { Issuer = issuer }));

    [Theory]
    [InlineData(BotCredential.ManagedIdentity, "ManagedIdentityCredential")]
    [InlineData(BotCredential.FederatedIdentity, "ClientAssertionCredential")]
    [InlineData(BotCredential.ClientSecret, "ClientSecretCredential")]
    [InlineData(BotCredential.None, null)]
    public void The_setting_chooses_the_credential(BotCredential setting, string? credential)
    {
        var identity = BotIdentity.Of(Bot(setting));

        Assert.Equal(credential, identity.Create?.Invoke().GetType().Name);
    }

    [Fact]
    public async Task A_client_secret_is_exchanged_as_the_sample_says()
    {
        var sample = Samples.Read("outgoing", "token-request");
        using var authority = new Authority(sample["answer"]!["body"]!.ToJsonString());
        using var http = new HttpClient(authority);
        var credential = BotIdentity.Of(Bot(BotCredential.ClientSecret), new HttpClientTransport(http)).Create!();

        var token = await credential.GetTokenAsync(new TokenRequestContext([BotIdentity.Scope(Bot(BotCredential.ClientSecret))]), Never);

        Assert.Equal("eyJ-FAKE", token.Token);
        Assert.Equal((string?)sample["url"], authority.Address);
        foreach (var (field, value) in (JsonObject)sample["form"]!)
        {
            Assert.Contains(((string)value!).Replace("<secret>", "hemligt", StringComparison.Ordinal), authority.Form[field]!.Split(' '));
        }
    }

    [Fact]
    public async Task The_registered_identity_is_used_and_domain_time_does_not_matter()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var app = await WireApp.StartAsync(new() { ["Bot:AllowedServiceUrls:0"] = connector.Origin }, new FakeCredential());

        await app.Services.GetRequiredService<ConnectorClient>()
            .SendAsync(new ConversationReference(connector.ServiceUrl, "t", "a:1", "personal"), new OutgoingActivity { Text = "Hej" }, Never);

        Assert.Equal("Bearer token-1", Assert.Single(connector.Calls).Authorization);
    }

    private OutboundTokens Tokens(TokenCredential credential) => new(() => credential, BotIdentity.Scope(new BotOptions()), _clock, NullLogger<OutboundTokens>.Instance);

    private static BotOptions Bot(BotCredential credential) => new()
    {
        AppId = TestTokens.AppId,
        TenantId = "6f0c2a51-9b7e-4d3a-8a55-0e1f7c94d2b8",
        Credential = credential,
        ClientSecret = "hemligt",
    };

    /// <summary>Entra's token endpoint, and what its client asks before.</summary>
    private sealed class Authority(string answer) : HttpMessageHandler
    {
        public string? Address { get; private set; }
        public System.Collections.Specialized.NameValueCollection Form { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post)
            {
                Address = request.RequestUri!.ToString();
                Form = System.Web.HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken));
                return Json(answer);
            }

            return Json("""
                {"tenant_discovery_endpoint":"https://login.microsoftonline.com/common/.well-known/openid-configuration","api-version":"1.1",
                "metadata":[{"preferred_network":"login.microsoftonline.com","preferred_cache":"login.windows.net","aliases":["login.microsoftonline.com"]}]}
                """);
        }

        private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
    }
}
