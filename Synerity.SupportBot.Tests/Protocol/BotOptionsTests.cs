using Microsoft.Extensions.Options;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Protocol;

public sealed class BotOptionsTests
{
    [Theory]
    [InlineData("Bot:AppId", "Bot:AppId", "")]
    [InlineData("Bot:AppId", "Bot:AppId", "ärendehjälpen")]
    [InlineData("Bot:AppId", "Bot:AppId", "{3b9d54c7-21fe-4c0a-9a63-5d7e8f10ab42}")]
    [InlineData("Bot:TenantId", "Bot:TenantId", "contoso")]
    [InlineData("Bot:TenantId", "Bot:Credential", "FederatedIdentity")]
    [InlineData("Bot:ClientSecret", "Bot:Credential", "ClientSecret")]
    [InlineData("Bot:Credential", "Bot:Credential", "None")]
    [InlineData("Bot:ManagedIdentityClientId", "Bot:ManagedIdentityClientId", "mine")]
    [InlineData("Bot:Issuer", "Bot:Issuer", " ")]
    [InlineData("Bot:OpenIdMetadata", "Bot:OpenIdMetadata", "http://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("Bot:OpenIdMetadata", "Bot:OpenIdMetadata", "nowhere")]
    [InlineData("Bot:AllowedServiceUrls", "Bot:AllowedServiceUrls:0", "http://smba.trafficmanager.net")]
    [InlineData("Bot:AllowedServiceUrls", "Bot:AllowedServiceUrls:0", "https://smba.trafficmanager.net/emea")]
    [InlineData("Bot:MaxConcurrentTurns", "Bot:MaxConcurrentTurns", "0")]
    public async Task The_host_does_not_start_with_a_wrong_setting_and_names_it(string named, string key, string value)
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => WireApp.StartAsync(new() { [key] = value }));

        Assert.Contains(failure.Failures, message => message.Contains(named, StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => WireApp.StartAsync(new()
        {
            ["Bot:AppId"] = "x", ["Bot:Credential"] = "ClientSecret", ["Bot:OpenIdMetadata"] = "x",
        }));

        Assert.Equal(4, failure.Failures.Count());
    }

    [Fact]
    public async Task Without_a_credential_only_this_machine_may_be_allowed()
    {
        Dictionary<string, string?> settings = new() { ["Bot:Credential"] = "None", ["Bot:AllowedServiceUrls:0"] = "http://localhost:5080" };
        await using var app = await WireApp.StartAsync(settings);
        settings["Bot:AllowedServiceUrls:1"] = "https://smba.trafficmanager.net";

        await Assert.ThrowsAsync<OptionsValidationException>(() => WireApp.StartAsync(settings));
    }

    [Fact]
    public async Task Configured_service_urls_take_the_place_of_Teams()
    {
        await using var app = await WireApp.StartAsync(new() { ["Bot:AllowedServiceUrls:0"] = "https://connector.example" });

        var answer = await app.PostAsync(Samples.Message(), app.Issuer.Tokens.Token(TestTokens.TeamsUrl));

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
