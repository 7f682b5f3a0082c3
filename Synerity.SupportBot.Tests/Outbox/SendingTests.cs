using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Tests.Outbox;

public sealed class SendingTests : IAsyncLifetime
{
    private OutboxWorld _world = null!;

    public async Task InitializeAsync() => _world = await OutboxWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task What_is_told_to_one_person_keeps_its_order_while_the_first_waits()
    {
        var (anna, bo) = (await _world.PersonAsync("anna"), await _world.PersonAsync("bo"));
        _world.Connector.Fail(429, "Throttled", retryAfterSeconds: 30, when: call => call.ConversationId == "chat-anna");
        await _world.CommitAsync(Say(anna, "one"), Say(anna, "two"), Say(bo, "three"));

        await _world.DrainAsync();
        Assert.Equal(["POST chat-anna one", "POST chat-bo three"], _world.Told.Order());
        await _world.LaterAsync(29);
        Assert.Equal(2, _world.Told.Count);
        await _world.LaterAsync(1);

        Assert.Equal(["POST chat-anna one", "POST chat-anna one", "POST chat-anna two"], _world.Told.Where(line => line.Contains("anna", StringComparison.Ordinal)));
        Assert.Empty(await _world.WaitingAsync());
    }

    [Fact]
    public async Task What_waits_for_its_hour_does_not_hold_up_what_follows()
    {
        var anna = await _world.PersonAsync("anna");
        await _world.CommitAsync(Say(anna, "in the morning") with { NotBefore = _world.Clock.GetUtcNow().AddHours(8) }, Say(anna, "now"));

        await _world.DrainAsync();
        Assert.Equal(["POST chat-anna now"], _world.Told);
        await _world.LaterAsync(TimeSpan.FromHours(8));

        Assert.Equal(["POST chat-anna now", "POST chat-anna in the morning"], _world.Told);
    }

    [Fact]
    public async Task A_lost_answer_is_repeated_once_after_30_s_and_then_given_up()
    {
        var anna = await _world.PersonAsync("anna");
        _world.Connector.Fail(500, "ServiceError");
        _world.Connector.Fail(500, "ServiceError");
        await _world.CommitAsync(Say(anna, "one"), Say(anna, "two"));

        await _world.DrainAsync();
        await _world.LaterAsync(29);
        Assert.Equal(["POST chat-anna one"], _world.Told);
        await _world.LaterAsync(1);

        Assert.Equal(["POST chat-anna one", "POST chat-anna one", "POST chat-anna two"], _world.Told);
        Assert.Contains("no clear answer", Assert.Single(await _world.DeadAsync()).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task An_outage_of_a_quarter_of_an_hour_loses_nothing_and_keeps_the_order(int status)
    {
        var anna = await _world.PersonAsync("anna");
        for (var i = 0; i < 6; i++) _world.Connector.Fail(status, "Gateway");
        await _world.CommitAsync(Say(anna, "one"), Say(anna, "two"));

        for (var i = 0; i < 60; i++) await _world.LaterAsync(30);

        Assert.Equal(["POST chat-anna one", "POST chat-anna two"], _world.Told.Skip(6));
        Assert.All(_world.Told.Take(6), line => Assert.Equal("POST chat-anna one", line));
        Assert.Empty(await _world.DeadAsync());
    }

    [Fact]
    public async Task A_gateway_that_stays_away_ends_in_a_dead_letter()
    {
        var anna = await _world.PersonAsync("anna");
        for (var i = 0; i < 8; i++) _world.Connector.Fail(503, "Gateway");
        await _world.CommitAsync(Say(anna, "one"));

        for (var i = 0; i < 80; i++) await _world.LaterAsync(30);

        Assert.Equal("no clear answer (503)", Assert.Single(await _world.DeadAsync()).Why);
        Assert.Equal(8, _world.Told.Count);
    }

    [Fact]
    public async Task A_lost_conversation_is_made_again_once_even_after_other_tries()
    {
        var anna = await _world.PersonAsync("anna");
        _world.Connector.Fail(429, "Throttled", retryAfterSeconds: 30);
        _world.Connector.Fail(404, "ConversationNotFound");
        await _world.CommitAsync(Say(anna, "one"));

        await _world.DrainAsync();
        await _world.LaterAsync(30);

        Assert.Equal(["POST chat-anna one", "POST chat-anna one", "POST new", "POST a:29:anna one"], _world.Told);
        Assert.Equal(("a:29:anna", null), await AnnaAsync());
        Assert.Empty(await _world.DeadAsync());
    }

    [Fact]
    public async Task A_conversation_that_stays_lost_ends_in_a_dead_letter()
    {
        var anna = await _world.PersonAsync("anna");
        _world.Connector.Fail(404, "ConversationNotFound");
        _world.Connector.Fail(404, "ConversationNotFound", when: call => call.ConversationId == "a:29:anna");
        await _world.CommitAsync(Say(anna, "one"));

        await _world.DrainAsync();

        Assert.Equal(3, _world.Told.Count);
        Assert.Equal("404 ConversationNotFound", Assert.Single(await _world.DeadAsync()).Why);
        Assert.Equal("ConversationNotFound", (await AnnaAsync()).Blocked);
    }

    [Fact]
    public async Task Somebody_who_blocked_the_bot_is_marked_until_their_next_sign_of_life()
    {
        var anna = await _world.PersonAsync("anna");
        _world.Connector.Fail(403, "ConversationBlockedByUser");
        await _world.CommitAsync(Say(anna, "one"));

        await _world.DrainAsync();
        Assert.Equal(("chat-anna", "ConversationBlockedByUser"), await AnnaAsync());
        Assert.Equal("403 ConversationBlockedByUser", Assert.Single(await _world.DeadAsync()).Why);
        await _world.SeeAsync("anna");

        Assert.Equal(("chat-anna", null), await AnnaAsync());
    }

    [Fact]
    public async Task What_cannot_be_put_into_words_ends_at_once_and_stops_nobody()
    {
        var (anna, bo) = (await _world.PersonAsync("anna"), await _world.PersonAsync("bo"));
        await _world.CommitAsync(new Send(anna, NoteSource.Poison), new Send(anna, NoteSource.Huge), Say(anna, "after it"), Say(bo, "beside it"));

        await _world.DrainAsync();

        Assert.Equal(["POST chat-anna after it", "POST chat-bo beside it"], _world.Told.Order());
        Assert.Equal(2, (await _world.DeadAsync()).Count);
        Assert.All(await _world.DeadAsync(), dead => Assert.Equal("It cannot be put into words: InvalidOperationException.", dead.Why));
    }

    [Fact]
    public async Task What_has_another_way_goes_there_when_the_person_cannot_be_reached()
    {
        var (anna, channel) = (await _world.PersonAsync("anna"), await _world.ChannelAsync());
        _world.Connector.Fail(403, "ConversationBlockedByUser");
        await _world.CommitAsync(Say(anna with { Else = channel }, "one"), Say(anna with { Else = channel }, "two"), Say(anna, "three"));

        await _world.DrainAsync();

        Assert.Equal(["POST chat-anna one", "POST chat-anna three", "POST new", "POST new"], _world.Told.Order());
        Assert.Empty(await _world.DeadAsync());
        Assert.Empty(await _world.WaitingAsync());
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_put_aside_whole_and_stops_nobody()
    {
        var anna = await _world.PersonAsync("anna");
        var key = $"o|{Shards.Name(anna.Shard)}|0000000000000000001|00000000|000";
        await _world.Rows.CommitAsync(OutboxWorld.Partition, [new RowWrite.Upsert(key, """{"effect":{"do":"dance"}}""")], default);
        await _world.CommitAsync(Say(anna, "one"));

        await _world.DrainAsync();

        Assert.Equal(["POST chat-anna one"], _world.Told);
        Assert.Empty(await _world.WaitingAsync());
        Assert.Contains("dance", Assert.Single(await _world.Rows.RangeAsync(OutboxWorld.Partition, "dead|", "dead|~", 10, default)).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_nobody_has_chosen_yet_is_waited_for_without_using_up_tries()
    {
        await _world.CommitAsync(Say(new ToChannel(ToChannel.Tickets), "hello"));
        for (var i = 0; i < 20; i++) await _world.LaterAsync(15);
        Assert.Equal(0, StoredJson.Read<Waiting>(Assert.Single(await _world.WaitingAsync()).Data).Attempts);

        await _world.ChannelAsync();
        await _world.LaterAsync(15);

        Assert.Single(_world.Told);
        Assert.Empty(await _world.WaitingAsync());
    }

    [Fact]
    public async Task What_nobody_needs_to_hear_any_more_is_dropped()
    {
        var anna = await _world.PersonAsync("anna");
        await _world.CommitAsync(new Send(anna, NoteSource.Nothing), new Send(new ToPerson(new PersonRef(OutboxWorld.Tenant, "erased")), NoteSource.Words("x")));

        await _world.DrainAsync();

        Assert.Empty(_world.Told);
        Assert.Empty(await _world.WaitingAsync());
        Assert.Empty(await _world.DeadAsync());
    }

    private static Send Say(Destination to, string words) => new(to, NoteSource.Words(words));

    private async Task<(string? Chat, string? Blocked)> AnnaAsync()
    {
        var anna = (await _world.Get<AddressBook>().FindAsync(OutboxWorld.Tenant, "object-anna", default))!.Value;
        return (anna.ChatId, anna.Blocked);
    }
}
