using System.Collections.Concurrent;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Bot;

/// <summary>An answer in passing, which the answer to a message seconds later may replace: people press Enter before they have said it all.</summary>
/// <param name="Question">What was asked, to which the next words are added; null for a greeting, to which nothing is.</param>
public sealed record Passing(string? Question);

/// <summary>An answer in passing and where its messages stand, once they have been sent.</summary>
public sealed class PassingAnswer(Passing passing, DateTimeOffset at)
{
    public Passing Passing => passing;

    public DateTimeOffset At => at;

    /// <summary>Written and read by the sender alone, which keeps a conversation's answers in order.</summary>
    public List<CardAddress> Standing { get; } = [];
}

/// <summary>What was answered in each conversation a moment ago, so that messages seconds apart get one answer. In memory, best effort.</summary>
public sealed class QuickMessages
{
    private const int Most = 5000;
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, PassingAnswer> _newest = new(StringComparer.Ordinal);

    /// <summary>The turn's words, after those of a moment ago where those were a question too.</summary>
    public string QuestionOf(Turn turn) => Before(turn) is { Passing.Question: { } before } ? $"{before}\n{turn.Text}" : turn.Text;

    /// <summary>The answer that the one of this turn replaces; null when there is none.</summary>
    public PassingAnswer? Before(Turn turn) =>
        _newest.TryGetValue(turn.Where.ConversationId, out var before) && turn.Now - before.At is var since && since >= TimeSpan.Zero && since < Together ? before : null;

    /// <summary>Notes what this turn was answered; null when it was not in passing.</summary>
    public PassingAnswer? Note(Turn turn, Passing? passing)
    {
        if (passing is null)
        {
            _newest.TryRemove(turn.Where.ConversationId, out _);
            return null;
        }

        if (_newest.Count >= Most) _newest.Clear();
        return _newest[turn.Where.ConversationId] = new PassingAnswer(passing, turn.Now);
    }
}
