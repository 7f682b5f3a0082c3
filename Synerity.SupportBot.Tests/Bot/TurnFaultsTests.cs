using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Bot;

/// <summary>The store fails once in the middle of a turn: a refusal of ours asks for the activity again, and then it counts once.</summary>
public sealed class TurnFaultsTests
{
    private readonly MemoryRows _inner = new();
    private Exception? _next;
    private int _passed;

    [Fact]
    public async Task A_message_whose_sender_could_not_be_looked_up_is_asked_for_again()
    {
        await using var bot = Bot();
        _next = new TaskCanceledException("The store took too long.");

        Assert.Equal(503, (await SayAsync(bot)).Status);
        Assert.Equal(200, (await SayAsync(bot)).Status);

        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Whichever_step_of_the_store_fails_a_message_delivered_again_counts_once()
    {
        for (var step = 0; step < 12; step++)
        {
            foreach (var fault in new Exception[] { new TaskCanceledException("too long"), new InvalidOperationException("away") })
            {
                await using var bot = Bot();
                (_next, _passed) = (fault, step);

                var before = await CountAsync();
                await SayAsync(bot, $"a{step}{fault.Message}");
                await SayAsync(bot, $"a{step}{fault.Message}");
                Assert.Equal(before + 1, await CountAsync());
                _next = null;
            }
        }
    }

    [Fact]
    public async Task The_same_message_at_two_instances_at_once_counts_once()
    {
        await using var first = Bot();
        await using var second = Bot();

        for (var i = 1; i <= 50; i++)
        {
            await Task.WhenAll(Task.Run(() => SayAsync(first, $"{i}")), Task.Run(() => SayAsync(second, $"{i}")));
            Assert.Equal(i, await CountAsync());
        }

        Assert.Equal(50, (await _inner.RangeAsync("c|ACME", "o|", "o|~", 1000, default)).Count);
    }

    private async Task<int> CountAsync() => (await _inner.RangeAsync("c|ACME", "count|", "count|~", 1000, default)).Count;

    private static Task<InvokeResponse> SayAsync(ServiceProvider bot, string id = "one") => bot.GetRequiredService<IActivityHandler>().HandleAsync(
        new Activity
        {
            Type = "message", Id = id, Text = "count", ServiceUrl = TestTokens.TeamsUrl, ChannelId = "msteams",
            Timestamp = new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), From = new("29:anna", "Anna", "object-anna"),
            Conversation = new("chat-anna", "personal", "tenant"),
        },
        default);

    private ServiceProvider Bot()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Bot:AppId"] = TestTokens.AppId, ["Bot:Credential"] = "None", ["Bot:AllowedServiceUrls:0"] = "http://127.0.0.1:9",
            ["Bot:OpenIdMetadata"] = "http://127.0.0.1:9/never",
        }).Build());
        services.AddLogging(logging => logging.ClearProviders()).AddSingleton(TimeProvider.System).AddSingleton(Store());
        services.AddProtocol();
        services.AddOutbox();
        services.AddBot();
        services.AddSingleton<ICallers, Everybody>();
        services.AddTextCommand<Count>();
        return services.BuildServiceProvider();
    }

    /// <summary>Fails once, at the step after the next <see cref="_passed"/>, before anything is read or written.</summary>
    private IRows Store()
    {
        var store = new Mock<IRows>(MockBehavior.Strict);
        store.Setup(rows => rows.SingleProcess).Returns(true);
        store.Setup(rows => rows.KeepsLists).Returns(false);
        store.Setup(rows => rows.ReadAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .Returns((string partition, string key, CancellationToken cancellation) => StepAsync(() => _inner.ReadAsync(partition, key, cancellation)));
        store.Setup(rows => rows.CommitAsync(It.IsAny<string>(), It.IsAny<IReadOnlyList<RowWrite>>(), It.IsAny<CancellationToken>()))
            .Returns((string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellation) => StepAsync(async () =>
            {
                await _inner.CommitAsync(partition, batch, cancellation);
                return true;
            }));
        return store.Object;

        Task<T> StepAsync<T>(Func<Task<T>> work)
        {
            if (_next is not { } fault || _passed-- > 0) return work();
            _next = null;
            return Task.FromException<T>(fault);
        }
    }

    private sealed class Everybody : ICallers
    {
        public Task<Caller> WhoAsync(Person person, CancellationToken cancellation) => Task.FromResult<Caller>(new CustomerUser(person, "ACME", false, true));
    }

    /// <summary>Each turn leaves one row of its own.</summary>
    private sealed class Count : ITextCommand
    {
        public static CommandWords Words { get; } = new(["räkna"], ["count"]);

        public static bool IsFor(Caller caller) => true;

        public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => Task.FromResult<Outcome>(Change.To(
            "c|ACME",
            new Decision([new RowWrite.Insert($"count|{Guid.NewGuid():N}", "{}")], [], Reply.Say(new("Räknat.", "Counted.")))));
    }
}
