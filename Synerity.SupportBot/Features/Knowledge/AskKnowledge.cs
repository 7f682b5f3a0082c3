using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Knowledge.Model;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Customers get an answer before they get a form: whatever nobody else understood is looked up.</summary>
public sealed class AskKnowledge(Answering answering, Composer composer, QuickMessages quick) : IFreeText, ISelfHelp
{
    public Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation) =>
        turn.IsPersonal && turn.Caller is CustomerUser { HasAgreement: true } or Staff ? AnswerAsync(turn, quick.QuestionOf(turn), cancellation) : Task.FromResult<Outcome?>(null);

    /// <summary>An answer; without one, for a customer, the form with the question in it. The question is then noted for those who write articles.</summary>
    public Task<Outcome?> AnswerAsync(Turn turn, string question, CancellationToken cancellation) => Task.FromResult(Answer(turn, question));

    private Outcome? Answer(Turn turn, string question)
    {
        var foreign = Recognition.Of(question) == Recognised.Other;
        if (!foreign && answering.Find(question, turn.Reader.Tongue) is { } help) return Found(turn, help, question);
        if (turn.Caller is not CustomerUser user) return null;
        RowWrite[] rows = foreign ? [] : [Gaps.Write(Gap.Of(GapReason.Abstained, user, question, turn))];
        return Change.To(PublishedArticles.Partition, new Decision(rows, [], new Reply
        {
            Words = foreign ? KnowledgeTexts.OnlyTwoLanguages : TicketTexts.NoReadyAnswer,
            Living = HandOver.Of(FormStamp.Issue(turn.Now), new HandedOver(question)),
        }));
    }

    /// <summary>The plain answer, and the composed one in its place if something comes of it.</summary>
    private Reply Found(Turn turn, SelfHelp help, string question) =>
        AnswerCard.For(help, question, turn.Reader, turn.Caller is Staff) with { Live = composer.For(turn, help, question), Passing = new(question) };
}
