using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>Composes answers from the articles that were found, where a model is configured.</summary>
public sealed class Composer(ModelCalls calls, TicketDrafting drafting, Ledger ledger, LiveClock clock)
{
    /// <summary>Without words by then the plain answer goes out.</summary>
    internal static readonly TimeSpan FirstWords = TimeSpan.FromSeconds(2);

    /// <summary>From the first words to the last; well within what Teams allows a stream.</summary>
    internal static readonly TimeSpan AllWords = TimeSpan.FromSeconds(60);

    /// <summary>Null where no model is configured.</summary>
    public ILiveAnswer? For(Turn turn, SelfHelp help, string question) => calls.IsOn ? new Composing(this, turn, help, question) : null;

    private async Task<LiveEnd> ComposeAsync(Composing what, Action<string> show, CancellationToken cancellation)
    {
        var asked = Asked.Of(what.Question, what.Help);
        using var limit = new CancellationTokenSource(FirstWords, clock.Time);
        var text = new GuardedText(new AnswerGuard([.. asked.Passages.Select(passage => passage.Text)], asked.Tongue), words =>
        {
            limit.CancelAfter(AllWords);
            show(words);
        });
        try
        {
            await calls.RunAsync(new ModelCall(ModelUse.Answer, Prompts.Answer(asked), null, text.Take), limit.Token, cancellation);
        }
        catch (ModelException)
        {
            return new LiveEnd.Plain();
        }

        return await EndAsync(what, asked, text, cancellation);
    }

    private async Task<LiveEnd> EndAsync(Composing what, Asked asked, GuardedText text, CancellationToken cancellation)
    {
        if (text.IsAbstained)
        {
            calls.Ended(ModelUse.Answer, "abstained");
            return await HandOverAsync(what, asked, cancellation);
        }

        text.End();
        calls.Ended(ModelUse.Answer, text.Breach == Breach.None ? "used" : "guarded");
        return text.Breach == Breach.None ? Said(what, asked, text.Words) : new LiveEnd.Plain();
    }

    private static LiveEnd.Said Said(Composing what, Asked asked, string words)
    {
        var cited = asked.Passages.IntersectBy(AnswerGuard.CitedIn(words), passage => passage.Number)
            .Select(passage => new CitedText(passage.Number, passage.Article.Title, passage.Article.Summary));
        var after = AnswerCard.For(what.Help, what.Question, what.Turn.Reader, what.Turn.Caller is Staff, withSteps: false);
        var summary = (what.Turn.Caller is Staff ? KnowledgeTexts.ReadItAll : KnowledgeTexts.DidItHelp).In(what.Help.Tongue);
        return new(
            new Rendered(GuardedText.Escaped(words), Composed: new([.. cited], AsksFeedback: what.Turn.Caller is CustomerUser)),
            new Rendered(summary, after.Card, Asks: after.Asks?.Stored()));
    }

    /// <summary>The same as when the search finds nothing. Staff, who have no form, get the plain answer.</summary>
    private async Task<LiveEnd> HandOverAsync(Composing what, Asked asked, CancellationToken cancellation)
    {
        if (what.Turn is not { Caller: CustomerUser user } turn) return new LiveEnd.Plain();
        var handed = await drafting.FillAsync(new HandedOver(what.Question), asked.Tongue, cancellation);
        await ledger.CommitAsync(
            PublishedArticles.Partition,
            new Batch(
                [Gaps.Write(Gap.Of(GapReason.Abstained, user, what.Question, turn))],
                [
                    new Send(turn.Here, Content.Words(TicketTexts.NoReadyAnswer.In(turn.Reader.Tongue))),
                    new Refresh(turn.Here, HandOver.Of(FormStamp.Issue(turn.Now), handed)),
                ]),
            cancellation);
        return new LiveEnd.Elsewhere();
    }

    private Task RememberAsync(RowWrite said, CancellationToken cancellation) =>
        ledger.CommitAsync(PublishedArticles.Partition, new Batch([said], []), cancellation);

    /// <summary>The answer to one question.</summary>
    private sealed record Composing(Composer Composer, Turn Turn, SelfHelp Help, string Question) : ILiveAnswer
    {
        public Task<LiveEnd> ComposeAsync(Action<string> show, CancellationToken cancellation) => Composer.ComposeAsync(this, show, cancellation);

        /// <summary>Remembered, so that a thumb below it can be counted for the article.</summary>
        public Task SentAsync(string message, CancellationToken cancellation) =>
            Turn.Caller is CustomerUser ? Composer.RememberAsync(SaidAnswers.Write(Turn, message, Help, Question), cancellation) : Task.CompletedTask;
    }
}
