using System.Security.Cryptography;
using System.Text;

namespace Synerity.SupportBot.Simulator;

/// <summary>Where something is said: somebody's chat with the bot, or a channel, or one thread of it.</summary>
/// <param name="Id">The chat or the channel, without a thread.</param>
/// <param name="Thread">Id of the thread's first message.</param>
/// <param name="Owner">The person of a personal chat; null for a channel.</param>
internal sealed record Place(string Id, string? Thread, Person? Owner)
{
    public bool IsChannel => Owner is null;

    public string TenantId => (Owner?.Organisation ?? SampleWorld.Synerity).TenantId;

    public string ConversationId => Thread is null ? Id : $"{Id};messageid={Thread}";

    public bool IsSeenBy(Person person) => Owner is null ? person.IsStaff : Owner == person;
}

/// <summary>The sample people and places under the ids that this bot knows them by: Teams gives every bot its own.</summary>
internal sealed class Roster
{
    private const string ThreadMark = ";messageid=";
    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    public Roster(IConfiguration configuration)
    {
        AppId = configuration["Bot:AppId"] is { Length: > 0 } appId
            ? appId
            : throw new InvalidOperationException("The simulator needs Bot:AppId, any GUID: set it in appsettings.Development.json.");
        foreach (var person in SampleWorld.People)
        {
            _people[UserId(person)] = person;
            _people[person.ObjectId] = person;
            _places[ChatId(person)] = new(ChatId(person), null, person);
        }

        foreach (var channel in SampleWorld.Channels) _places[channel.Id] = new(channel.Id, null, null);
    }

    public string AppId { get; }

    public string BotId => "28:" + AppId;

    public IEnumerable<Place> Places => _places.Values;

    public string UserId(Person person) => "29:1" + Opaque($"user|{AppId}|{person.ObjectId}");

    public string ChatId(Person person) => "a:1" + Opaque($"chat|{AppId}|{person.ObjectId}");

    public Place ChatOf(Person person) => _places[ChatId(person)];

    /// <param name="id">The <c>29:</c> id or the Entra object id.</param>
    public Person? Find(string id) => _people.GetValueOrDefault(id);

    /// <returns>Null when no chat and no channel has this id; whether the thread exists is not looked at.</returns>
    public Place? PlaceOf(string conversationId)
    {
        var mark = conversationId.IndexOf(ThreadMark, StringComparison.Ordinal);
        if (mark < 0) return _places.GetValueOrDefault(conversationId);
        return _places.GetValueOrDefault(conversationId[..mark]) is { IsChannel: true } channel
            ? channel with { Thread = conversationId[(mark + ThreadMark.Length)..] }
            : null;
    }

    private static string Opaque(string source) =>
        Convert.ToBase64String(SHA512.HashData(Encoding.UTF8.GetBytes(source))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
