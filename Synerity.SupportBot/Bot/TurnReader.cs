using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>Makes a <see cref="Turn"/> of an activity: who, where, when. The same way for every type of activity.</summary>
public sealed class TurnReader(ICallers callers, AddressBook people, TimeProvider clock)
{
    /// <summary>Null when the activity does not say who and where: then nobody may do anything.</summary>
    public async Task<Turn?> ReadAsync(Activity activity, Surface surface, CancellationToken cancellation)
    {
        if (activity is not { TenantId: { } tenant, From: { AadObjectId.Length: > 0 } from, Conversation.Id: { Length: > 0 } conversation }) return null;
        if (activity.ServiceUrl is not { } serviceUrl) return null;
        var type = activity.Conversation.ConversationType ?? (activity.Conversation.IsGroup == true ? "groupChat" : "personal");
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

        return new Turn(
            await callers.WhoAsync(person, cancellation),
            surface,
            IdOf(activity),
            new ConversationReference(serviceUrl, tenant, conversation, type, from.Id),
            clock.GetUtcNow(),
            WordsOf(activity),
            QuotedIn(activity) ?? activity.ReplyToId)
        {
            Team = TeamOf(activity),
        };
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
