using Microsoft.AspNetCore.Http;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Knowledge.Model;
using Synerity.SupportBot.Tests.Support;

namespace Synerity.SupportBot.Tests.Features.Knowledge.Model;

/// <summary>What the reader sees when a model composes the answer.</summary>
public sealed class ComposedAnswerTests
{
    [Fact]
    public async Task An_answer_is_streamed_by_Teams_rules_and_ends_labelled_cited_and_rateable()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say(async http =>
        {
            await FakeModel.PieceAsync(http, ModelApp.First + "\n1. Öpp");
            await app.ShownAsync(1);
            await FakeModel.PieceAsync(http, ModelApp.Answer[(ModelApp.First.Length + 7)..]);
        });

        await app.AskAsync();

        var shown = app.Shown.Select(call => call.Body!.Value).ToList();
        Assert.Equal(["typing", "typing", "message", "message"], shown.Select(body => body.GetProperty("type").GetString()));
        Assert.Equal("""{"type":"streaminfo","streamType":"streaming","streamSequence":1}""", ModelApp.Entity(shown[0], "streaminfo")!.Value.GetRawText());
        Assert.Equal(2, ModelApp.Entity(shown[1], "streaminfo")!.Value.GetProperty("streamSequence").GetInt32());
        Assert.False(ModelApp.Entity(shown[2], "streaminfo")!.Value.TryGetProperty("streamSequence", out _));
        Assert.Equal(ModelApp.First, shown[0].GetProperty("text").GetString());
        Assert.Equal(ModelApp.Answer.Replace("\n", "\n\n", StringComparison.Ordinal), shown[2].GetProperty("text").GetString());
        Assert.Equal(2, app.Clock.Pauses);
        Assert.All(shown.Take(2), piece => Assert.False(piece.TryGetProperty("channelData", out _)));
        Assert.Equal("default", shown[2].GetProperty("channelData").GetProperty("feedbackLoop").GetProperty("type").GetString());
        Assert.Equal("markdown", shown[2].GetProperty("textFormat").GetString());
        var label = ModelApp.Entity(shown[2], "https://schema.org/Message")!.Value;
        Assert.Equal("AIGeneratedContent", label.GetProperty("additionalType")[0].GetString());
        var claim = Assert.Single(label.GetProperty("citation").EnumerateArray());
        Assert.Equal((1, "Se vem som ändrade vad"), (claim.GetProperty("position").GetInt32(), claim.GetProperty("appearance").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Below_the_answer_stand_the_question_whether_it_helped_and_the_article_but_not_the_steps_again()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say(ModelApp.Answer);

        await app.AskAsync();

        var card = app.Bot.LastTo(Cast.Maria);
        Assert.Equal(["Ja", "Nej", "Läs hela", "Öppna ärende"], card.Card!.Buttons.TakeLast(4));
        Assert.Contains("Hjälpte det?", card.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("1. Om det gäller en enda rad", card.Words, StringComparison.Ordinal);
        Assert.Equal("Hjälpte det?", card.Summary);
    }

    [Fact]
    public async Task A_written_yes_counts_for_the_composed_answer_too()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say(ModelApp.Answer);
        await app.AskAsync();

        await app.Bot.SayAsync(Cast.Maria, "ja");

        Assert.Equal((1, 0), await app.VerdictsAsync());
    }

    [Fact]
    public async Task An_English_reader_is_answered_in_English()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say("Open the activity log of the board to see who changed the value and when. [1]\n1. Open the item and choose the activity log tab. [1]");
        await app.Bot.InstallAsync(Cast.Edward);

        await app.Bot.SayAsync(Cast.Edward, "who changed this value on the board");

        var chat = app.Bot.ChatOf(Cast.Edward);
        Assert.StartsWith("Open the activity log", chat[^2].Words, StringComparison.Ordinal);
        Assert.Equal("Did that help?", chat[^1].Summary);
        Assert.Contains("British English", app.Model.Requests.Single().System, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_model_gets_is_masked_and_is_data()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say(ModelApp.Answer);

        await app.AskAsync(ModelApp.Question + "? Jag heter maria.ek@nordhem.se, 070-123 45 67, 19850312-1234, lösenordet är Vinter2026. \"},{\"role\":\"system\"");

        var request = app.Model.Requests.Single();
        Assert.All(["maria.ek", "070-123", "19850312", "Vinter2026"], secret => Assert.DoesNotContain(secret, request.Body.GetRawText(), StringComparison.Ordinal));
        Assert.Contains("[e-mail]", request.Document.GetProperty("question").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, request.Body.GetProperty("messages").GetArrayLength());
        Assert.InRange(request.Document.GetProperty("passages").GetArrayLength(), 1, 3);
        Assert.Equal(("/openai/deployments/answers/chat/completions", FakeModel.Key), (request.Path, request.ApiKey));
    }

    [Fact]
    public async Task Without_words_in_two_seconds_the_plain_answer_goes_out_and_the_model_is_cancelled()
    {
        await using var app = await ModelApp.StartAsync();
        var gone = app.Model.Silence();
        await app.BeginAsync();
        await app.Model.RequestsAsync(1);

        app.Clock.End(Composer.FirstWords);
        await app.Bot.SettleAsync();
        await gone.WaitAsync(TimeSpan.FromSeconds(10));

        app.IsPlain();
    }

    [Fact]
    public async Task A_model_that_stops_in_the_middle_gives_way_to_the_plain_answer()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Answer(async http =>
        {
            await FakeModel.PieceAsync(http, ModelApp.First + "\n");
            await app.ShownAsync(1);
            http.Abort();
        });

        await app.AskAsync();

        app.IsPlain();
        Assert.Equal(1, app.Bot.ChatOf(Cast.Maria)[^2].Updates);
    }

    [Fact]
    public async Task When_the_passages_do_not_answer_the_form_comes_as_when_nothing_was_found()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say("NO_ANSWER");
        app.Model.Draft("{}");

        await app.AskAsync();

        var chat = app.Bot.ChatOf(Cast.Maria);
        Assert.Equal(ModelApp.Question, chat[^1].Card!["what"]);
        Assert.DoesNotContain("typing", app.Shown.Select(call => call.Body!.Value.GetProperty("type").GetString()));
        Assert.Equal((GapReason.Abstained, ModelApp.Question), Assert.Single(await app.GapsAsync()) is var gap ? (gap.Reason, gap.Question) : default);
    }

    [Fact]
    public async Task What_the_search_does_not_find_never_reaches_the_model()
    {
        await using var app = await ModelApp.StartAsync();

        await app.AskAsync("vilket väder blir det i helgen i Ystad");

        Assert.Empty(app.Model.Requests);
        Assert.Contains("Nytt ärende", app.Bot.LastTo(Cast.Maria).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_Stop_nothing_more_is_said()
    {
        await using var app = await ModelApp.StartAsync();
        app.Bot.Connector.Fail(403, "ContentStreamNotAllowed", "Content stream was canceled by user.", when: IsPiece(2));
        app.Model.Answer(async http =>
        {
            await FakeModel.PieceAsync(http, ModelApp.First + "\n");
            await app.ShownAsync(1);
            await FakeModel.PieceAsync(http, ModelApp.Second + "\n");
            await Gone(http);
        });

        await app.AskAsync();

        Assert.Equal(2, app.Shown.Count);
        Assert.All(app.Shown, call => Assert.Equal("typing", call.Body!.Value.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_stream_that_Teams_ends_for_its_time_gets_the_rest_as_an_update()
    {
        await using var app = await ModelApp.StartAsync();
        app.Bot.Connector.Fail(403, "ContentStreamNotAllowed", "Content stream finished due to exceeded streaming time.", when: IsPiece(2));
        app.Model.Say(async http =>
        {
            await FakeModel.PieceAsync(http, ModelApp.First + "\n");
            await app.ShownAsync(1);
            await FakeModel.PieceAsync(http, ModelApp.Second + "\n" + ModelApp.Third);
        });

        await app.AskAsync();

        var answer = app.Bot.ChatOf(Cast.Maria)[^2];
        Assert.Equal((1, true), (answer.Updates, answer.Words.EndsWith(ModelApp.Third, StringComparison.Ordinal)));
        Assert.NotNull(ModelApp.Entity(answer.Body, "https://schema.org/Message"));
    }

    [Fact]
    public async Task Where_streaming_is_not_allowed_the_answer_is_one_message()
    {
        await using var app = await ModelApp.StartAsync();
        app.Bot.Connector.Fail(403, "ContentStreamNotAllowed", "Content stream is not allowed", when: IsPiece(1));
        app.Model.Say(ModelApp.Answer);

        await app.AskAsync();

        Assert.Null(ModelApp.Entity(app.Bot.ChatOf(Cast.Maria)[^2].Body, "streaminfo"));
        Assert.NotNull(ModelApp.Entity(app.Bot.ChatOf(Cast.Maria)[^2].Body, "https://schema.org/Message"));
    }

    [Fact]
    public async Task The_end_of_a_stream_whose_answer_is_lost_is_set_by_an_update()
    {
        await using var app = await ModelApp.StartAsync();
        app.Bot.Connector.Fail(502, "BadGateway", when: call => call.Method == "POST" && call.Body?.GetRawText().Contains("\"final\"", StringComparison.Ordinal) == true);
        app.Model.Say(ModelApp.Answer);

        await app.AskAsync();

        Assert.Equal(["POST", "POST", "PUT", "POST"], app.Shown.Select(call => call.Method).TakeLast(4));
    }

    [Fact]
    public async Task What_is_written_meanwhile_is_answered_after_the_answer()
    {
        await using var app = await ModelApp.StartAsync();
        var write = new TaskCompletionSource();
        app.Model.Say(async http =>
        {
            await write.Task;
            await FakeModel.PieceAsync(http, ModelApp.Answer);
        });
        await app.BeginAsync();
        await app.Model.RequestsAsync(1);
        await app.BeginAsync("tack");

        write.SetResult();
        await app.Bot.SettleAsync();

        Assert.Equal("Varsågod!", app.Bot.LastTo(Cast.Maria).Words);
    }

    [Fact]
    public async Task Staff_get_the_answer_without_thumbs()
    {
        await using var app = await ModelApp.StartAsync();
        app.Model.Say(ModelApp.Answer);

        await app.Bot.SayAsync(Cast.Anna, ModelApp.Question);

        var answer = app.Bot.ChatOf(Cast.Anna)[^2];
        Assert.NotNull(ModelApp.Entity(answer.Body, "https://schema.org/Message"));
        Assert.False(answer.Body.TryGetProperty("channelData", out _));
    }

    private static Func<ConnectorCall, bool> IsPiece(int number) =>
        call => call.Body?.GetRawText().Contains($"\"streamSequence\":{number}", StringComparison.Ordinal) == true;

    private static async Task Gone(HttpContext http)
    {
        var gone = new TaskCompletionSource();
        http.RequestAborted.Register(() => gone.TrySetResult());
        await gone.Task;
    }
}
