using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Protocol;

public sealed class InboundTokensTests
{
    private static readonly TestKey Stranger = new("key-1", ["msteams"], RSA.Create(2048));

    private static readonly Dictionary<string, Func<Forgery, Forgery>> Unauthorized = new()
    {
        ["another issuer"] = forgery => forgery with { Issuer = "https://sts.windows.net/6f0c2a51-9b7e-4d3a-8a55-0e1f7c94d2b8/" },
        ["the emulator's issuer"] = forgery => forgery with { Issuer = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0" },
        ["the issuer in capitals"] = forgery => forgery with { Issuer = "HTTPS://API.BOTFRAMEWORK.COM" },
        ["the issuer with a slash"] = forgery => forgery with { Issuer = "https://api.botframework.com/" },
        ["no issuer"] = forgery => forgery with { Issuer = null },
        ["another bot's audience"] = forgery => forgery with { Audience = "00000000-21fe-4c0a-9a63-5d7e8f10ab42" },
        ["the audience of outbound tokens"] = forgery => forgery with { Audience = "https://api.botframework.com" },
        ["two audiences"] = forgery => forgery with { Audience = new JsonArray(TestTokens.AppId, "other") },
        ["no audience"] = forgery => forgery with { Audience = null },
        ["an empty audience"] = forgery => forgery with { Audience = "" },
        ["another key under a known id"] = forgery => forgery with { Key = Stranger },
        ["an unknown key id"] = forgery => forgery with { Kid = "key-9" },
        ["the key id in capitals"] = forgery => forgery with { Kid = "KEY-1" },
        ["no key id"] = forgery => forgery with { Kid = "" },
        ["expired more than five minutes ago"] = forgery => forgery with { NotBefore = Now().AddHours(-2), Expires = Now().AddMinutes(-6) },
        ["not valid for another six minutes"] = forgery => forgery with { NotBefore = Now().AddMinutes(6) },
        ["no expiry"] = forgery => forgery with { Expires = null },
        ["algorithm none"] = forgery => forgery with { Algorithm = "none", Signature = _ => [] },
        ["algorithm None"] = forgery => forgery with { Algorithm = "None", Signature = _ => [] },
        ["no signature"] = forgery => forgery with { Signature = _ => [] },
        ["a broken signature"] = forgery => forgery with { Signature = _ => new byte[256] },
        ["an elliptic algorithm"] = forgery => forgery with { Algorithm = "ES256" },
        ["RSA-PSS"] = forgery => forgery with { Algorithm = "PS256" },
    };

    public static TheoryData<string> Forgeries => [.. Unauthorized.Keys];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_token_with_a_flaw_is_answered_401_and_nothing_more(string flaw)
    {
        await using var app = await WireApp.StartAsync();

        var answer = await app.PostAsync(Samples.Message(), app.Issuer.Tokens.Token(forgery: Unauthorized[flaw]));

        await AssertUnauthorized(app, answer);
    }

    [Theory]
    [InlineData("HS256")]
    [InlineData("HS512")]
    public async Task The_public_key_is_no_secret_to_sign_with(string algorithm)
    {
        await using var app = await WireApp.StartAsync();
        var rsa = app.Issuer.Tokens.Current.Rsa;
        byte[][] secrets =
        [
            Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()),
            Encoding.ASCII.GetBytes(rsa.ExportRSAPublicKeyPem() + "\n"),
            rsa.ExportSubjectPublicKeyInfo(),
            rsa.ExportRSAPublicKey(),
            rsa.ExportParameters(false).Modulus!,
        ];

        foreach (var secret in secrets)
        {
            var token = app.Issuer.Tokens.Token(forgery: forgery => forgery with
            {
                Algorithm = algorithm,
                Signature = signed => algorithm == "HS256" ? HMACSHA256.HashData(secret, signed) : HMACSHA512.HashData(secret, signed),
            });

            await AssertUnauthorized(app, await app.PostAsync(Samples.Message(), token));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.e30.")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6Nn0.e30.AAAA")]
    [InlineData("Bearer bnVsbA.bnVsbA.AAAA")]
    [InlineData("Bearer W10.W10.AAAA")]
    [InlineData("Bearer a.b.c.d.e")]
    public async Task A_header_that_holds_no_token_is_answered_401(string? header)
    {
        await using var app = await WireApp.StartAsync();

        var answer = await app.PostAsync(Samples.Message(), header is null ? "" : null, header);

        await AssertUnauthorized(app, answer);
    }

    [Fact]
    public async Task A_token_between_other_words_is_answered_401()
    {
        await using var app = await WireApp.StartAsync();
        var token = app.Issuer.Tokens.Token();

        foreach (var header in new[] { $"Bearer {token} x", $"Bearer  {token}", $"Token {token}", token })
        {
            await AssertUnauthorized(app, await app.PostAsync(Samples.Message(), authorization: header));
        }
    }

    [Fact]
    public async Task A_missing_claim_or_endorsement_is_answered_403()
    {
        await using var app = await WireApp.StartAsync();
        var noClaim = app.Issuer.Tokens.Token(forgery: forgery => forgery with { ServiceUrl = null });
        var otherClaim = app.Issuer.Tokens.Token("https://smba.trafficmanager.net/amer/");
        app.Issuer.Tokens.Rotate("webchat-only", endorsements: "webchat");
        var otherChannel = app.Issuer.Tokens.Token();

        foreach (var token in new[] { noClaim, otherClaim, otherChannel })
        {
            var answer = await app.PostAsync(Samples.Message(), token);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        }

        Assert.Empty(app.Handler.Activities);
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task RSA_signatures_within_five_minutes_of_skew_are_good(string algorithm)
    {
        await using var app = await WireApp.StartAsync();
        var late = app.Issuer.Tokens.Token(forgery: forgery => forgery with { Algorithm = algorithm, NotBefore = Now().AddHours(-1), Expires = Now().AddMinutes(-4) });
        var early = app.Issuer.Tokens.Token(forgery: forgery => forgery with { Algorithm = algorithm, NotBefore = Now().AddMinutes(4) });

        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(Samples.Message(), late)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.PostAsync(Samples.Message(), early)).StatusCode);
    }

    [Fact]
    public async Task A_token_seen_before_still_covers_only_its_own_service_url_and_channel()
    {
        await using var app = await WireApp.StartAsync();
        var token = app.Issuer.Tokens.Token();
        await app.PostAsync(Samples.Message(), token);

        var elsewhere = await app.PostAsync(Samples.Message(message => message["serviceUrl"] = "https://smba.trafficmanager.net/amer/"), token);
        var otherChannel = await app.PostAsync(Samples.Message(message => message["channelId"] = "webchat"), token);
        var again = await app.PostAsync(Samples.Message(), token);

        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, otherChannel.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_token_seen_before_is_refused_once_its_key_is_gone()
    {
        await using var app = await WireApp.StartAsync();
        var old = app.Issuer.Tokens.Token();
        await app.PostAsync(Samples.Message(), old);
        app.Issuer.Tokens.Rotate("key-2", forget: true);

        var fresh = await app.PostAsync(Samples.Message());
        var withdrawn = await app.PostAsync(Samples.Message(), old);

        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, withdrawn.StatusCode);
    }

    [Fact]
    public async Task No_header_whatever_makes_it_throw()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        var tokens = SigningKeysTests.Tokens(SigningKeysTests.Keys(issuer));
        var good = issuer.Tokens.Token();

        var junks = Gen.OneOf(Gen.String, Gen.Char["abcXYZ019-_.=+/"].Array.Select(characters => new string(characters)));

        await Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, good.Length - 1], junks).SampleAsync(async (from, to, junk) =>
        {
            var changed = good[..Math.Min(from, to)] + junk + good[Math.Max(from, to)..];

            var (token, _) = await tokens.ProveAsync($"Bearer {changed}", CancellationToken.None);

            Assert.True(token is null || changed == good);
        }, iter: 5000, threads: 1);
    }

    private static async Task AssertUnauthorized(WireApp app, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        Assert.Empty(app.Handler.Activities);
        Assert.Contains(app.Log.Lines, line => line.Contains("refused with 401", StringComparison.Ordinal));
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
}
