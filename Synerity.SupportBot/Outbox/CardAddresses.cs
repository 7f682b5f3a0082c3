using System.Text.Json.Serialization;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>Where a living card stands for a destination.</summary>
public sealed record CardAddress(ConversationReference Where, string ActivityId);

/// <summary>
/// Addresses of living cards, in the partition of their subject; which ticket a message was about and what the bot last asked, with the
/// people of the tenant that reads it.
/// </summary>
public sealed class CardAddresses(IRows rows, TimeProvider clock)
{
    public async Task<CardAddress?> FindAsync(string partition, Content card, Destination to, CancellationToken cancellation) =>
        await rows.ReadAsync(partition, Key(card, to), cancellation) is { } row ? StoredJson.Read<CardAddress>(row.Data) : null;

    /// <summary>The row that says where a card stands from now on: part of the commit that knows it.</summary>
    public static RowWrite Write(Content card, Destination to, CardAddress address) =>
        new RowWrite.Upsert(Key(card, to), StoredJson.Write(address));

    /// <summary>
    /// Remembers which ticket a message belongs to, and for a person what was shown last: a written answer may follow. A card about nothing in
    /// particular ends what the one before asked; a courtesy in words does not.
    /// </summary>
    public async Task RememberAsync(ConversationReference where, string activityId, Person? person, Rendered message, CancellationToken cancellation)
    {
        var writes = new List<RowWrite>();
        if (message.Ticket is { } ticket && activityId.Length > 0) writes.Add(new RowWrite.Upsert(MessageKey(where.ConversationId, activityId), StoredJson.Write(ticket)));
        if (person is not null)
        {
            var focus = new Focus(message.Ticket, message.Asks, clock.GetUtcNow(), message.Listens);
            if (!focus.IsEmpty || (message.Card is not null && await FocusAsync(person.Ref, cancellation) is { IsEmpty: false }))
            {
                writes.Add(new RowWrite.Upsert(FocusKey(person.Ref), StoredJson.Write(focus)));
            }
        }

        if (writes.Count > 0) await rows.CommitAsync(AddressBook.Partition(where.TenantId), writes, cancellation);
    }

    /// <summary>The ticket a message of the bot was about; null when it was about none.</summary>
    public async Task<string?> TicketOfAsync(string tenantId, string conversationId, string activityId, CancellationToken cancellation) =>
        await rows.ReadAsync(AddressBook.Partition(tenantId), MessageKey(conversationId, activityId), cancellation) is { } row
            ? StoredJson.Read<string>(row.Data)
            : null;

    /// <summary>What the bot's last message to somebody was about; null when it was about nothing in particular.</summary>
    public async Task<Focus?> FocusAsync(PersonRef person, CancellationToken cancellation) =>
        await rows.ReadAsync(AddressBook.Partition(person.TenantId), FocusKey(person), cancellation) is { } row
            ? StoredJson.Read<Focus>(row.Data)
            : null;

    private static string Key(Content card, Destination to) => $"a|{card.Kind}|{card.Subject}|{to.Key}";

    private static string MessageKey(string conversationId, string activityId) => $"m|{RowKey.Hash(conversationId, activityId)}";

    private static string FocusKey(PersonRef person) => $"focus|{person.Id}";
}

/// <param name="Ticket">The ticket in hand.</param>
/// <param name="Asks">What a plain yes or no would answer.</param>
/// <param name="Listens">The reader was invited to write to the ticket.</param>
public sealed record Focus(string? Ticket, string? Asks, DateTimeOffset At, bool Listens = false)
{
    [JsonIgnore]
    public bool IsEmpty => Ticket is null && Asks is null;
}
