using System.Text.Json.Serialization;

namespace Synerity.SupportBot.Outbox;

/// <summary>
/// What must follow from a commit: a row of the same batch, carried out afterwards by whichever instance has its shard. Each kind is
/// idempotent when it runs twice; <see cref="Send"/> may show a message twice, once for each lost answer of the connector.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(Send), "send")]
[JsonDerivedType(typeof(Refresh), "refresh")]
[JsonDerivedType(typeof(Wake), "wake")]
[JsonDerivedType(typeof(Index), "index")]
public abstract record Effect
{
    /// <summary>Earliest moment it may be carried out; quiet hours set it. Others overtake it meanwhile.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    [JsonIgnore]
    public abstract int Shard { get; }
}

/// <summary>A new message.</summary>
public sealed record Send(Destination To, Content What) : Effect
{
    /// <summary>What looks again at once when the person cannot be reached; only with <see cref="ToPerson.Else"/>.</summary>
    public Wake? IfLost { get; init; }

    public override int Shard => To.Shard;
}

/// <summary>The living card of a subject: updated where it stands, posted where it does not stand yet or any more.</summary>
public sealed record Refresh(Destination To, Content What) : Effect
{
    public override int Shard => To.Shard;
}

/// <summary>A wake-up, not a fact: at <paramref name="At"/> the room behind <paramref name="Kind"/> looks at what is stored by then.</summary>
/// <param name="Kind">Which <see cref="IWakeUp"/> is called; safe in a row key.</param>
/// <param name="Partition">The partition the subject lives in.</param>
/// <param name="Subject">Safe in a row key.</param>
public sealed record Wake(DateTimeOffset At, string Kind, string Partition, string Subject) : Effect
{
    public override int Shard => Shards.Of(Partition);
}

/// <summary>Rows of lists that are read across partitions, for a store that cannot write them with the commit (storage rules, "Reading across customers").</summary>
/// <param name="Of">The partition of the commit: what it says of its rows is written in the order of its commits.</param>
/// <param name="Writes">At most 60 KB as JSON.</param>
public sealed record Index(string Of, IReadOnlyList<IndexRow> Writes) : Effect
{
    public override int Shard => Shards.Of(Of);
}

/// <param name="Data">Null: it is no longer listed.</param>
public sealed record IndexRow(string List, string Key, string? Data);

/// <summary>Looks at a subject when its time has come. May be called more often than asked for.</summary>
public interface IWakeUp
{
    string Kind { get; }

    Task WakeAsync(string partition, string subject, CancellationToken cancellation);
}
