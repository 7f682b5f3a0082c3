using System.Text.Json;
using System.Text.Json.Nodes;

namespace Synerity.SupportBot.Simulator;

/// <summary>What somebody does in Teams, and what Teams tells the bot about it.</summary>
internal sealed class TeamsClient(Chats chats, Activities activities, Deliveries deliveries, Installations installations)
{
    /// <summary>
    /// Installs what the person's organisation would have installed: the personal app, and for staff the app in the team, which is an
    /// administrator's doing whoever looks first.
    /// </summary>
    public async Task OpenAsync(Person person, Place chat, Place ticketsChannel, CancellationToken cancellation)
    {
        foreach (var place in person.IsStaff ? (Place[])[chat, ticketsChannel] : [chat])
        {
            if (!installations.Install(place)) continue;
            var by = place.IsChannel ? SampleWorld.Administrator : person;
            foreach (var activity in activities.Installation(by, place)) await deliveries.DeliverAsync(by, place, activity, cancellation);
        }
    }

    /// <summary>A message. In a channel it mentions the bot, without which the bot would not get it.</summary>
    /// <param name="quoted">The message that is answered; personal chats only.</param>
    /// <param name="card">What a message extension inserted. Alone in a channel it mentions nobody, and the bot does not get it.</param>
    public async Task<(Post Post, Delivery Delivery)> SayAsync(
        Person person, Place place, string text, Post? quoted, JsonElement? card, CancellationToken cancellation)
    {
        JsonObject? activity = null;
        var post = chats.Add(place, person, id =>
        {
            var said = place is { IsChannel: true, Thread: null } ? place with { Thread = id } : place;
            activity = activities.Message(person, said, id, text);
            if (text.Length > 0) activity = Worded(activity, text, place, quoted);
            if (card is { } inserted) activity["attachments"] = new JsonArray(Activities.Card(inserted));
            if (place.Thread is not null) activity["replyToId"] = place.Thread;
            return SimulatorJson.ToElement(activity);
        });
        if (!place.IsChannel || text.Length > 0) return (post, await DeliverAsync(person, place, post.Id, activity!, cancellation));
        chats.Change(place, post.Id, old => old with { State = PostState.Sent });
        return (post, new Delivery(200, null));
    }

    /// <returns>Null when the person has no such message.</returns>
    public async Task<Delivery?> EditAsync(Person person, Place place, Post post, string text, CancellationToken cancellation)
    {
        if (post.Author != person) return null;
        var said = place.IsChannel ? place with { Thread = post.Root } : place;
        var activity = Worded(activities.Message(person, said, post.Id, text, "messageUpdate"), text, place, quoted: null);
        activity["channelData"]!["eventType"] = "editMessage";
        chats.Change(place, post.Id, old => old with { Body = SimulatorJson.ToElement(activity), State = PostState.Sending, IsEdited = true, Version = old.Version + 1 });
        return await DeliverAsync(person, place, post.Id, activity, cancellation);
    }

    /// <summary>Action.Submit in a message: what the button says for the person, or else its data.</summary>
    public async Task<Delivery> SubmitAsync(Person person, Place place, string card, JsonElement? data, CancellationToken cancellation) => SpokenSubmit.In(data) switch
    {
        { Value: null, Shown: { } shown, Text: var text } when shown == text => (await SayAsync(person, place, text, quoted: null, card: null, cancellation)).Delivery,
        { } spoken => await SpeakAsync(person, place, card, spoken, cancellation),
        null => await deliveries.DeliverAsync(
            person, place, activities.CardSubmit(person, place, card, data is { } value ? SimulatorJson.ToNode(value) : null), cancellation),
    };

    /// <summary>Action.Execute; a card in the answer becomes this person's view of the message.</summary>
    /// <param name="trigger"><c>manual</c> or <c>automatic</c>.</param>
    public async Task<Delivery> ExecuteAsync(Person person, Place place, string card, JsonElement action, string trigger, CancellationToken cancellation)
    {
        var value = new JsonObject { ["action"] = SimulatorJson.ToNode(action), ["trigger"] = trigger };
        var delivery = await deliveries.DeliverAsync(person, place, activities.Invoke(person, place, "adaptiveCard/action", value, card), cancellation);
        if (delivery is { IsTaken: true, Body: { ValueKind: JsonValueKind.Object } body }
            && body.TryGetProperty("type", out var type) && type.ValueEquals("application/vnd.microsoft.card.adaptive")
            && body.TryGetProperty("value", out var view))
        {
            chats.Change(place, card, post => post with { Views = post.Views.SetItem(person.Key, view) });
        }

        return delivery;
    }

    /// <param name="name"><c>task/fetch</c> or <c>task/submit</c>.</param>
    /// <param name="theme"><c>default</c>, <c>dark</c> or <c>contrast</c>.</param>
    public Task<Delivery> DialogAsync(Person person, Place place, string name, string? card, JsonElement? data, string theme, CancellationToken cancellation)
    {
        var value = new JsonObject
        {
            ["data"] = data is { } given ? SimulatorJson.ToNode(given) : new JsonObject(),
            ["context"] = new JsonObject { ["theme"] = theme },
        };
        return deliveries.DeliverAsync(person, place, activities.Invoke(person, place, name, value, card), cancellation);
    }

    public Task<Delivery?> RepeatAsync(Person person, CancellationToken cancellation) => deliveries.RepeatAsync(person, cancellation);

    /// <summary><c>messageBack</c>: the chat shows one text, the bot gets another.</summary>
    private async Task<Delivery> SpeakAsync(Person person, Place place, string card, SpokenSubmit spoken, CancellationToken cancellation)
    {
        var id = spoken.Shown is { } shown
            ? chats.Add(place, person, id => SimulatorJson.ToElement(activities.Message(person, place, id, shown))).Id
            : Activities.EventId();
        var activity = activities.Message(person, place, id, spoken.Text);
        activity["replyToId"] = card;
        if (spoken.Value is { } value) activity["value"] = SimulatorJson.ToNode(value);
        return await DeliverAsync(person, place, id, activity, cancellation);
    }

    private async Task<Delivery> DeliverAsync(Person person, Place place, string id, JsonObject activity, CancellationToken cancellation)
    {
        var delivery = await deliveries.DeliverAsync(person, place, activity, cancellation);
        chats.Change(place, id, post => post with { State = delivery.IsTaken ? PostState.Sent : PostState.Failed });
        return delivery;
    }

    private JsonObject Worded(JsonObject activity, string text, Place place, Post? quoted)
    {
        var entities = activity["entities"]!.AsArray();
        if (place.IsChannel)
        {
            const string mention = $"<at>{SampleWorld.BotName}</at>";
            activity["text"] = $"{mention} {text}";
            entities.Insert(0, new JsonObject { ["type"] = "mention", ["text"] = mention, ["mentioned"] = activities.Bot() });
        }
        else if (quoted is not null)
        {
            activity["text"] = $"<quoted messageId=\"{quoted.Id}\"/> {text}";
            entities.Insert(0, new JsonObject { ["type"] = "quotedReply", ["quotedReply"] = activities.Quoted(quoted) });
        }

        return activity;
    }
}
