using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Bot;

/// <summary>Runs a handler and commits what it decided, together with the inbox row and the reply; decides again when somebody was faster.</summary>
public sealed class TurnRunner(Ledger ledger, Inbox inbox)
{
    private const int Tries = 3;

    /// <summary>False when this process has already begun with the message.</summary>
    public bool Begin(string activityId) => inbox.Begin(activityId);

    /// <summary>It failed: a redelivery may try again.</summary>
    public void Forget(string activityId) => inbox.Forget(activityId);

    /// <summary>What the caller is answered. <see cref="Ran.Repeated"/>: the activity had been handled before and changed nothing now.</summary>
    public async Task<Ran> RunAsync(Turn turn, Bound bound, CancellationToken cancellation)
    {
        var home = bound.Partition ?? HomeOf(turn.Caller);
        if (home is not null && await inbox.FindAsync(home, turn.ActivityId, cancellation) is { } before) return new(before.ToReply(), Repeated: true, Stored: true);
        for (var i = 1; ; i++)
        {
            var outcome = await bound.RunAsync(turn, cancellation);
            if (outcome is Reply reply) return new(reply, Repeated: false, Stored: false);
            try
            {
                return await CommitAsync(turn, (Change)outcome, cancellation);
            }
            catch (ConflictException) when (i < Tries)
            {
                if (await inbox.FindAsync(((Change)outcome).Partition, turn.ActivityId, cancellation) is { } other)
                {
                    return new(other.ToReply(), Repeated: true, Stored: true);
                }
            }
        }
    }

    private static string? HomeOf(Caller caller) => caller is CustomerUser user ? $"c|{user.Customer}" : null;

    private async Task<Ran> CommitAsync(Turn turn, Change change, CancellationToken cancellation)
    {
        Reply? said = null;
        Batch Make(long number)
        {
            var decision = change.Decide(number);
            said = decision.Reply;
            return new([Inbox.Write(turn.ActivityId, said), .. decision.Rows, .. Adopted(turn, said)], [.. Replies(turn, said), .. decision.Effects]);
        }

        if (change.Counter is { } counter) await ledger.CommitAsync(change.Partition, counter, Make, cancellation);
        else await ledger.CommitAsync(change.Partition, Make(0), cancellation);
        return new(said!, Repeated: false, Stored: true);
    }

    /// <summary>In a personal chat the pressed card becomes what it led to: a form its ticket, a question its receipt; an orphan is found again.</summary>
    private static Content? ShownInPlace(Turn turn, Reply reply)
    {
        var pressed = turn.Surface == Surface.Execute || (turn.Surface == Surface.Message && turn.Text.Length == 0);
        return pressed && turn is { IsPersonal: true, CardId: not null } ? reply.Living ?? reply.Told : null;
    }

    private static IEnumerable<RowWrite> Adopted(Turn turn, Reply reply) => ShownInPlace(turn, reply) is { } shown
        ? [CardAddresses.Write(shown, turn.Here, new CardAddress(turn.Where, turn.CardId!))]
        : [];

    /// <summary>A reply that is a message goes out with the others, so that a crash cannot lose it. The response of a button shows the new card to
    /// one client at once; the message itself follows. The words of a command's dialog stand in the dialog.</summary>
    private static IEnumerable<Effect> Replies(Turn turn, Reply reply)
    {
        var asMessage = turn.Surface is Surface.Message or Surface.Arrival or Surface.SubmitAction || (turn.Surface is Surface.Execute or Surface.SubmitDialog && turn.IsPersonal);
        if (!asMessage) yield break;
        var shown = ShownInPlace(turn, reply);
        if (reply.Words is { } words && (turn.Surface is not (Surface.Execute or Surface.SubmitAction) || shown is not null)) yield return new Send(turn.Here, Content.Words(words.In(turn.Reader.Tongue)));
        if ((shown ?? reply.Living) is { } living) yield return new Refresh(turn.Here, living);
        if (reply.Told is { } told && told != shown) yield return new Send(turn.Here, told);
    }
}

/// <param name="Stored">True when the reply went into the outbox as far as it is a message.</param>
public sealed record Ran(Reply Reply, bool Repeated, bool Stored);
