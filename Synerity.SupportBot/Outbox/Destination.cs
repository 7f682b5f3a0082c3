using System.Text.Json.Serialization;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>Whom a message is for. Where that is, is looked up when it is sent.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "to")]
[JsonDerivedType(typeof(ToPerson), "person")]
[JsonDerivedType(typeof(ToChannel), "channel")]
[JsonDerivedType(typeof(ToPlace), "place")]
public abstract record Destination
{
    /// <summary>The same for all messages that must keep their order; safe in a row key.</summary>
    [JsonIgnore]
    public abstract string Key { get; }

    /// <summary>Which of the <see cref="Shards.Count"/> senders has it.</summary>
    [JsonIgnore]
    public int Shard => Shards.Of(Key);
}

/// <summary>The personal chat with somebody.</summary>
/// <param name="Else">Where a message that must be heard goes when the person cannot be reached; null: it becomes a dead letter.</param>
public sealed record ToPerson(PersonRef Person, ToChannel? Else = null) : Destination
{
    public override string Key => $"p.{RowKey.Hash(Person.TenantId, Person.Id)}";
}

/// <summary>A channel of the provider's, by the name an administrator gave it. With <paramref name="Thread"/> below the card of that subject.</summary>
public sealed record ToChannel(string Name, Content? Thread = null) : Destination
{
    /// <summary>The channel that tickets and leads go to.</summary>
    public const string Tickets = "tickets";

    public override string Key => $"c.{Name}";
}

/// <summary>A conversation somebody spoke in that is not their personal chat.</summary>
public sealed record ToPlace(ConversationReference Where) : Destination
{
    public override string Key => $"h.{RowKey.Hash(Where.ConversationId.Split(';')[0])}";
}

/// <summary>Destinations are spread over a fixed number of senders, so that one conversation always has one of them.</summary>
public static class Shards
{
    /// <summary>Never change it while rows wait: their keys carry the shard.</summary>
    public const int Count = 16;

    public static int Of(string key)
    {
        var hash = 2166136261u;
        foreach (var sign in key) hash = unchecked((hash ^ sign) * 16777619u);
        return (int)(hash % Count);
    }

    public static string Name(int shard) => shard.ToString("00", System.Globalization.CultureInfo.InvariantCulture);
}
