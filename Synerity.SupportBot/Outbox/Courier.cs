using System.Collections.Frozen;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Outbox;

/// <summary>Puts rendered messages on the wire: one call, whose failure is the caller's to judge.</summary>
public sealed class Courier(ConnectorClient connector, Pacing pacing, WireClock wire, IEnumerable<ICardSource> sources)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly FrozenDictionary<string, ICardSource> _sources = sources.ToFrozenDictionary(source => source.Kind, StringComparer.Ordinal);

    /// <summary>Null when there is nothing to say any more.</summary>
    public Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation) =>
        _sources[content.Kind].RenderAsync(content, recipient, cancellation);

    /// <summary>Posts a message; below a channel itself it starts a thread. Returns where it stands, without id when the connector gave none.</summary>
    /// <exception cref="ConnectorException">It was not delivered, or nobody knows.</exception>
    public async Task<CardAddress> PostAsync(ConversationReference where, Rendered message, Recipient recipient, CancellationToken cancellation)
    {
        await PaceAsync(where, cancellation);
        var activity = ToActivity(message, recipient);
        if (where.ConversationType == "channel" && !where.ConversationId.Contains(";messageid=", StringComparison.Ordinal))
        {
            var thread = await connector.CreateThreadAsync(where.ServiceUrl, where.TenantId, where.ConversationId, activity, cancellation);
            return new(where with { ConversationId = thread.ConversationId }, thread.ActivityId ?? "");
        }

        return new(where, await connector.SendAsync(where, activity, cancellation) ?? "");
    }

    /// <summary>Replaces a message.</summary>
    /// <exception cref="ConnectorException">As <see cref="PostAsync"/>; <see cref="ConnectorFault.MessageGone"/> when it was deleted.</exception>
    public async Task UpdateAsync(CardAddress card, Rendered message, Recipient recipient, CancellationToken cancellation)
    {
        await PaceAsync(card.Where, cancellation);
        await connector.UpdateAsync(card.Where, card.ActivityId, ToActivity(message, recipient), cancellation);
    }

    /// <summary>Shows a piece of a message whose words are still coming. Returns the stream's id for the first, null for the following.</summary>
    /// <param name="stream">Null for the first piece.</param>
    /// <exception cref="ConnectorException">Its code says when the stream itself was refused (platform facts §4.9).</exception>
    public async Task<string?> StreamAsync(ConversationReference where, string? stream, int sequence, string text, CancellationToken cancellation)
    {
        await PaceAsync(where, cancellation);
        var piece = new OutgoingActivity { Type = "typing", Text = text, Entities = [StreamInfo.Piece(stream, sequence)] };
        return await connector.SendAsync(where, piece, cancellation);
    }

    /// <summary>Ends a stream with the message as it stays.</summary>
    /// <exception cref="ConnectorException">As <see cref="StreamAsync"/>.</exception>
    public async Task FinishAsync(ConversationReference where, string stream, Rendered message, Recipient recipient, CancellationToken cancellation)
    {
        await PaceAsync(where, cancellation);
        var activity = ToActivity(message, recipient);
        await connector.SendAsync(where, activity with { Entities = [.. activity.Entities ?? [], StreamInfo.Final(stream)] }, cancellation);
    }

    /// <summary>The personal chat with somebody of whom only the id is known.</summary>
    public async Task<string> ChatWithAsync(Person person, CancellationToken cancellation) =>
        (await connector.CreatePersonalAsync(person.ServiceUrl!, person.Ref.TenantId, person.Member ?? person.ObjectId, cancellation)).ConversationId;

    private async Task PaceAsync(ConversationReference where, CancellationToken cancellation)
    {
        var conversation = where.ConversationId.Split(';')[0];
        while (pacing.Take(conversation) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > Patience) throw new ConnectorException(ConnectorFault.TryAgain, 0, "Paced", wait);
            await Task.Delay(wait, wire.Time, cancellation);
        }
    }

    private static OutgoingActivity ToActivity(Rendered message, Recipient recipient) => new()
    {
        Text = message.Card is null ? message.Summary : null,
        TextFormat = message.Card is not null ? null : message.Composed is null ? "plain" : "markdown",
        Summary = message.Card is null ? null : message.Summary,
        Locale = recipient.Reader.Tongue == Language.Tongue.Swedish ? "sv-SE" : "en-GB",
        Attachments = message.Card is { } card ? [new(OutgoingAttachment.AdaptiveCard, CardJson.ToJson(card))] : null,
        ChannelData = message is { Alert: false, Composed: not { AsksFeedback: true } }
            ? null
            : new(message.Alert ? new NotificationSetting(true) : null, message.Composed is { AsksFeedback: true } ? new FeedbackLoop("default") : null),
        Entities = message.Composed is { } composed
            ? [AiContent.Entity(composed.Citations.Select(cited => new CitedSource(cited.Position, cited.Name, cited.Abstract)))]
            : null,
    };
}
