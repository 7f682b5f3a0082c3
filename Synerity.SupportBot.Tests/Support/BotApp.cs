using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>
/// The whole bot on a real socket, with Teams' connector and the token authority on sockets of their own and a clock that stands still.
/// What people do goes in through <c>POST /api/messages</c>; what they see is read from what the connector was sent.
/// </summary>
internal sealed class BotApp : IAsyncDisposable
{
    private readonly Host _host;
    private readonly HttpClient _http;
    private readonly TeamsActivities _teams;

    private BotApp(Host host, HttpClient http) =>
        (_host, _http, _teams) = (host, http, new TeamsActivities(host.Connector.ServiceUrl, host.Clock));

    public FakeConnector Connector => _host.Connector;
    public FakeIssuer Issuer => _host.Issuer;
    public FakeTimeProvider Clock => _host.Clock;
    public IServiceProvider Services => _host.Services;
    public IRows Rows => Services.GetRequiredService<IRows>();
    public TeamsActivities Teams => _teams;

    /// <summary>What everybody sees in the provider's channel, threads included.</summary>
    public IReadOnlyList<Message> Channel => In(id => id.Split(';')[0] == Cast.ChannelId);

    /// <param name="stockholm">When it is, in Stockholm; the first is a Friday.</param>
    /// <param name="withChannel">Whether an administrator has chosen the channel that tickets come to.</param>
    /// <param name="live">The clock of what is said live; the machine's own where nothing is.</param>
    public static async Task<BotApp> StartAsync(string stockholm = "2026-11-27 10:09", bool withChannel = true, Dictionary<string, string?>? settings = null, TimeProvider? live = null)
    {
        var host = new Host(await FakeConnector.StartAsync(), await FakeIssuer.StartAsync(), new FakeTimeProvider(InStockholm(stockholm)), settings ?? [], live);
        // The port is a setting: the factory would set it after Program may have started the server already.
        host.UseKestrel();
        host.StartServer();
        var app = new BotApp(host, host.CreateClient());
        if (withChannel) await app.PostAsync(app.Teams.Mention(Cast.Administrator, "kanal"));
        await app.SettleAsync();
        return app;
    }

    public static DateTimeOffset InStockholm(string local)
    {
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm").GetUtcOffset(time));
    }

    public Task<Answered> InstallAsync(Actor person) => SettledAsync(_teams.Installation(person));

    public Task<Answered> SayAsync(Actor person, string text, Message? quoting = null) => SettledAsync(_teams.Message(person, text, quoting));

    /// <summary>Sends pictures (pasted, kept by the connector) or files (uploaded, with an address of their own), with or without words.</summary>
    public Task<Answered> SendAsync(Actor person, string text, params (string Name, string Address)[] files) => SettledAsync(TeamsActivities.WithFiles(_teams.Message(person, text), files));

    /// <summary>What is behind a link of the bot's.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<Answered> MentionAsync(Actor person, string text, string channel = Cast.ChannelId) => SettledAsync(_teams.Mention(person, text, channel));

    /// <summary>Writes to the bot in the thread of a message in the channel.</summary>
    public Task<Answered> MentionBelowAsync(Actor person, Message message, string text) => SettledAsync(_teams.Mention(person, text, thread: message.ConversationId));

    /// <summary>Presses the button with that title as the client does: executes, opens its dialog, submits, or writes for the person.</summary>
    public Task<Answered> PressAsync(Actor person, Message on, string title, params (string Id, string Value)[] typed) =>
        SettledAsync(Press(person, on, title, typed));

    /// <summary>Presses a button of a dialog.</summary>
    public Task<Answered> SubmitAsync(Actor person, Answered dialog, string title, params (string Id, string Value)[] typed) =>
        SettledAsync(Submit(person, dialog, title, typed));

    /// <summary>The activity of a press, not yet posted.</summary>
    public JsonObject Press(Actor person, Message on, string title, params (string Id, string Value)[] typed)
    {
        var button = (on.Card ?? throw new Xunit.Sdk.XunitException($"\"{on.Words}\" is no card.")).Button(title);
        var data = on.Card!.Filled(button, typed);
        if (button.GetProperty("type").GetString() == "Action.Execute")
        {
            var action = new JsonObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = button.GetProperty("verb").GetString(), ["data"] = data };
            return _teams.Invoke(person, "adaptiveCard/action", new JsonObject { ["action"] = action, ["trigger"] = "manual" }, on.ConversationId, on.Id);
        }

        return (string?)data["msteams"]?["type"] switch
        {
            "task/fetch" => _teams.Invoke(person, "task/fetch", new JsonObject { ["data"] = data }, on.ConversationId, on.Id),
            "imBack" => _teams.Message(person, (string)data["msteams"]!["value"]!),
            _ => _teams.Submitted(person, data, on),
        };
    }

    public JsonObject Submit(Actor person, Answered dialog, string title, params (string Id, string Value)[] typed)
    {
        var card = dialog.Card ?? throw new Xunit.Sdk.XunitException($"No dialog was opened: {dialog.Raw}");
        return _teams.Invoke(person, "task/submit", new JsonObject { ["data"] = card.Filled(card.Button(title), typed) }, dialog.Conversation);
    }

    /// <summary>Posts and lets everything that follows happen.</summary>
    public async Task<Answered> SettledAsync(JsonObject activity)
    {
        var answer = await PostAsync(activity);
        await SettleAsync();
        return answer;
    }

    /// <summary>Posts as Teams does. An empty <paramref name="token"/> sends none.</summary>
    public async Task<Answered> PostAsync(JsonObject activity, string? token = null)
    {
        Clock.Advance(TimeSpan.FromMilliseconds(1)); // no two activities come at the same instant
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (token != "") request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Issuer.Tokens.Token((string?)activity["serviceUrl"] ?? ""));
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new Answered((int)response.StatusCode, body.Length == 0 ? null : JsonElement.Parse(body), (string?)activity["conversation"]?["id"] ?? "");
    }

    /// <summary>Returns when everything that is due has been sent.</summary>
    public async Task SettleAsync()
    {
        var (dispatcher, replies) = (Services.GetRequiredService<OutboxDispatcher>(), Services.GetRequiredService<ReplySender>());
        var files = Services.GetRequiredService<FileFetcher>();
        int calls, fetched;
        do
        {
            (calls, fetched) = (Connector.Calls.Count, files.Taken);
            while (!replies.IsIdle || !files.IsIdle) await Task.Yield(); // what is said live may commit, and so do files
            await dispatcher.DrainAsync(CancellationToken.None);
        }
        while (Connector.Calls.Count != calls || files.Taken != fetched || !replies.IsIdle || !files.IsIdle);
    }

    public async Task AdvanceToAsync(string stockholm)
    {
        Clock.SetUtcNow(InStockholm(stockholm));
        await SettleAsync();
    }

    /// <summary>What somebody sees in their chat with the bot, oldest first.</summary>
    public IReadOnlyList<Message> ChatOf(Actor person) => In(id => id == person.ChatId);

    /// <summary>The newest message in somebody's chat.</summary>
    public Message LastTo(Actor person) => ChatOf(person)[^1];

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        await Connector.DisposeAsync();
        await Issuer.DisposeAsync();
        Directory.Delete(_host.Folder, recursive: true);
    }

    private List<Message> In(Func<string, bool> conversation)
    {
        var messages = new List<Message>();
        foreach (var (call, id, place) in Connector.Answered)
        {
            if (!conversation(place) || call.Body is not { } body) continue;
            var at = messages.FindIndex(message => message.Id == id);
            if (at >= 0) messages[at] = messages[at] with { Body = body, Updates = messages[at].Updates + (call.Method == "PUT" ? 1 : 0) };
            else if (call.Method == "POST") messages.Add(new Message(id, place, call.Segments.Count == 0 ? body.GetProperty("activity") : body));
        }

        return messages;
    }

    private sealed class Host(FakeConnector connector, FakeIssuer issuer, FakeTimeProvider clock, Dictionary<string, string?> settings, TimeProvider? live)
        : WebApplicationFactory<Program>
    {
        public FakeConnector Connector => connector;
        public FakeIssuer Issuer => issuer;
        public FakeTimeProvider Clock => clock;
        public string Folder { get; } = Directory.CreateTempSubdirectory("supportbot-").FullName;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            var customers = Path.Combine(Folder, "customers.json");
            File.WriteAllText(customers, Cast.Customers);
            builder.UseEnvironment("Production");
            foreach (var (key, value) in new Dictionary<string, string?>
            {
                ["Bot:AppId"] = TestTokens.AppId,
                ["Bot:TenantId"] = Cast.ProviderTenant,
                ["Bot:Credential"] = "None",
                ["Bot:OpenIdMetadata"] = issuer.Metadata,
                ["Bot:AllowedServiceUrls:0"] = connector.Origin,
                ["Staff:TenantId"] = Cast.ProviderTenant,
                ["Staff:Administrators:0"] = Cast.Administrator.ObjectId,
                ["Staff:Technicians:0"] = Cast.Anna.ObjectId,
                ["Staff:Technicians:1"] = Cast.Kalle.ObjectId,
                ["Storage:Path"] = Path.Combine(Folder, "bot.db"),
                ["Files:Path"] = Path.Combine(Folder, "files"),
                ["Files:AllowedHosts:0"] = new Uri(connector.Origin).Authority,
                ["Customers:ImportPath"] = customers,
            }.Concat(settings))
            {
                builder.UseSetting(key, value);
            }

            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock));
                if (live is not null) services.Replace(ServiceDescriptor.Singleton(new LiveClock(live)));
                services.Replace(ServiceDescriptor.Singleton(new Pacing(new WireClock(new FastClock()))));
            });
        }
    }

    /// <summary>For pacing, which is tested on its own: Teams' limits must not make these tests wait.</summary>
    private sealed class FastClock : TimeProvider
    {
        private readonly DateTimeOffset _start = System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => _start + ((System.GetUtcNow() - _start) * 1000);
    }
}
