using System.Threading.Channels;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>Puts a message of this turn into its conversation, and remembers what it was about.</summary>
public sealed class Poster(Courier courier, CardAddresses cards)
{
    public static Recipient RecipientOf(Turn turn) => new(turn.Reader, turn.IsPersonal ? turn.Person : null);

    public Task<CardAddress> PostAsync(Turn turn, Rendered message, CancellationToken cancellation) => PutAsync(turn, null, message, cancellation);

    /// <param name="before">Its messages become these, as far as they go; those that are left over are taken away.</param>
    /// <param name="passing">Gets the places where these stand.</param>
    public async Task PostAsync(Turn turn, IReadOnlyList<Rendered> messages, PassingAnswer? before, PassingAnswer? passing, CancellationToken cancellation)
    {
        var standing = new Queue<CardAddress>(before?.Standing ?? []);
        foreach (var message in messages)
        {
            var at = await PutAsync(turn, standing.TryDequeue(out var old) ? old : null, message, cancellation);
            passing?.Standing.Add(at);
        }

        foreach (var left in standing) await courier.DeleteAsync(left, cancellation);
    }

    /// <summary>For an answer that comes in another way than the one it replaces.</summary>
    public async Task TakeAwayAsync(PassingAnswer? before, CancellationToken cancellation)
    {
        foreach (var old in before?.Standing ?? []) await courier.DeleteAsync(old, cancellation);
    }

    private async Task<CardAddress> PutAsync(Turn turn, CardAddress? old, Rendered message, CancellationToken cancellation)
    {
        var recipient = RecipientOf(turn);
        var at = old is not null && await ChangedAsync(old, message, recipient, cancellation) ? old : await courier.PostAsync(turn.Where, message, recipient, cancellation);
        await cards.RememberAsync(at.Where, at.ActivityId, recipient.Person, message, cancellation);
        return at;
    }

    /// <summary>False: the message is gone.</summary>
    private async Task<bool> ChangedAsync(CardAddress old, Rendered message, Recipient recipient, CancellationToken cancellation)
    {
        try
        {
            await courier.UpdateAsync(old, message, recipient, cancellation);
            return true;
        }
        catch (ConnectorException gone) when (gone.Fault == ConnectorFault.MessageGone)
        {
            return false;
        }
    }
}

/// <summary>Shows an answer while it is made, and what follows it.</summary>
public sealed class LiveReplies(Poster poster, Courier courier, LiveClock clock)
{
    /// <param name="plain">Goes out when nothing comes of it.</param>
    public async Task SendAsync(Turn turn, ILiveAnswer live, IReadOnlyList<Rendered> plain, CancellationToken cancellation)
    {
        var stream = new LiveStream(courier, turn.Where, Poster.RecipientOf(turn), clock.Time);
        switch (await ShowAsync(stream, turn, live, cancellation))
        {
            case LiveEnd.Said said when await stream.FinishAsync(said.Words, cancellation) is { } standing:
                await live.SentAsync(standing.ActivityId, cancellation);
                await poster.PostAsync(turn, said.Then, cancellation);
                break;
            case LiveEnd.Plain when plain.Count > 0 && await stream.ReplaceAsync(plain[0], cancellation) is not null:
                foreach (var message in plain.Skip(1)) await poster.PostAsync(turn, message, cancellation);
                break;
        }
    }

    /// <summary>Null: the reader pressed Stop.</summary>
    private static async Task<LiveEnd?> ShowAsync(LiveStream stream, Turn turn, ILiveAnswer live, CancellationToken cancellation)
    {
        // Words that came while Teams wanted its pause give way to newer ones.
        var words = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var making = MakeAsync(live, words.Writer, stop.Token);
        try
        {
            await foreach (var text in words.Reader.ReadAllAsync(cancellation))
            {
                if (turn.IsPersonal) await stream.ShowAsync(text, cancellation);
                if (stream.IsStopped) return null;
            }

            return await making;
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task)making).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<LiveEnd> MakeAsync(ILiveAnswer live, ChannelWriter<string> words, CancellationToken cancellation)
    {
        try
        {
            return await live.ComposeAsync(text => words.TryWrite(text), cancellation);
        }
        finally
        {
            words.Complete();
        }
    }
}
