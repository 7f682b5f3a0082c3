using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Synerity.SupportBot.Simulator;

namespace Synerity.SupportBot.Tests.Simulator;

public sealed class TokenIssuerTests
{
    [Fact]
    public async Task Every_activity_comes_with_a_token_that_the_published_key_proves()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        await tryOut.CallAsync("say", new { @as = "maria", place = tryOut.ChatOf("maria"), text = "hej" });

        var keys = new JsonWebKeySet(await tryOut.Http.GetStringAsync("/sim/keys"));
        var results = await Task.WhenAll(tryOut.Tokens.Select(token => new JsonWebTokenHandler().ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = "https://api.botframework.com",
            ValidAudience = TryOut.AppId,
            ValidAlgorithms = ["RS256"],
            IssuerSigningKeys = keys.GetSigningKeys(),
        })));

        Assert.Equal(3, results.Length);
        Assert.All(results, result => Assert.True(result.IsValid, result.Exception?.Message));
        Assert.All(results.Zip(tryOut.Received), pair =>
            Assert.Equal(pair.Second.GetProperty("serviceUrl").GetString(), pair.First.Claims["serviceurl"]));
    }

    [Fact]
    public async Task The_key_is_endorsed_for_Teams_and_found_through_the_metadata()
    {
        await using var tryOut = await TryOut.StartAsync();

        var metadata = await tryOut.Http.GetFromJsonAsync<JsonElement>("/sim/.well-known/openidconfiguration");
        var keys = await tryOut.Http.GetFromJsonAsync<JsonElement>(metadata.GetProperty("jwks_uri").GetString());

        Assert.Equal("https://api.botframework.com", metadata.GetProperty("issuer").GetString());
        var key = Assert.Single(keys.GetProperty("keys").EnumerateArray());
        Assert.Equal(["msteams"], key.GetProperty("endorsements").EnumerateArray().Select(endorsement => endorsement.GetString()));
        Assert.False(key.TryGetProperty("d", out _));
    }

    [Fact]
    public async Task A_token_does_not_travel_in_time()
    {
        await using var tryOut = await TryOut.StartAsync();
        tryOut.Clock.Skip(TimeSpan.FromDays(3));

        await tryOut.OpenAsync("maria");

        Assert.True(tryOut.Tokens.TryPeek(out var token));
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        Assert.InRange(new JsonWebToken(token).ValidTo, now, now + TokenIssuer.Lifetime);
    }
}
