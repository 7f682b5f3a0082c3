using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>One message whose words come bit by bit, by Teams' rules (platform facts §4.9), whichever way they refuse it.</summary>
internal sealed class LiveStream(Courier courier, ConversationReference where, Recipient recipient, TimeProvider clock)
{
    /// <summary>Teams takes a piece a second; a little more keeps clear of it.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1.5);

    /// <summary>Teams allows two minutes in all.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(110);

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private State _state;
    private string? _id;
    private int _sequence;
    private string _shown = "";
    private DateTimeOffset _since;

    private enum State
    {
        Open,

        /// <summary>No streaming here: the whole is one ordinary message.</summary>
        NotAllowed,

        /// <summary>No more pieces: the message stands, and is changed.</summary>
        Ended,

        /// <summary>The reader pressed Stop: nothing more at all.</summary>
        Stopped,
    }

    public bool IsStopped => _state == State.Stopped;

    /// <summary>Shows the words so far, and returns when the next may come.</summary>
    public async Task ShowAsync(string text, CancellationToken cancellation)
    {
        if (_state != State.Open || text.Length <= _shown.Length || !text.StartsWith(_shown, StringComparison.Ordinal)) return;
        if (_id is not null && clock.GetUtcNow() - _since > Longest)
        {
            _state = State.Ended;
            return;
        }

        try
        {
            await ContinueAsync(text, cancellation);
        }
        catch (ConnectorException refusal) when (Judge(refusal))
        {
            // A piece that was lost is in the next one.
        }

        if (_state == State.Open) await Task.Delay(Between, clock, cancellation);
    }

    /// <summary>Ends with the message as it stays. Null: the reader pressed Stop.</summary>
    public async Task<CardAddress?> FinishAsync(Rendered message, CancellationToken cancellation)
    {
        if (_state == State.Open && _id is { } id)
        {
            try
            {
                await courier.FinishAsync(where, id, message, recipient, cancellation);
                _state = State.Ended;
                return new(where, id);
            }
            catch (ConnectorException refusal) when (Judge(refusal))
            {
                if (_state == State.Open) _state = State.Ended;
                if (refusal.RetryAfter is { } wait) await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, cancellation);
            }
        }

        return _state == State.Stopped ? null : await SetAsync(message, cancellation);
    }

    /// <summary>The message in place of what was shown, or alone when nothing was. Null: the reader pressed Stop.</summary>
    public async Task<CardAddress?> ReplaceAsync(Rendered message, CancellationToken cancellation)
    {
        if (_state == State.Open && _id is not null) await FinishAsync(new Rendered(_shown), cancellation);
        return _state == State.Stopped ? null : await SetAsync(message, cancellation);
    }

    private async Task<CardAddress> SetAsync(Rendered message, CancellationToken cancellation)
    {
        if (_id is null || _state == State.NotAllowed) return await courier.PostAsync(where, message, recipient, cancellation);
        var standing = new CardAddress(where, _id);
        await courier.UpdateAsync(standing, message, recipient, cancellation);
        return standing;
    }

    private async Task ContinueAsync(string text, CancellationToken cancellation)
    {
        var id = await courier.StreamAsync(where, _id, _sequence + 1, text, cancellation);
        if (_id is null)
        {
            (_id, _since) = (id, clock.GetUtcNow());
            if (id is null) _state = State.NotAllowed;
        }

        (_sequence, _shown) = (_sequence + 1, text);
    }

    /// <summary>False: the fault is not the stream's, but the conversation's.</summary>
    private bool Judge(ConnectorException refusal)
    {
        if (refusal.Fault == ConnectorFault.Unclear) _sequence++; // it may have arrived
        _state = refusal.Code switch
        {
            "ContentStreamCanceled" => State.Stopped,
            "ContentStreamTimedOut" or "ContentStreamCompleted" or "ContentStreamTooLarge" => State.Ended,
            "ContentStreamNotAllowed" => State.NotAllowed,
            _ when refusal.Fault == ConnectorFault.Unclear && _id is null => State.NotAllowed,
            _ => _state,
        };
        return refusal.Fault is ConnectorFault.TryAgain or ConnectorFault.Unclear || refusal.Code.StartsWith("ContentStream", StringComparison.Ordinal);
    }
}
