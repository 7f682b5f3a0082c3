using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Knowledge.Model;

/// <summary>The whole bot with a model of its own. Maria knows the bot already.</summary>
internal sealed class ModelApp : IAsyncDisposable
{
    public const string Question = "vem har ändrat det här värdet";
    public const string Slug = "activity-log";
    public const string First = "Öppna aktivitetsloggen från tavlan eller raden, så ser du vem som ändrade vad och när. [1]";
    public const string Second = "1. Öppna raden och välj fliken med aktivitetslogg. [1]";
    public const string Third = "2. Filtrera på person, datum eller kolumn så att listan blir kort. [1]";
    public const string Answer = $"{First}\n{Second}\n{Third}";

    /// <summary>The beginning of the article's own answer, which is the plain one.</summary>
    public const string Plain = "Öppna aktivitetsloggen från tavlan eller raden, så ser du vem som ändrade vad och när, och vilket värde som stod där innan.";

    private ModelApp(BotApp bot, FakeModel model, StagedClock clock) => (Bot, Model, Clock) = (bot, model, clock);

    public BotApp Bot { get; }

    public FakeModel Model { get; }

    public StagedClock Clock { get; }

    /// <summary>What Maria has been shown since she asked: pieces and messages, in order.</summary>
    public IReadOnlyList<ConnectorCall> Shown => [.. Bot.Connector.Calls.Skip(Before).Where(call => call.ConversationId == Cast.Maria.ChatId)];

    private int Before { get; set; }

    public static async Task<ModelApp> StartAsync(Dictionary<string, string?>? settings = null)
    {
        var (model, clock) = (await FakeModel.StartAsync(), new StagedClock(LiveStream.Between));
        var bot = await BotApp.StartAsync(live: clock, settings: new(settings ?? [])
        {
            ["AzureOpenAI:Endpoint"] = model.Endpoint,
            ["AzureOpenAI:Deployment"] = "answers",
            ["AzureOpenAI:ApiKey"] = FakeModel.Key,
        });
        var app = new ModelApp(bot, model, clock);
        await bot.InstallAsync(Cast.Maria);
        app.Before = bot.Connector.Calls.Count;
        return app;
    }

    public Task<Answered> AskAsync(string question = Question) => Bot.SayAsync(Cast.Maria, question);

    /// <summary>Asks without waiting for the answer.</summary>
    public Task<Answered> BeginAsync(string question = Question) => Bot.PostAsync(Bot.Teams.Message(Cast.Maria, question));

    /// <summary>Waits until so many calls have shown Maria something.</summary>
    public async Task ShownAsync(int count)
    {
        while (true)
        {
            var calls = Bot.Connector.Calls.Count; // counted before it is looked at, or the one that is waited for may have come
            if (Shown.Count >= count) return;
            await Bot.Connector.CallsAsync(calls + 1);
        }
    }

    public Task<Answered> ThumbAsync(Actor person, string message, string reaction) => Bot.SettledAsync(Bot.Teams.Invoke(
        person, "message/submitAction",
        new() { ["actionName"] = "feedback", ["actionValue"] = new System.Text.Json.Nodes.JsonObject { ["reaction"] = reaction, ["feedback"] = "{\"feedbackText\":\"hemligt\"}" } },
        person.ChatId, message));

    public Task<(int Helped, int Not)> VerdictsAsync() => Bot.Services.GetRequiredService<Verdicts>().OfAsync(Slug, CancellationToken.None);

    public async Task<IReadOnlyList<Gap>> GapsAsync() =>
        await Bot.Services.GetRequiredService<Gaps>().SinceAsync(DateTimeOffset.UnixEpoch, 100, CancellationToken.None);

    /// <summary>The plain answer has gone out, with its steps, and nothing of the model's stands in the chat.</summary>
    public void IsPlain()
    {
        var chat = Bot.ChatOf(Cast.Maria);
        Assert.Equal(Plain, chat[^2].Words);
        Assert.Contains("1. Om det gäller en enda rad", chat[^1].Words, StringComparison.Ordinal);
        Assert.DoesNotContain(chat, message => message.Body.GetRawText().Contains("AIGeneratedContent", StringComparison.Ordinal));
    }

    public static JsonElement? Entity(JsonElement body, string type) => body.TryGetProperty("entities", out var entities)
        ? entities.EnumerateArray().Where(entity => entity.GetProperty("type").ValueEquals(type)).Cast<JsonElement?>().SingleOrDefault()
        : null;

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Model.DisposeAsync();
    }
}
