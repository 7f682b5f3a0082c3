using System.Text.Json;
using Synerity.SupportBot.Simulator;

namespace Synerity.SupportBot.Tests.Simulator;

public sealed class ConnectorTests
{
    [Fact]
    public async Task A_message_of_the_bot_is_seen_by_its_receiver_alone()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");

        var (status, body) = await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", text = "Hej!" });

        Assert.Equal(201, status);
        var post = Assert.Single(await tryOut.PostsAsync("maria", tryOut.ChatOf("maria")));
        Assert.Equal(body.GetProperty("id").GetString(), post.GetProperty("id").GetString());
        Assert.Equal("Hej!", post.GetProperty("text").GetString());
        var others = await tryOut.Http.GetStringAsync("/sim/api/state?as=johan");
        Assert.DoesNotContain("Hej!", others, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_streamed_message_grows_where_it_stands_and_ends_as_one()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        object Piece(string type, string text, object info) => new { type, text, entities = new[] { info } };

        var (begun, first) = await tryOut.SendAsync(tryOut.ChatOf("maria"), Piece("typing", "Hej", new { type = "streaminfo", streamType = "streaming", streamSequence = 1 }));
        var streamId = first.GetProperty("id").GetString();
        var (more, _) = await tryOut.SendAsync(tryOut.ChatOf("maria"), Piece("typing", "Hej på", new { type = "streaminfo", streamId, streamType = "streaming", streamSequence = 2 }));
        var (ended, _) = await tryOut.SendAsync(tryOut.ChatOf("maria"), Piece("message", "Hej på dig", new { type = "streaminfo", streamId, streamType = "final" }));

        Assert.Equal((201, 202, 202), (begun, more, ended));
        var post = Assert.Single(await tryOut.PostsAsync("maria", tryOut.ChatOf("maria")));
        Assert.Equal((streamId, "Hej på dig"), (post.GetProperty("id").GetString(), post.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Who_has_not_got_the_app_cannot_be_written_to()
    {
        await using var tryOut = await TryOut.StartAsync();

        var sent = await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", text = "Hej!" });
        var created = await CreatePersonalAsync(tryOut, "maria");

        Assert.Equal((403, "BotNotInConversationRoster"), (sent.Status, Code(sent.Body)));
        Assert.Equal((403, "ForbiddenOperationException"), (created.Status, Code(created.Body)));
        Assert.Equal("Bot is not installed in user's personal scope", created.Body.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task The_personal_chat_is_the_same_every_time_and_has_no_activity_id()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");

        var first = await CreatePersonalAsync(tryOut, "maria");
        var second = await CreatePersonalAsync(tryOut, "maria");

        Assert.Equal((201, tryOut.ChatOf("maria")), (first.Status, first.Body.GetProperty("id").GetString()));
        Assert.Equal(first.Body.GetRawText(), second.Body.GetRawText());
        Assert.False(first.Body.TryGetProperty("activityId", out _));
    }

    [Fact]
    public async Task A_chat_with_two_people_or_under_a_foreign_tenant_is_refused()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var maria = TryOut.Person("maria");
        var johan = TryOut.Person("johan");

        var two = await tryOut.ConnectorAsync(HttpMethod.Post, "conversations", new
        {
            isGroup = false, tenantId = maria.Organisation.TenantId, members = new[] { new { id = maria.ObjectId }, new { id = johan.ObjectId } },
        });
        var foreign = await tryOut.ConnectorAsync(HttpMethod.Post, "conversations", new
        {
            isGroup = false, tenantId = johan.Organisation.TenantId, members = new[] { new { id = maria.ObjectId } },
        });

        Assert.Equal((400, "BadSyntax"), (two.Status, Code(two.Body)));
        Assert.Equal((400, "BadArgument"), (foreign.Status, Code(foreign.Body)));
    }

    [Fact]
    public async Task A_thread_is_begun_in_a_channel_and_answered_under_its_own_id()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("anna");

        var (status, thread) = await tryOut.ConnectorAsync(HttpMethod.Post, "conversations", new
        {
            isGroup = true,
            channelData = new { channel = new { id = SampleWorld.Tickets.Id } },
            activity = new { type = "message", text = "NORD-17" },
        });
        var reply = await tryOut.SendAsync(thread.GetProperty("id").GetString()!, new { type = "message", text = "Anna tar det" });

        Assert.Equal((201, 201), (status, reply.Status));
        var root = thread.GetProperty("activityId").GetString();
        Assert.Equal($"{SampleWorld.Tickets.Id};messageid={root}", thread.GetProperty("id").GetString());
        var posts = await tryOut.PostsAsync("kalle", SampleWorld.Tickets.Id);
        Assert.Equal(["NORD-17", "Anna tar det"], posts.Select(post => post.GetProperty("text").GetString()));
        Assert.All(posts, post => Assert.Equal(root, post.GetProperty("root").GetString()));
    }

    [Fact]
    public async Task A_thread_needs_a_first_message_and_a_channel_that_exists()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("anna");

        var silent = await tryOut.ConnectorAsync(HttpMethod.Post, "conversations", new { isGroup = true, channelData = new { channel = new { id = SampleWorld.Tickets.Id } } });
        var nowhere = await tryOut.SendAsync(SampleWorld.Tickets.Id + ";messageid=1", new { type = "message", text = "?" });
        var unknown = await tryOut.SendAsync("19:unknown@thread.tacv2", new { type = "message", text = "?" });

        Assert.Equal((400, "BadSyntax"), (silent.Status, Code(silent.Body)));
        Assert.Equal((404, "ConversationNotFound"), (nowhere.Status, Code(nowhere.Body)));
        Assert.Equal((404, "ConversationNotFound"), (unknown.Status, Code(unknown.Body)));
    }

    [Fact]
    public async Task An_update_replaces_the_message_and_everybodys_own_view_of_it()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var chat = tryOut.ChatOf("maria");
        var id = await SendCardAsync(tryOut, chat, "one");
        tryOut.Bot = _ => Microsoft.AspNetCore.Http.Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.card.adaptive", value = Card("mine") });
        await tryOut.CallAsync("press", new { @as = "maria", place = chat, message = id, action = new { type = "Action.Execute", verb = "look" } });
        var own = Assert.Single(await tryOut.PostsAsync("maria", chat)).GetProperty("cards").GetRawText();

        var (status, _) = await tryOut.ConnectorAsync(HttpMethod.Put, $"conversations/{Uri.EscapeDataString(chat)}/activities/{id}", CardMessage("two"));

        Assert.Equal(200, status);
        Assert.Contains("mine", own, StringComparison.Ordinal);
        var post = Assert.Single(await tryOut.PostsAsync("maria", chat));
        Assert.Contains("two", post.GetProperty("cards").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, post.GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task What_is_gone_can_be_neither_changed_nor_deleted(string verb)
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var path = $"conversations/{Uri.EscapeDataString(tryOut.ChatOf("maria"))}/activities/";
        var (_, sent) = await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", text = "Hej!" });
        var id = sent.GetProperty("id").GetString();

        var deleted = await tryOut.ConnectorAsync(HttpMethod.Delete, path + id);
        var again = await tryOut.ConnectorAsync(new HttpMethod(verb), path + id, verb == "PUT" ? new { type = "message", text = "Hej igen" } : null);

        Assert.Equal(200, deleted.Status);
        Assert.Equal((404, "ActivityNotFoundInConversation"), (again.Status, Code(again.Body)));
        Assert.Empty(await tryOut.PostsAsync("maria", tryOut.ChatOf("maria")));
    }

    [Fact]
    public async Task The_bot_cannot_change_what_a_person_wrote()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");
        var said = await tryOut.CallAsync("say", new { @as = "maria", place = tryOut.ChatOf("maria"), text = "hur går det" });

        var changed = await tryOut.ConnectorAsync(
            HttpMethod.Put, $"conversations/{Uri.EscapeDataString(tryOut.ChatOf("maria"))}/activities/{said.GetProperty("id").GetString()}", new { type = "message", text = "bra" });

        Assert.Equal((404, "ActivityNotFoundInConversation"), (changed.Status, Code(changed.Body)));
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");

        var (status, body) = await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", text = new string('x', Connector.MaxBytes / 2) });

        Assert.Equal((413, "MessageSizeTooBig"), (status, Code(body)));
    }

    [Fact]
    public async Task A_chat_keeps_its_newest_messages()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("maria");

        for (var number = 0; number <= Chats.Most; number++) await tryOut.SendAsync(tryOut.ChatOf("maria"), new { type = "message", text = $"{number}" });

        var posts = await tryOut.PostsAsync("maria", tryOut.ChatOf("maria"));
        Assert.Equal(Chats.Most, posts.Count);
        Assert.Equal("1", posts[0].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Members_are_told_by_either_id_and_strangers_are_not_there()
    {
        await using var tryOut = await TryOut.StartAsync();
        await tryOut.OpenAsync("anna");
        var channel = $"conversations/{Uri.EscapeDataString(SampleWorld.Tickets.Id)}";
        var anna = TryOut.Person("anna");

        var byObjectId = await tryOut.ConnectorAsync(HttpMethod.Get, $"{channel}/members/{anna.ObjectId}");
        var byUserId = await tryOut.ConnectorAsync(HttpMethod.Get, $"{channel}/members/{Uri.EscapeDataString(tryOut.Roster.UserId(anna))}");
        var stranger = await tryOut.ConnectorAsync(HttpMethod.Get, $"{channel}/members/{TryOut.Person("maria").ObjectId}");
        var all = await tryOut.ConnectorAsync(HttpMethod.Get, $"{channel}/pagedmembers?pageSize=200");

        Assert.Equal("Anna Berg", byObjectId.Body.GetProperty("name").GetString());
        Assert.Equal(byObjectId.Body.GetRawText(), byUserId.Body.GetRawText());
        Assert.Equal((404, "MemberNotFoundInConversation"), (stranger.Status, Code(stranger.Body)));
        Assert.Equal(["Anna Berg", "Kalle Holm", "Eva Strand"], all.Body.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_team_tells_its_channels_and_leaves_the_name_of_General_out()
    {
        await using var tryOut = await TryOut.StartAsync();

        var team = await tryOut.ConnectorAsync(HttpMethod.Get, $"teams/{Uri.EscapeDataString(SampleWorld.TeamId)}");
        var channels = await tryOut.ConnectorAsync(HttpMethod.Get, $"teams/{Uri.EscapeDataString(SampleWorld.TeamId)}/conversations");

        Assert.Equal("Synerity Support", team.Body.GetProperty("name").GetString());
        Assert.Equal([null, "Ärenden"], channels.Body.GetProperty("conversations").EnumerateArray().Select(channel => channel.GetProperty("name").GetString()));
    }

    private static async Task<string> SendCardAsync(TryOut tryOut, string chat, string text) =>
        (await tryOut.SendAsync(chat, CardMessage(text))).Body.GetProperty("id").GetString()!;

    private static object CardMessage(string text) =>
        new { type = "message", attachments = new[] { new { contentType = "application/vnd.microsoft.card.adaptive", content = Card(text) } } };

    private static object Card(string text) => new { type = "AdaptiveCard", version = "1.5", body = new[] { new { type = "TextBlock", text } } };

    private static Task<(int Status, JsonElement Body)> CreatePersonalAsync(TryOut tryOut, string key)
    {
        var person = TryOut.Person(key);
        return tryOut.ConnectorAsync(HttpMethod.Post, "conversations", new
        {
            isGroup = false,
            members = new[] { new { id = tryOut.Roster.UserId(person) } },
            tenantId = person.Organisation.TenantId,
        });
    }

    private static string? Code(JsonElement body) => body.GetProperty("error").GetProperty("code").GetString();
}
