using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Processes;

/// <summary>Teams around a bot process: two customers, their people, the technicians and their channel, and signed activities from each.</summary>
internal sealed class Town : IAsyncDisposable
{
    public const string Channel = "19:desk@thread.tacv2";
    private const string Provider = "5ea3c9f4-71d8-4b26-8f3e-a0c5d7e9b164";

    private readonly HttpClient _http = new();
    private int _activities;

    private Town(FakeIssuer issuer, FakeConnector connector, string folder) => (Issuer, Connector, Folder) = (issuer, connector, folder);

    public FakeIssuer Issuer { get; }

    public FakeConnector Connector { get; }

    public string Folder { get; }

    public static Someone Administrator { get; } = new(Provider, "18873c69-af4e-45db-8391-d495f0e2a7c8", "Eva Admin");

    public static IReadOnlyList<Someone> Technicians { get; } =
    [
        new(Provider, "f6a51a87-8d6c-43b9-817f-b273dec085a6", "Anna Teknik"), new(Provider, "07962b78-9e5d-44ca-9280-c384efd196b7", "Johan Teknik"),
    ];

    public static IReadOnlyList<Someone> Customers { get; } =
    [
        new("1f6a0d3c-52b7-4c8e-9a14-7d3e5b0c8f21", "a1f0c5d2-38b7-4e64-9c1a-6d2e8f7b3051", "Maria Nord"),
        new("1f6a0d3c-52b7-4c8e-9a14-7d3e5b0c8f21", "a1f0c5d2-38b7-4e64-9c1a-6d2e8f7b3052", "Nils Nord"),
        new("2b8e4f17-96d3-4a05-8c62-e1f7a9b4d038", "b2e1d6c3-49a8-4f75-8d2b-7e3f9a8c4162", "Fia Fjäll"),
        new("2b8e4f17-96d3-4a05-8c62-e1f7a9b4d038", "b2e1d6c3-49a8-4f75-8d2b-7e3f9a8c4163", "Frans Fjäll"),
    ];

    /// <summary>Where tickets are committed.</summary>
    public static IReadOnlyList<string> Partitions { get; } = ["c|NORD", "c|FJM"];

    public static async Task<Town> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bot-process-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "customers.json"), $$"""
            [
              { "key": "NORD", "name": "Nordhem", "tier": "SILVER", "tenantIds": ["{{Customers[0].Tenant}}"] },
              { "key": "FJM", "name": "Fjällmat", "tier": "GULD", "tenantIds": ["{{Customers[2].Tenant}}"] }
            ]
            """);
        return new Town(await FakeIssuer.StartAsync(), await FakeConnector.StartAsync(), folder);
    }

    public Dictionary<string, string> Settings(params (string Key, string Value)[] more)
    {
        var settings = new Dictionary<string, string>
        {
            ["Bot:AppId"] = TestTokens.AppId, ["Bot:TenantId"] = Provider, ["Bot:Credential"] = "None", ["Bot:OpenIdMetadata"] = Issuer.Metadata,
            ["Bot:AllowedServiceUrls:0"] = Connector.Origin, ["Storage:Path"] = Path.Combine(Folder, "bot.db"),
            ["Staff:TenantId"] = Provider, ["Staff:Administrators:0"] = Administrator.ObjectId,
            ["Staff:Technicians:0"] = Technicians[0].ObjectId, ["Staff:Technicians:1"] = Technicians[1].ObjectId,
            ["Customers:ImportPath"] = Path.Combine(Folder, "customers.json"),
        };
        foreach (var (key, value) in more) settings[key] = value;
        return settings;
    }

    /// <summary>The administrator makes the channel the one that tickets go to.</summary>
    public JsonObject ChooseChannel() => Activity(Administrator, "message", InChannel(), ("text", "kanal"));

    /// <summary>The form, sent from the personal chat; <paramref name="what"/> is how the ticket is found again.</summary>
    public JsonObject Open(Someone who, string what) => Press(
        who, InChat(who), "tickets.open", new JsonObject { ["nonce"] = Guid.NewGuid().ToString("N"), ["day"] = Today() },
        ("what", what), ("kind", "fault"), ("impact", "canWork"));

    public JsonObject Take(Someone technician, string ticket) =>
        Press(technician, InChannel(), "tickets.take", new JsonObject { ["ticket"] = ticket });

    public JsonObject Answer(Someone technician, string ticket, string words) => Invoke(technician, InChannel(), "task/submit", new JsonObject
    {
        ["data"] = new JsonObject
        {
            ["verb"] = "tickets.answer",
            ["d"] = new JsonObject { ["ticket"] = ticket, ["nonce"] = Guid.NewGuid().ToString("N"), ["day"] = Today() },
            ["words"] = words,
        },
    });

    /// <summary>The status and body; null when the connection broke before there was an answer.</summary>
    public async Task<(int Status, string Body)?> PostAsync(BotProcess bot, JsonObject activity)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot.Address, "/api/messages"))
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Issuer.Tokens.Token(Connector.ServiceUrl));
        try
        {
            using var answer = await _http.SendAsync(request);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Issuer.DisposeAsync();
        await Connector.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static string Today() => TimeProvider.System.GetUtcNow().ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject InChat(Someone who) => new() { ["id"] = who.Chat, ["conversationType"] = "personal", ["tenantId"] = who.Tenant };

    private static JsonObject InChannel() => new()
    {
        ["id"] = $"{Channel};messageid=1", ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = Provider,
    };

    private JsonObject Press(Someone who, JsonObject where, string verb, JsonObject data, params (string Key, string Value)[] inputs)
    {
        var sent = new JsonObject { ["verb"] = verb, ["d"] = data };
        foreach (var (key, value) in inputs) sent[key] = value;
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = sent };
        return Invoke(who, where, "adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" });
    }

    private JsonObject Invoke(Someone who, JsonObject where, string name, JsonObject value)
    {
        var activity = Activity(who, "invoke", where, ("name", name));
        activity["value"] = value;
        activity["replyToId"] = $"card-{activity["id"]}";
        return activity;
    }

    private JsonObject Activity(Someone who, string type, JsonObject where, params (string Key, string Value)[] more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = $"activity-{Interlocked.Increment(ref _activities)}",
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["serviceUrl"] = Connector.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = $"29:{who.ObjectId}", ["name"] = who.Name, ["aadObjectId"] = who.ObjectId },
            ["recipient"] = new JsonObject { ["id"] = $"28:{TestTokens.AppId}" },
            ["conversation"] = where,
            ["locale"] = "sv-SE",
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = who.Tenant } },
        };
        foreach (var (key, value) in more) activity[key] = value;
        return activity;
    }
}

internal sealed record Someone(string Tenant, string ObjectId, string Name)
{
    public string Chat => $"a:chat-{ObjectId}";
}
