using System.Collections.Frozen;
using System.Text.Json;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Protocol;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Outbox;

/// <summary>Puts rendered messages on the wire: one call, whose failure is the caller's to judge.</summary>
public sealed class Courier(ConnectorClient connector, Pacing pacing, WireClock wire, IEnumerable<ICardSource> sources)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly FrozenDictionary<string, ICardSource> _sources = sources.ToFrozenDictionary(source => source.Kind, StringComparer.Ordinal);

    /// <summary>Null when there is nothing to say any more.</summary>
    /// <exception cref="UnsayableException">It cannot be put into words, now or ever.</exception>
    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        try
        {
            return await _sources[content.Kind].RenderAsync(content, recipient, cancellation);
        }
        catch (Exception fault) when (!StoreFault.Is(fault))
        {
            throw new UnsayableException(fault);
        }
    }

    /// <summary>Posts a message; below a channel itself it starts a thread. Returns where it stands, without id when the connector gave none.</summary>
    /// <exception cref="ConnectorException">It was not delivered, or nobody knows.</exception>
    /// <exception cref="UnsayableException">The card is too big to be sent.</exception>
    public async Task<CardAddress> PostAsync(ConversationReference where, Rendered message, Recipient recipient, CancellationToken cancellation)
    {
        var activity = ToActivity(message, recipient);
        await PaceAsync(where, cancellation);
        if (where.ConversationType == "channel" && !where.ConversationId.Contains(";messageid=", StringComparison.Ordinal))
        {
            var thread = await connector.CreateThreadAsync(where.ServiceUrl, where.TenantId, where.ConversationId, activity, cancellation);
            return new(where with { ConversationId = thread.ConversationId }, thread.ActivityId ?? "");
        }

        return new(where, await connector.SendAsync(where, activity, cancellation) ?? "");
    }

    /// <summary>Takes a message away; one that is gone already is no fault.</summary>
    public async Task DeleteAsync(CardAddress message, CancellationToken cancellation)
    {
        await PaceAsync(message.Where, cancellation);
        try
        {
            await connector.DeleteAsync(message.Where, message.ActivityId, cancellation);
        }
        catch (ConnectorException gone) when (gone.Fault == ConnectorFault.MessageGone)
        {
            // What was wanted is so.
        }
    }

    /// <summary>Replaces a message.</summary>
    /// <exception cref="ConnectorException">As <see cref="PostAsync"/>; <see cref="ConnectorFault.MessageGone"/> when it was deleted.</exception>
    public async Task UpdateAsync(CardAddress card, Rendered message, Recipient recipient, CancellationToken cancellation)
    {
        var activity = ToActivity(message, recipient);
        await PaceAsync(card.Where, cancellation);
        await connector.UpdateAsync(card.Where, card.ActivityId, activity, cancellation);
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
        Attachments = message.Card is { } card ? [new(OutgoingAttachment.AdaptiveCard, Json(card))] : null,
        ChannelData = message is { Alert: false, Composed: not { AsksFeedback: true } }
            ? null
            : new(message.Alert ? new NotificationSetting(true) : null, message.Composed is { AsksFeedback: true } ? new FeedbackLoop("default") : null),
        Entities = message.Composed is { } composed
            ? [AiContent.Entity(composed.Citations.Select(cited => new CitedSource(cited.Position, cited.Name, cited.Abstract)))]
            : null,
    };

    private static JsonElement Json(AdaptiveCard card)
    {
        try
        {
            return CardJson.ToJson(card);
        }
        catch (InvalidOperationException fault)
        {
            throw new UnsayableException(fault);
        }
    }
}

/// <summary>A message that no retry can make sayable: its card is too big, or its source has a bug. It must not hold up what follows.</summary>
public sealed class UnsayableException(Exception why) : Exception($"It cannot be put into words: {why.GetType().Name}.", why);
