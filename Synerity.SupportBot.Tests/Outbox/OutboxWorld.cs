using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Outbox;

/// <summary>The outbox alone: rows in memory, a connector on a real socket, clocks that stand still.</summary>
internal sealed class OutboxWorld : IAsyncDisposable
{
    public const string Partition = "c|ACME";
    public const string Tenant = "6f0c2a51-9b7e-4d3a-8a55-0e1f7c94d2b8";

    private readonly ServiceProvider _services;
    private int _commits;

    private OutboxWorld(ServiceProvider services, FakeConnector connector, FakeTimeProvider clock, FakeTimeProvider wire, MemoryRows rows) =>
        (_services, Connector, Clock, Wire, Rows) = (services, connector, clock, wire, rows);

    public FakeConnector Connector { get; }

    public FakeTimeProvider Clock { get; }

    public FakeTimeProvider Wire { get; }

    public MemoryRows Rows { get; }

    public NoteSource Notes => Get<NoteSource>();

    public WokenUp Woken => Get<WokenUp>();

    public static async Task<OutboxWorld> StartAsync(Func<MemoryRows, IRows>? store = null)
    {
        var connector = await FakeConnector.StartAsync();
        var start = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
        var (clock, wire, rows) = (new FakeTimeProvider(start), new FakeTimeProvider(start), new MemoryRows());
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bot:AppId"] = TestTokens.AppId, ["Bot:Credential"] = "None", ["Bot:AllowedServiceUrls:0"] = connector.Origin,
            ["Bot:OpenIdMetadata"] = "http://127.0.0.1:9/never",
        }).Build());
        services.AddLogging(logging => logging.ClearProviders());
        services.AddProtocol();
        services.AddOutbox();
        services.AddSingleton<TimeProvider>(clock).AddSingleton(new WireClock(wire)).AddSingleton(store?.Invoke(rows) ?? rows);
        services.AddSingleton<NoteSource>().AddSingleton<ICardSource>(provider => provider.GetRequiredService<NoteSource>());
        services.AddSingleton<WokenUp>().AddSingleton<IWakeUp>(provider => provider.GetRequiredService<WokenUp>());
        return new OutboxWorld(services.BuildServiceProvider(), connector, clock, wire, rows);
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Somebody who has been seen in their personal chat, <c>chat-NAME</c>.</summary>
    public async Task<ToPerson> PersonAsync(string name) => new((await SeeAsync(name)).Ref);

    public Task<Person> SeeAsync(string name) => Get<AddressBook>().SeenAsync(
        new Person(new PersonRef(Tenant, ""), $"object-{name}", name, ServiceUrl: Connector.ServiceUrl, Member: $"29:{name}", ChatId: $"chat-{name}"), default);

    /// <summary>The technicians' channel, <c>19:desk</c>.</summary>
    public async Task<ToChannel> ChannelAsync()
    {
        await Rows.CommitAsync(
            AddressBook.ChannelPartition,
            [AddressBook.WriteChannel(ToChannel.Tickets, new ConversationReference(Connector.ServiceUrl, Tenant, "19:desk", "channel", null))],
            default);
        return new ToChannel(ToChannel.Tickets);
    }

    public Task CommitAsync(params Effect[] effects) => CommitAsync(Partition, effects);

    public Task CommitAsync(string partition, params Effect[] effects) => Get<Ledger>().CommitAsync(
        partition, new Batch([new RowWrite.Insert($"x|{_commits++}", "{}")], effects), default);

    public Task DrainAsync() => Get<OutboxDispatcher>().DrainAsync(default);

    /// <summary>Both clocks go on, then everything due is carried out.</summary>
    public Task LaterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        Wire.Advance(time);
        return DrainAsync();
    }

    public Task LaterAsync(int seconds) => LaterAsync(TimeSpan.FromSeconds(seconds));

    public Task<IReadOnlyList<Row>> WaitingAsync(string partition = Partition) => Rows.RangeAsync(partition, "o|", "o|~", 1000, default);

    public async Task<IReadOnlyList<DeadLetter>> DeadAsync() =>
        [.. (await Rows.RangeAsync(Partition, "dead|", "dead|~", 1000, default)).Select(row => StoredJson.Read<DeadLetter>(row.Data))];

    /// <summary>What was posted or put, as <c>POST chat-anna one</c>, in order.</summary>
    public IReadOnlyList<string> Told => [.. Connector.Calls.Select(Line)];

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Connector.DisposeAsync();
    }

    private static string Line(ConnectorCall call)
    {
        var text = call.Text ?? (call.Body?.TryGetProperty("summary", out var summary) == true ? summary.GetString() : "");
        return string.Create(CultureInfo.InvariantCulture, $"{call.Method} {call.ConversationId ?? "new"} {text}").TrimEnd();
    }
}

/// <summary>Renders what a test wrote down: words, or a card whose summary is its present state.</summary>
internal sealed class NoteSource : ICardSource
{
    public string Kind => "note";

    /// <summary>The state a card shows when it is rendered.</summary>
    public string State { get; set; } = "";

    public static Content Words(string words) => new("note", "words", words);

    public static Content Card { get; } = new("note", "card");

    public static Content Poison { get; } = new("note", "poison");

    public static Content Huge { get; } = new("note", "huge");

    public static Content Nothing { get; } = new("note", "nothing");

    public Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation) => content.Subject switch
    {
        "poison" => throw new InvalidOperationException("It cannot be put into words."),
        "huge" => Task.FromResult<Rendered?>(new Rendered("huge", new AdaptiveCard([new TextBlock(new string('x', CardJson.MaxBytes))]))),
        "nothing" => Task.FromResult<Rendered?>(null),
        "card" => Task.FromResult<Rendered?>(new Rendered(State, new AdaptiveCard([new TextBlock(State)]), Ticket: "ACME-1")),
        _ => Task.FromResult<Rendered?>(new Rendered(content.Detail!)),
    };
}

/// <summary>Writes down what was woken.</summary>
internal sealed class WokenUp : IWakeUp
{
    public List<string> Subjects { get; } = [];

    public string Kind => "test";

    public Task WakeAsync(string partition, string subject, CancellationToken cancellation)
    {
        if (subject == "poison") throw new InvalidOperationException("It does not wake.");
        Subjects.Add(subject);
        return Task.CompletedTask;
    }
}
