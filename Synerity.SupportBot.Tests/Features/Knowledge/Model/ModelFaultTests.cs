using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Features.Knowledge.Model;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Knowledge.Model;

/// <summary>A model that fails, and one that is not there.</summary>
public sealed class ModelFaultTests
{
    [Theory]
    [InlineData(429, "429")]
    [InlineData(500, "InternalServerError")]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "DeploymentNotFound")]
    [InlineData(400, "content_filter")]
    public async Task A_refusal_gives_the_plain_answer(int status, string code)
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Fail(status, code);

        await app.AskAsync();

        app.IsPlain();
        Assert.Single(app.Model.Requests);
    }

    [Theory]
    [InlineData("malformed")]
    [InlineData("filtered")]
    [InlineData("too long")]
    [InlineData("empty")]
    [InlineData("no stream")]
    public async Task An_answer_that_is_none_gives_the_plain_answer(string how)
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Answer(http => how switch
        {
            "malformed" => FakeModel.EventAsync(http, "{\"choices\":[{"),
            "filtered" => FakeModel.EndAsync(http, "content_filter"),
            "too long" => FakeModel.EndAsync(http, "length"),
            "empty" => FakeModel.EndAsync(http),
            _ => http.Response.WriteAsync("<html>"),
        });

        await app.AskAsync();

        app.IsPlain();
    }

    [Fact]
    public async Task A_model_that_asks_for_time_gets_it()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Fail(429, "429", retryAfter: 20);
        await app.AskAsync();

        await app.AskAsync();
        Assert.Single(app.Model.Requests);

        app.Clock.Advance(TimeSpan.FromSeconds(21));
        app.Model.Say(ModelApp.Answer);
        await app.AskAsync();

        Assert.Equal(2, app.Model.Requests.Count);
        Assert.Equal("Hjälpte det?", app.Bot.LastTo(Cast.Maria).Summary);
    }

    [Fact]
    public async Task A_dead_model_is_left_alone_for_a_while_and_then_tried_again()
    {
        await using var app = await ModelApp.StartAsync();
        for (var i = 0; i < ModelBreaker.Fails; i++)
        {
            app.Model.Fail(500, "InternalServerError");
            await app.AskAsync();
        }

        await app.AskAsync();
        app.IsPlain();
        Assert.Equal(ModelBreaker.Fails, app.Model.Requests.Count);

        app.Clock.Advance(ModelBreaker.Break + TimeSpan.FromSeconds(1));
        app.Model.Say(ModelApp.Answer);
        app.Model.Say(ModelApp.Answer);
        await app.AskAsync();
        await app.AskAsync();

        Assert.Equal(ModelBreaker.Fails + 2, app.Model.Requests.Count);
        Assert.Equal("Hjälpte det?", app.Bot.LastTo(Cast.Maria).Summary);
    }

    [Fact]
    public async Task Tokens_cost_and_outcomes_are_counted()
    {
        await using var app = await ModelApp.StartAsync(new() { ["AzureOpenAI:InputPricePerMillion"] = "2.5", ["AzureOpenAI:OutputPricePerMillion"] = "10" });
        var counted = new ConcurrentBag<string>();
        using var listener = new MeterListener();
        var own = app.Bot.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, on) =>
        {
            if (instrument.Meter is { Name: "Synerity.SupportBot" } meter && meter.Scope == own) on.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, number, tags, _) => counted.Add($"{instrument.Name} {number} {tags[1].Value}"));
        listener.SetMeasurementEventCallback<double>((instrument, number, _, _) => counted.Add(FormattableString.Invariant($"{instrument.Name} {number}")));
        listener.Start();
        app.Model.Say(ModelApp.Answer);

        await app.AskAsync();

        Assert.Equal(
            ["supportbot.model.cost 0.0045", "supportbot.model.outcomes 1 used", "supportbot.model.tokens 1000 input", "supportbot.model.tokens 200 output"],
            counted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task With_nothing_configured_self_help_works_as_ever()
    {
        await using var app = await BotApp.StartAsync();
        await app.InstallAsync(Cast.Maria);

        await app.SayAsync(Cast.Maria, ModelApp.Question);

        Assert.Equal(ModelApp.Plain, app.ChatOf(Cast.Maria)[^2].Words);
    }

    [Theory]
    [InlineData("http://name.openai.azure.com", "answers", "key", null, "AzureOpenAI:Endpoint must be an https address")]
    [InlineData("name.openai.azure.com", "answers", "key", null, "AzureOpenAI:Endpoint must be an https address")]
    [InlineData("https://name.openai.azure.com", null, "key", null, "AzureOpenAI:Deployment is missing")]
    [InlineData(null, "answers", null, null, "AzureOpenAI:Endpoint is missing")]
    [InlineData("http://localhost:1", "answers", null, null, "AzureOpenAI:ApiKey is needed")]
    [InlineData("https://name.openai.azure.com", "answers", null, "2.5", "belong together")]
    [InlineData("https://name.openai.azure.com", "answers", "key", "-1", "belong together")]
    public void A_wrong_setting_is_told_with_its_remedy(string? endpoint, string? deployment, string? key, string? price, string says)
    {
        var options = new AzureOpenAIOptions
        {
            Endpoint = endpoint, Deployment = deployment, ApiKey = key,
            InputPricePerMillion = price is null ? null : decimal.Parse(price, System.Globalization.CultureInfo.InvariantCulture),
        };

        var judged = new AzureOpenAIOptions.Validation().Validate(null, options);

        Assert.Contains(says, judged.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_setting_stops_the_start() =>
        await Assert.ThrowsAsync<OptionsValidationException>(() => BotApp.StartAsync(settings: new() { ["AzureOpenAI:Deployment"] = "answers" }));
}
