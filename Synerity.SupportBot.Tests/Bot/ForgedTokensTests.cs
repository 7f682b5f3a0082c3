using System.Text.Json.Nodes;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Bot;

/// <summary>Nobody but Teams gets anything done; <c>Protocol/InboundTokensTests</c> has the forgeries in depth.</summary>
public sealed class ForgedTokensTests
{
    [Fact]
    public async Task Without_a_good_token_nothing_is_sent_and_nothing_is_stored()
    {
        await using var app = await BotApp.StartAsync();
        var (url, tokens) = (app.Connector.ServiceUrl, app.Issuer.Tokens);
        var unannounced = new TestKey("key-1", null);
        var now = TimeProvider.System.GetUtcNow();
        (int Status, string Token)[] forgeries =
        [
            (401, ""),
            (401, "e30.e30.e30"),
            (401, tokens.Token(url, forged => forged with { Issuer = "https://evil.example" })),
            (401, tokens.Token(url, forged => forged with { Audience = Cast.ProviderTenant })),
            (401, tokens.Token(url, forged => forged with { Expires = now.AddHours(-1), NotBefore = now.AddHours(-2) })),
            (401, tokens.Token(url, forged => forged with { NotBefore = now.AddHours(1), Expires = now.AddHours(2) })),
            (401, tokens.Token(url, forged => forged with { Algorithm = "none", Signature = _ => [] })),
            (401, tokens.Token(url, forged => forged with { Key = new TestKey("key-2", ["msteams"]) })),
            (401, tokens.Token(url, forged => forged with { Signature = signed => unannounced.Rsa.SignData([.. signed, 0], System.Security.Cryptography.HashAlgorithmName.SHA256, System.Security.Cryptography.RSASignaturePadding.Pkcs1) })),
            (403, tokens.Token("https://smba.trafficmanager.net/emea/")),
            (403, tokens.Token(url, forged => forged with { ServiceUrl = null })),
        ];
        await app.TicketAsync(Cast.Maria);
        var (sent, stored) = (app.Connector.Calls.Count, await StoredAsync(app));
        JsonObject[] activities = [app.Teams.Message(Cast.Edward, "nytt ärende"), app.Teams.Installation(Cast.Edward), app.Press(Cast.Kalle, app.DeskCard("NORD-1"), "Ta")];

        foreach (var (status, token) in forgeries)
        {
            foreach (var activity in activities) Assert.Equal((status, ""), await RefusedAsync(app, activity, token));
        }

        await app.SettleAsync();
        Assert.Equal(sent, app.Connector.Calls.Count);
        Assert.Equal(stored, await StoredAsync(app));
    }

    private static async Task<(int Status, string Body)> RefusedAsync(BotApp app, JsonObject activity, string token)
    {
        var answer = await app.PostAsync(activity, token);
        return (answer.Status, answer.Raw);
    }

    private static async Task<IReadOnlyList<string>> StoredAsync(BotApp app)
    {
        var rows = new List<string>();
        foreach (var partition in new[] { "c|NORD", $"people|{Cast.Maria.TenantId}", $"people|{Cast.ProviderTenant}", "provider" })
        {
            rows.AddRange((await app.Rows.RangeAsync(partition, "!", "~", 1000, CancellationToken.None)).Select(row => $"{partition} {row.Key} {row.Tag}"));
        }

        return rows;
    }
}
