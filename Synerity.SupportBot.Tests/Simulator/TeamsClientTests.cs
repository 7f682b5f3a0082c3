using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Synerity.SupportBot.Simulator;

namespace Synerity.SupportBot.Tests.Simulator;

/// <summary>What people do on the page reaches the bot as Teams would have posted it.</summary>
public sealed class TeamsClientTests
{
    [Fact]
    public async Task The_first_opening_installs_the_app_and_the_second_does_not()
    {
        await using var tryOut = await TryOut.StartAsync();

        await tryOut.OpenAsync("maria");
        await tryOut.OpenAsync("maria");

        Assert.Equal(["installationUpdate", "conversationUpdate"], tryOut.Received.Select(Type));
        var installation = tryOut.Received.First();
        Assert.Equal("add", installation.GetProperty("action").GetString());
        Assert.Equal("personal", installation.GetProperty("conversation").GetProperty("conversationType").GetString());
        Assert.Equal("1f6a0d3c-52b7-4c8e-9a14-7d3e5b0c8f21", installation.GetProperty("channelData").GetProperty("tenant").GetProperty("id").GetString());
        Assert.Equal("28:" + TryOut.AppId, tryOut.Received.Last().GetProperty("membersAdded")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Staff_bring_the_app_into_the_team_once()
    {
        await using var tryOut = await TryOut.StartAsync();

        await tryOut.OpenAsync("anna");
        await tryOut.OpenAsync("kalle");

        var team = Assert.Single(tryOut.Received, activity =>
            Type(activity) == "installationUpdate" && activity.GetProperty("conversation").GetProperty("conversationType").GetString() == "channel");
        Assert.Equal(SampleWorld.Administrator.ObjectId, team.GetProperty("from").GetProperty("aadObjectId").GetString());
        Assert.Equal(SampleWorld.Tickets.Id, team.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal(SampleWorld.TeamId, team.GetProperty("channelData").GetProperty("team").GetProperty("id").GetString());
        Assert.Equal(SampleWorld.Tickets.Id, team.GetProperty("channelData").GetProperty("settings").GetProperty("selectedChannel").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Installations_are_remembered_in_their_file()
    {
        var path = Path.Combine(Path.GetTempPath(), $"installations-{Guid.NewGuid():N}", "simulator.json");
        await using (var first = await TryOut.StartAsync(("Simulator:InstallationsPath", path))) await first.OpenAsync("maria");

        await using var second = await TryOut.StartAsync(("Simulator:InstallationsPath", path));
        await second.OpenAsync("maria");

        Assert.Empty(second.Received);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task A_message_back_shows_one_text_and_tells_another()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var chat = tryOut.ChatOf("maria");
        var card = (await tryOut.SendAsync(chat, new { type = "message", text = "kort" })).Body.GetProperty("id").GetString();
        var data = new { msteams = new { type = "messageBack", displayText = "Ja, det fungerar", text = "ja", value = new { ticket = "NORD-1" } } };

        await tryOut.CallAsync("press", new { @as = "maria", place = chat, message = card, action = new { type = "Action.Submit", data } });

        var told = tryOut.Received.Last();
        Assert.Equal(("message", "ja", card), (Type(told), told.GetProperty("text").GetString(), told.GetProperty("replyToId").GetString()));
        Assert.Equal("NORD-1", told.GetProperty("value").GetProperty("ticket").GetString());
        Assert.Equal("Ja, det fungerar", (await tryOut.PostsAsync("maria", chat))[^1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_message_back_without_words_to_show_shows_nothing()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var chat = tryOut.ChatOf("maria");
        var card = (await tryOut.SendAsync(chat, new { type = "message", text = "kort" })).Body.GetProperty("id").GetString();

        await tryOut.CallAsync("press", new
        {
            @as = "maria", place = chat, message = card, action = new { type = "Action.Submit", data = new { msteams = new { type = "messageBack", text = "ja" } } },
        });

        Assert.Equal("ja", tryOut.Received.Last().GetProperty("text").GetString());
        Assert.Single(await tryOut.PostsAsync("maria", chat));
    }

    [Fact]
    public async Task A_message_in_a_chat_has_everything_that_Teams_sends()
    {
        await using var tryOut = await TryOut.StartAsync();

        await tryOut.CallAsync("say", new { @as = "james", place = tryOut.ChatOf("james"), text = "Hello" });

        var activity = Assert.Single(tryOut.Received);
        Assert.Equal("message", Type(activity));
        Assert.Equal("Hello", activity.GetProperty("text").GetString());
        Assert.Equal("msteams", activity.GetProperty("channelId").GetString());
        Assert.Equal("en-GB", activity.GetProperty("locale").GetString());
        Assert.Equal(TryOut.Person("james").ObjectId, activity.GetProperty("from").GetProperty("aadObjectId").GetString());
        Assert.StartsWith("29:1", activity.GetProperty("from").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("a:1", activity.GetProperty("conversation").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("Europe/London", activity.GetProperty("entities")[0].GetProperty("timezone").GetString());
        Assert.EndsWith("/sim/connector/", activity.GetProperty("serviceUrl").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_names_the_message_that_is_answered()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var (_, sent) = await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", text = "Anna frågar: vad heter automationen?" });
        var id = sent.GetProperty("id").GetString();

        await tryOut.CallAsync("say", new { @as = "maria", place = tryOut.ChatOf("maria"), text = "Orderbekräftelse", quote = id });

        var activity = tryOut.Received.Last();
        Assert.Equal($"<quoted messageId=\"{id}\"/> Orderbekräftelse", activity.GetProperty("text").GetString());
        var quoted = activity.GetProperty("entities")[0].GetProperty("quotedReply");
        Assert.Equal(id, quoted.GetProperty("messageId").GetString());
        Assert.Equal("Anna frågar: vad heter automationen?", quoted.GetProperty("preview").GetString());
    }

    [Fact]
    public async Task A_post_in_a_channel_begins_a_thread_and_an_answer_continues_it()
    {
        await using var tryOut = await TryOut.StartAsync();

        var root = (await tryOut.CallAsync("say", new { @as = "anna", place = SampleWorld.Tickets.Id, text = "kö" })).GetProperty("id").GetString();
        await tryOut.CallAsync("say", new { @as = "kalle", place = SampleWorld.Tickets.Id, thread = root, text = "jag tar den" });

        Assert.All(tryOut.Received, activity =>
        {
            Assert.Equal($"{SampleWorld.Tickets.Id};messageid={root}", activity.GetProperty("conversation").GetProperty("id").GetString());
            Assert.StartsWith("<at>Synerity Support</at> ", activity.GetProperty("text").GetString(), StringComparison.Ordinal);
            Assert.Equal("28:" + TryOut.AppId, activity.GetProperty("entities")[0].GetProperty("mentioned").GetProperty("id").GetString());
        });
        Assert.Equal(root, tryOut.Received.Last().GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task An_edit_keeps_the_id_of_the_message()
    {
        await using var tryOut = await TryOut.StartAsync();
        var chat = tryOut.ChatOf("maria");
        var id = (await tryOut.CallAsync("say", new { @as = "maria", place = chat, text = "NORD-71" })).GetProperty("id").GetString();

        await tryOut.CallAsync("edit", new { @as = "maria", place = chat, message = id, text = "NORD-17" });

        var activity = tryOut.Received.Last();
        Assert.Equal(("messageUpdate", id, "NORD-17"), (Type(activity), activity.GetProperty("id").GetString(), activity.GetProperty("text").GetString()));
        Assert.Equal("editMessage", activity.GetProperty("channelData").GetProperty("eventType").GetString());
        Assert.True(Assert.Single(await tryOut.PostsAsync("maria", chat)).GetProperty("edited").GetBoolean());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(401)]
    [InlineData(503)]
    public async Task A_message_that_the_bot_did_not_take_is_marked(int status)
    {
        await using var tryOut = await TryOut.StartAsync();
        tryOut.Bot = _ => Results.StatusCode(status);

        var said = await tryOut.CallAsync("say", new { @as = "maria", place = tryOut.ChatOf("maria"), text = "hej" });

        Assert.Equal(status, said.GetProperty("status").GetInt32());
        Assert.Equal("failed", Assert.Single(await tryOut.PostsAsync("maria", tryOut.ChatOf("maria"))).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_button_is_an_invoke_and_its_answer_comes_back()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var (_, card) = await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", summary = "NORD-17" });
        tryOut.Bot = _ => Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = "Sparat" });

        var answer = await tryOut.CallAsync("press", new
        {
            @as = "maria", place = tryOut.ChatOf("maria"), message = card.GetProperty("id").GetString(),
            action = new { type = "Action.Execute", verb = "tickets.withdraw", data = new { ticket = "NORD-17" } },
        });

        var invoke = tryOut.Received.Last();
        Assert.Equal(("invoke", "adaptiveCard/action"), (Type(invoke), invoke.GetProperty("name").GetString()));
        Assert.Equal("manual", invoke.GetProperty("value").GetProperty("trigger").GetString());
        Assert.Equal("tickets.withdraw", invoke.GetProperty("value").GetProperty("action").GetProperty("verb").GetString());
        Assert.Equal(card.GetProperty("id").GetString(), invoke.GetProperty("replyToId").GetString());
        Assert.Equal("Sparat", answer.GetProperty("body").GetProperty("value").GetString());
    }

    [Fact]
    public async Task A_submit_in_a_message_is_a_message_without_text()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var (_, card) = await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", summary = "NORD-17" });

        await tryOut.CallAsync("press", new
        {
            @as = "maria", place = tryOut.ChatOf("maria"), message = card.GetProperty("id").GetString(), action = new { type = "Action.Submit", data = new { verb = "tickets.withdraw" } },
        });

        var message = tryOut.Received.Last();
        Assert.Equal("message", Type(message));
        Assert.False(message.TryGetProperty("text", out _));
        Assert.Equal("tickets.withdraw", message.GetProperty("value").GetProperty("verb").GetString());
    }

    [Fact]
    public async Task A_dialog_is_fetched_and_submitted()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var (_, card) = await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", summary = "NORD-17" });
        var where = new { @as = "maria", place = tryOut.ChatOf("maria"), message = card.GetProperty("id").GetString(), theme = "dark", data = new { verb = "tickets.open" } };

        await tryOut.CallAsync("dialog/open", where);
        var closed = await tryOut.CallAsync("dialog/submit", where);

        Assert.Equal(["task/fetch", "task/submit"], tryOut.Received.TakeLast(2).Select(invoke => invoke.GetProperty("name").GetString()));
        Assert.All(tryOut.Received.TakeLast(2), invoke => Assert.Equal("dark", invoke.GetProperty("value").GetProperty("context").GetProperty("theme").GetString()));
        Assert.Equal(JsonValueKind.Null, closed.GetProperty("body").ValueKind);
    }

    [Fact]
    public async Task A_redelivery_is_the_same_activity_again()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.CallAsync("say", new { @as = "maria", place = tryOut.ChatOf("maria"), text = "hej" });

        await tryOut.CallAsync("redeliver", new { @as = "maria" });

        Assert.Equal(2, tryOut.Received.Count);
        Assert.Equal(tryOut.Received.First().GetRawText(), tryOut.Received.Last().GetRawText());
        Assert.Single(await tryOut.PostsAsync("maria", tryOut.ChatOf("maria")));
    }

    [Fact]
    public async Task Messages_of_a_chat_arrive_one_after_the_other()
    {
        await using var tryOut = await TryOut.StartAsync();
        var inside = 0;
        var most = 0;
        tryOut.Bot = _ =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Thread.Yield();
            Interlocked.Decrement(ref inside);
            return null;
        };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => tryOut.CallAsync("say", new { @as = "maria", place = tryOut.ChatOf("maria"), text = $"{number}" })));

        Assert.Equal((20, 1), (tryOut.Received.Count, most));
    }

    [Fact]
    public async Task Nobody_writes_in_somebody_elses_chat_or_as_a_customer_in_the_team()
    {
        await using var tryOut = await TryOut.StartAsync();

        var statuses = new List<int>();
        foreach (var place in (string[])[tryOut.ChatOf("johan"), SampleWorld.Tickets.Id])
        {
            using var response = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(tryOut.Http, "/sim/api/say", new { @as = "maria", place, text = "hej" });
            statuses.Add((int)response.StatusCode);
        }

        Assert.Equal([404, 404], statuses);
        Assert.Empty(tryOut.Received);
    }

    [Fact]
    public async Task News_arrive_by_themselves()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        using var stream = await tryOut.Http.GetStreamAsync(new Uri("/sim/api/events?as=maria", UriKind.Relative));
        var events = System.Net.ServerSentEvents.SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator();
        await events.MoveNextAsync();
        var first = events.Current.EventType;

        await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "typing" });
        await events.MoveNextAsync();
        var second = events.Current.EventType;
        await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", text = "Hej Maria!" });
        await events.MoveNextAsync();

        Assert.Equal(("ready", "typing", "post"), (first, second, events.Current.EventType));
        Assert.Contains("Hej Maria!", events.Current.Data, StringComparison.Ordinal);
    }

    private static string? Type(JsonElement activity) => activity.GetProperty("type").GetString();
}
