using System.Text.Json.Nodes;
using Synerity.SupportBot.Tests.Protocol;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Bot;

/// <summary>Everything Teams may send, and what nobody should, through the whole bot.</summary>
public sealed class SamplesTests
{
    /// <summary>Events that the bot only acknowledges.</summary>
    private static readonly string[] Silent = ["conversationUpdate-", "event-", "messageReaction-", "messageDelete-", "messageUpdate-", "installationUpdate-personal-remove", "installationUpdate-personal-add-upgrade"];

    public static TheoryData<string> Activities => Samples.Theory("activities");

    public static TheoryData<string> Hostile => Samples.Theory("hostile");

    [Theory]
    [MemberData(nameof(Activities))]
    public async Task Whatever_Teams_sends_is_answered(string name)
    {
        await using var app = await BotApp.StartAsync("2026-10-22 15:06");
        var activity = Here(app, Samples.Read("activities", name));
        var before = app.Connector.Calls.Count;
        var rows = await CustomersAsync(app);

        var answer = await app.SettledAsync(activity);

        Assert.Equal(200, answer.Status);
        if ((string?)activity["type"] != "invoke") Assert.Equal("", answer.Raw);
        if (Silent.Any(kind => name.StartsWith(kind, StringComparison.Ordinal))) Assert.Empty(Sent(app, before));
        Assert.DoesNotContain(app.Connector.Calls.Skip(before), call => call.Body?.GetRawText().Contains("gick fel", StringComparison.Ordinal) == true);
        Assert.Equal(rows, await CustomersAsync(app));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_nobody_should_send_is_refused_or_changes_nothing(string name)
    {
        await using var app = await BotApp.StartAsync("2026-10-22 15:06");
        var activity = Samples.Read("hostile", name)["activity"]!.AsObject();
        if (!name.StartsWith("serviceurl-", StringComparison.Ordinal)) activity = Here(app, activity);
        var before = app.Connector.Calls.Count;
        var rows = await CustomersAsync(app);

        var answer = await app.SettledAsync(activity);

        var sent = Sent(app, before);
        Assert.Equal(StatusOf(name), answer.Status);
        Assert.Equal(rows, await CustomersAsync(app));
        if (answer.Status != 200) Assert.Equal("", answer.Raw);
        if (answer.Status != 200 || name is "type-unknown" or "fileconsent-ssrf" or "querylink-internal-url" or "invoke-value-wrong-shape") Assert.Empty(sent);
    }

    [Fact]
    public async Task A_foreign_tenant_gets_the_polite_card_and_nothing_else()
    {
        await using var app = await BotApp.StartAsync("2026-10-22 15:06");
        var activity = Here(app, Samples.Read("hostile", "tenant-foreign")["activity"]!);

        await app.SettledAsync(activity);

        var sent = app.Connector.Calls.Where(call => call.ConversationId == (string?)activity["conversation"]!["id"]).ToList();
        Assert.Equal("Hej! Jag hittar inget avtal för er organisation, så jag kan inte öppna ärenden åt er än.", sent[0].Text);
        Assert.Equal(2, sent.Count);
    }

    private static int StatusOf(string name) => name switch
    {
        "conversation-missing" or "from-missing" => 400,
        "invoke-unknown-name" => 501,
        _ when name.StartsWith("channelid-", StringComparison.Ordinal) || name.StartsWith("serviceurl-", StringComparison.Ordinal) || name == "tenant-mismatch" => 403,
        _ => 200,
    };

    /// <summary>What was said to anybody: looking up who somebody is says nothing.</summary>
    private static List<ConnectorCall> Sent(BotApp app, int before) => [.. app.Connector.Calls.Skip(before).Where(call => call.Method != "GET")];

    /// <summary>
    /// Every row of every customer, as it is: none of the samples may change any, whichever they claim to be from. That somebody was met is noted.
    /// </summary>
    private static async Task<IReadOnlyList<string>> CustomersAsync(BotApp app)
    {
        var rows = new List<string>();
        foreach (var key in (string[])["NORD", "FJM", "BJORK", "FADED", "NORRA", "SODRA", "VAST"])
        {
            rows.AddRange((await app.Rows.RangeAsync($"c|{key}", "!", "~", 1000, CancellationToken.None))
                .Where(row => !row.Key.StartsWith("met", StringComparison.Ordinal)).Select(row => $"{key} {row.Key} {row.Tag}"));
        }

        return rows;
    }

    /// <summary>The same, as if it came through the connector of this test.</summary>
    private static JsonObject Here(BotApp app, JsonNode sample)
    {
        sample["serviceUrl"] = app.Connector.ServiceUrl;
        return sample.AsObject();
    }
}
