using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Protocol.Auth;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Protocol;

public sealed class SigningKeysTests
{
    private static CancellationToken Never => CancellationToken.None;

    [Fact]
    public async Task A_key_rotated_in_is_accepted_with_the_request_that_first_uses_it()
    {
        await using var app = await WireApp.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(Samples.Message())).StatusCode);

        app.Issuer.Tokens.Rotate("key-2");
        var rotated = await app.PostAsync(Samples.Message());

        Assert.Equal(HttpStatusCode.OK, rotated.StatusCode);
        Assert.Equal(2, app.Issuer.Fetches);
    }

    [Fact]
    public async Task Invented_key_ids_fetch_a_few_times_and_then_no_more()
    {
        await using var app = await WireApp.StartAsync();
        await app.PostAsync(Samples.Message());

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(n =>
            app.PostAsync(Samples.Message(), app.Issuer.Tokens.Token(forgery: forgery => forgery with { Kid = $"invented-{n}" }))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
        Assert.InRange(app.Issuer.Fetches, 2, 1 + SigningKeys.Burst);
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(Samples.Message())).StatusCode);
    }

    [Fact]
    public async Task A_stranger_with_a_wrong_issuer_fetches_nothing()
    {
        await using var app = await WireApp.StartAsync();
        await app.PostAsync(Samples.Message());

        await app.PostAsync(Samples.Message(), app.Issuer.Tokens.Token(forgery: forgery => forgery with { Kid = "unknown", Issuer = "https://evil.example" }));

        Assert.Equal(1, app.Issuer.Fetches);
    }

    [Fact]
    public async Task The_allowance_grows_by_one_a_minute()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        var clock = new FakeTimeProvider();
        var keys = Keys(issuer, clock);
        await keys.RefreshAsync(Never);
        for (var n = 0; n < 10; n++)
        {
            Assert.Null(await keys.WithAsync($"invented-{n}", Never));
        }

        issuer.Tokens.Rotate("key-2");
        var during = await keys.WithAsync("key-2", Never);
        clock.Advance(TimeSpan.FromMinutes(1));
        var after = await keys.WithAsync("key-2", Never);

        Assert.Null(during);
        Assert.NotNull(after);
        Assert.Equal(1 + SigningKeys.Burst + 1, issuer.Fetches);
    }

    [Fact]
    public async Task Many_who_wait_cause_one_fetch()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        var keys = Keys(issuer);

        var sets = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => keys.WithAsync("key-1", Never).AsTask()));

        Assert.All(sets, Assert.NotNull);
        Assert.Equal(1, issuer.Fetches);
    }

    [Fact]
    public async Task A_failed_first_fetch_is_not_remembered_but_the_next_waits_a_second()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        var clock = new FakeTimeProvider();
        var keys = Keys(issuer, clock);
        issuer.FailWith = 500;
        Assert.Null(await keys.WithAsync("key-1", Never));
        issuer.FailWith = null;

        var atOnce = await keys.WithAsync("key-1", Never);
        clock.Advance(TimeSpan.FromSeconds(1));
        var later = await keys.WithAsync("key-1", Never);

        Assert.Null(atOnce);
        Assert.NotNull(later);
    }

    [Fact]
    public async Task Until_the_keys_are_here_the_bot_is_not_ready_and_answers_503()
    {
        await using var app = await WireApp.StartAsync(issuing: issuer => issuer.FailWith = 503);

        var early = await app.PostAsync(Samples.Message());
        var unready = await app.Http.GetAsync("/health/ready");
        app.Issuer.FailWith = null;
        var status = HttpStatusCode.ServiceUnavailable;
        for (var patience = 0; status != HttpStatusCode.OK && patience < 10; patience++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5), TimeProvider.System);
            status = (await app.PostAsync(Samples.Message())).StatusCode;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/health/ready")).StatusCode);
    }

    [Theory]
    [InlineData(500, null)]
    [InlineData(302, null)]
    [InlineData(null, "https://keys.example/v1/.well-known/keys")]
    [InlineData(null, "http://localhost/v1/.well-known/keys")]
    [InlineData(null, "not a url")]
    [InlineData(null, "/v1/.well-known/openidconfiguration")]
    public async Task The_last_good_set_stays_when_a_fetch_fails_or_points_elsewhere(int? status, string? jwks)
    {
        await using var issuer = await FakeIssuer.StartAsync();
        var keys = Keys(issuer);
        await keys.RefreshAsync(Never);
        var good = keys.Current;

        (issuer.FailWith, issuer.JwksUri) = (status, jwks?.StartsWith('/') == true ? issuer.Origin + jwks : jwks);
        await keys.RefreshAsync(Never);

        Assert.NotNull(good);
        Assert.Same(good, keys.Current);
        Assert.Equal(1, issuer.Fetches);
    }

    [Theory]
    [InlineData("https://login.botframework.com/x", true)]
    [InlineData("http://127.0.0.1:1/x", true)]
    [InlineData("http://localhost:1/x", true)]
    [InlineData("http://login.botframework.com/x", false)]
    [InlineData("http://10.0.0.1/x", false)]
    [InlineData("file:///etc/keys", false)]
    public void Keys_come_by_https_or_from_this_machine(string url, bool trustworthy) => Assert.Equal(trustworthy, KeyDocument.IsTrustworthy(new Uri(url)));

    internal static SigningKeys Keys(FakeIssuer issuer, TimeProvider? clock = null) => new(
        new KeyDocument(new HttpMessageInvoker(ConnectorTransport.Sockets(new BotOptions())), new Uri(issuer.Metadata)),
        clock ?? TimeProvider.System,
        NullLogger<SigningKeys>.Instance);

    internal static InboundTokens Tokens(SigningKeys keys) => new(keys, Options.Create(new BotOptions { AppId = TestTokens.AppId }));
}
