using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Tests.Outbox;

public sealed class RefreshTests : IAsyncLifetime
{
    private OutboxWorld _world = null!;

    public async Task InitializeAsync() => _world = await OutboxWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_card_is_posted_once_and_then_changed_where_it_stands()
    {
        var anna = await ShownAsync("new");

        await ChangeAsync(anna, "taken");

        Assert.Equal(["POST chat-anna new", "PUT chat-anna taken"], _world.Told);
        Assert.Equal((await AddressAsync(anna))!.ActivityId, _world.Connector.Calls[1].ActivityId);
    }

    [Fact]
    public async Task Many_changes_become_one_update_that_shows_the_newest()
    {
        var anna = await ShownAsync("new");
        for (var i = 0; i < 5; i++) await _world.CommitAsync(new Refresh(anna, NoteSource.Card));

        await ChangeAsync(anna, "newest");

        Assert.Equal(["POST chat-anna new", "PUT chat-anna newest"], _world.Told);
        Assert.Empty(await _world.WaitingAsync());
    }

    [Fact]
    public async Task An_update_without_answer_is_repeated_with_the_newest_state()
    {
        var anna = await ShownAsync("new");
        for (var i = 0; i < 3; i++) _world.Connector.Fail(504, "GatewayTimeout", retryAfterSeconds: 6);

        await ChangeAsync(anna, "taken");
        await _world.LaterAsync(6);
        await _world.LaterAsync(6);
        _world.Notes.State = "answered";
        await _world.LaterAsync(6);

        Assert.Equal(["POST chat-anna new", "PUT chat-anna taken", "PUT chat-anna taken", "PUT chat-anna taken", "PUT chat-anna answered"], _world.Told);
        Assert.Empty(await _world.WaitingAsync());
    }

    [Fact]
    public async Task A_first_post_without_answer_is_repeated_once_and_the_next_change_posts_it_anew()
    {
        _world.Notes.State = "new";
        var anna = await _world.PersonAsync("anna");
        for (var i = 0; i < 2; i++) _world.Connector.Fail(500, "ServiceError");
        await _world.CommitAsync(new Refresh(anna, NoteSource.Card));

        await _world.DrainAsync();
        for (var i = 0; i < 5; i++) await _world.LaterAsync(30);
        Assert.Equal(2, _world.Told.Count);
        await ChangeAsync(anna, "taken");

        Assert.Equal("POST chat-anna taken", _world.Told[^1]);
        Assert.NotNull(await AddressAsync(anna));
    }

    [Fact]
    public async Task A_card_that_nobody_answered_for_is_tried_again_within_the_hour()
    {
        _world.Notes.State = "new";
        var anna = await _world.PersonAsync("anna");
        for (var i = 0; i < 2; i++) _world.Connector.Fail(500, "ServiceError");
        await _world.CommitAsync(new Refresh(anna, NoteSource.Card), new Send(anna, NoteSource.Poison));
        await _world.DrainAsync();
        await _world.LaterAsync(40);
        Assert.Equal(2, (await _world.DeadAsync()).Count);

        await _world.Get<IEnumerable<IUpkeep>>().OfType<RevivedCards>().Single().LookAfterAsync(OutboxWorld.Partition, default);
        await _world.DrainAsync();

        Assert.Equal("POST chat-anna new", _world.Told[^1]);
        Assert.NotNull(await AddressAsync(anna));
        Assert.IsType<Send>(Assert.Single(await _world.DeadAsync()).Waiting!.Effect);
    }

    [Fact]
    public async Task A_card_that_somebody_deleted_is_posted_anew_and_found_there_from_then_on()
    {
        var anna = await ShownAsync("new");
        _world.Connector.Fail(404, "ActivityNotFoundInConversation");

        await ChangeAsync(anna, "taken");
        await ChangeAsync(anna, "answered");

        Assert.Equal(["POST chat-anna new", "PUT chat-anna taken", "POST chat-anna taken", "PUT chat-anna answered"], _world.Told);
        Assert.NotEqual(_world.Connector.Calls[1].ActivityId, _world.Connector.Calls[3].ActivityId);
    }

    [Fact]
    public async Task A_card_in_a_conversation_that_was_lost_is_posted_in_the_new_one()
    {
        var anna = await ShownAsync("new");
        for (var i = 0; i < 2; i++) _world.Connector.Fail(404, "ConversationNotFound", when: call => call.ConversationId == "chat-anna");

        await ChangeAsync(anna, "taken");
        await ChangeAsync(anna, "answered");

        Assert.Equal("POST a:29:anna taken", _world.Told[^2]);
        Assert.Equal("PUT a:29:anna answered", _world.Told[^1]);
        Assert.Empty(await _world.DeadAsync());
    }

    [Fact]
    public async Task In_a_channel_the_first_card_begins_a_thread_and_words_follow_below_it()
    {
        _world.Notes.State = "new";
        var channel = await _world.ChannelAsync();
        await _world.CommitAsync(new Refresh(channel, NoteSource.Card), new Send(channel with { Thread = NoteSource.Card }, NoteSource.Words("below")));

        await _world.DrainAsync();

        Assert.Equal(["POST new", $"POST {(await AddressAsync(channel))!.Where.ConversationId} below"], _world.Told);
        Assert.StartsWith("19:desk;messageid=", (await AddressAsync(channel))!.Where.ConversationId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_known_which_ticket_a_message_was_about_and_what_a_person_has_in_hand()
    {
        var anna = await ShownAsync("new");
        var address = (await AddressAsync(anna))!;
        var cards = _world.Get<CardAddresses>();

        Assert.Equal("ACME-1", await cards.TicketOfAsync(OutboxWorld.Tenant, "chat-anna", address.ActivityId, default));
        Assert.Equal("ACME-1", (await cards.FocusAsync(anna.Person, default))?.Ticket);
        Assert.Null(await cards.TicketOfAsync(OutboxWorld.Tenant, "chat-bo", address.ActivityId, default));
    }

    private Task<CardAddress?> AddressAsync(Destination to) => _world.Get<CardAddresses>().FindAsync(OutboxWorld.Partition, NoteSource.Card, to, default);

    private async Task<ToPerson> ShownAsync(string state)
    {
        var anna = await _world.PersonAsync("anna");
        await ChangeAsync(anna, state);
        return anna;
    }

    private async Task ChangeAsync(Destination to, string state)
    {
        _world.Notes.State = state;
        await _world.CommitAsync(new Refresh(to, NoteSource.Card));
        await _world.DrainAsync();
    }
}
