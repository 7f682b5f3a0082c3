using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>Makes a <see cref="Turn"/> of an activity: who, where, when. The same way for every type of activity.</summary>
public sealed class TurnReader(ICallers callers, AddressBook people, Membership members, TimeProvider clock)
{
    /// <summary>Null when the activity does not say who and where: then nobody may do anything.</summary>
    public async Task<Turn?> ReadAsync(Activity activity, Surface surface, CancellationToken cancellation)
    {
        if (activity is not { TenantId: { } tenant, From: { AadObjectId.Length: > 0 } from, Conversation.Id: { Length: > 0 } conversation }) return null;
        if (activity.ServiceUrl is not { } serviceUrl) return null;
        var type = TypeOf(activity.Conversation);
        var client = activity.Entities?.FirstOrDefault(entity => entity.Type == "clientInfo");
        var person = await people.SeenAsync(
            new Person(
                new PersonRef(tenant, ""), from.AadObjectId!, from.Name ?? "", Locale: activity.Locale ?? client?.Locale, Zone: client?.Timezone,
                ServiceUrl: serviceUrl, Member: from.Id, ChatId: type == "personal" ? conversation : null, AppVersion: activity.ChannelData?.App?.Version),
            cancellation);
        if (activity is { Type: "installationUpdate", Action: "remove" } && type == "personal")
        {
            person = await people.ChangeAsync(person.Ref, known => known with { Blocked = "removed" }, cancellation) ?? person;
        }

        var where = new ConversationReference(serviceUrl, tenant, conversation, type, from.Id);
        return new Turn(
            await WhoAsync(person, surface.IsComposed() ? OwnChat(person, where) : where, cancellation),
            surface,
            IdOf(activity),
            where,
            clock.GetUtcNow(),
            WordsOf(activity),
            QuotedIn(activity) ?? activity.ReplyToId)
        {
            Team = TeamOf(activity),
            Files = type == "personal" && surface == Surface.Message ? SentFiles.In(activity) : [],
        };
    }

    /// <summary>A chat between two people is called personal too; only the bot's own chats are (platform facts §1.3).</summary>
    private static string TypeOf(ConversationAccount conversation) => conversation.ConversationType switch
    {
        null => conversation.IsGroup == true ? "groupChat" : "personal",
        "personal" when conversation.Id!.StartsWith("19:", StringComparison.Ordinal) => "groupChat",
        { } type => type,
    };

    /// <summary>Where to ask who somebody is who writes where the bot is not.</summary>
    private static ConversationReference OwnChat(Person person, ConversationReference where) =>
        person.ChatId is { } chat ? where with { ConversationId = chat, ConversationType = "personal" } : where;

    /// <summary>Of people in a customer's tenant it matters whether they are guests and which address they have. Strangers and staff are not looked up.</summary>
    private async Task<Caller> WhoAsync(Person person, ConversationReference where, CancellationToken cancellation)
    {
        var caller = await callers.WhoAsync(person, cancellation);
        if (where.ConversationType != "personal" || person.Blocked is not null) return caller;
        if (caller is not (CustomerUser or Stranger { Kind: StrangerKind.SeveralCustomers or StrangerKind.GuestNotAllowed })) return caller;
        var known = await members.KnowAsync(person, where, clock.GetUtcNow(), cancellation);
        return known == person ? caller : await callers.WhoAsync(known, cancellation);
    }

    /// <summary>The row key under which the activity's outcome is kept; the hour lets old ones be deleted as a range.</summary>
    internal static string IdOf(Activity activity) =>
        $"{Inbox.HourPrefix(activity.Timestamp ?? DateTimeOffset.UnixEpoch)}|{RowKey.Hash(activity.Conversation?.Id ?? "", activity.Type, activity.Id ?? "")}";

    /// <summary>What the person wrote: without the bot's name, and without the placeholder that stands for a quoted message.</summary>
    private static string WordsOf(Activity activity)
    {
        var words = Mentions.Strip(activity);
        return Written.Clean(QuotedIn(activity) is { } quoted ? words.Replace($"<quoted messageId=\"{quoted}\"/>", "", StringComparison.Ordinal) : words);
    }

    private static string? QuotedIn(Activity activity) =>
        activity.Entities?.FirstOrDefault(entity => entity.Type == "quotedReply")?.QuotedReply?.MessageId;

    private static Place? TeamOf(Activity activity)
    {
        var data = activity.ChannelData;
        if (data?.Team is null) return null;
        var channel = data.Settings?.SelectedChannel?.Id ?? data.Channel?.Id ?? activity.Conversation?.Id?.Split(';')[0];
        return channel is null ? null : new Place(data.Team.Name, channel, data.Channel?.Name);
    }
}
