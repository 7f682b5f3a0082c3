using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// What a customer's words on a ticket lead to: to support while it is open, unless they say that it has been solved; on a solved one they say whether it works; on a closed one the
/// person is asked whether it should come back. Words on a ticket that was merged go to the one that goes on.
/// </summary>
public sealed class WordsOnTicket(TicketViews views, AcceptSolution accept, SaySolved solved, TicketStore tickets) : ICardSource
{
    private const string SourceKind = "ask-reopen";

    public string Kind => SourceKind;

    /// <param name="more">Rows of the same commit, such as a form's stamp.</param>
    public async Task<Outcome> DecideAsync(Turn turn, Stored<Ticket> stored, string words, IReadOnlyList<RowWrite> more, CancellationToken cancellation)
    {
        stored = await GoesOnAsync(stored, cancellation);
        var ticket = stored.Value;
        if (ticket is { IsOpen: true, Answered: not null } && SolvedWords.SaysSolved(words)) return await solved.DecideAsync(turn, stored, cancellation);
        if (ticket.IsOpen) return WriteToSupport.Decide(turn, stored, words, more);
        if (!CustomerSide.Decides(turn.Caller, ticket)) return ticket.State == TicketState.Closed ? Reply.Refuse(SharingTexts.NotYours(ticket.Key)) : WriteToSupport.Decide(turn, stored, words, more);
        if (ticket.State == TicketState.Closed) return AskReopen(turn, ticket, words);
        return SolvedWords.Of(words) switch
        {
            SolvedWords.Verdict.Works => await accept.DecideAsync(turn, stored, ticket.SolvedEntry, cancellation),
            SolvedWords.Verdict.Thanks => Reply.Say(SolutionTexts.WelcomeAndWorks(ticket.Key)) with
            {
                Ticket = ticket.Key.ToString(), Asks = SolvedCard.AnswersTo(ticket, turn.Reader.Tongue),
            },
            SolvedWords.Verdict.DoesNotWork => await ObjectForm.AskAsync(turn, ticket, views, cancellation),
            _ => ObjectToSolution.Decide(turn, stored, words, more),
        };
    }

    /// <summary>The ticket that goes on in place of one that was merged, and so on; the same for any other.</summary>
    private async Task<Stored<Ticket>> GoesOnAsync(Stored<Ticket> stored, CancellationToken cancellation)
    {
        while (stored.Value.MergedInto is { } into && await tickets.ReadAsync(into, cancellation) is { } other) stored = other;
        return stored;
    }

    public Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        var draft = content.Detail!.Split('|');
        return Task.FromResult<Rendered?>(For(TicketKey.Parse(content.Subject), new FormStamp(draft[0], draft[1]), recipient.Reader));
    }

    private static Rendered For(TicketKey key, FormStamp draft, Reader reader)
    {
        var yes = Button.For<ReopenAsWritten, ReopenAsWritten.Data>(EndingTexts.YesReopen, new(key.ToString(), draft.Nonce, draft.Day), reader.Tongue);
        var anew = Button.For<AskAnew, AskAnew.Data>(TicketTexts.NewQuestion, new(draft.Nonce, draft.Day), reader.Tongue);
        var question = EndingTexts.AskReopen(key).In(reader.Tongue);
        return new Rendered(
            question,
            new AdaptiveCard([new TextBlock(question)], [yes, anew], reader.Lang()),
            Asks: new YesNo(yes.Data, anew.Data, yes.Title, anew.Title).Stored());
    }

    /// <summary>The words are kept with the forms, not in the buttons.</summary>
    private static Outcome AskReopen(Turn turn, Ticket closed, string words)
    {
        if (closed.Reopen(turn.Person.Ref, words, turn.Now) is Step.No) return ReopenForm.AskAnew(turn, closed.Key, words);
        var draft = FormStamp.Issue(turn.Now);
        return Change.To(closed.Key.Partition, new Decision(
            [draft.Use(turn.Person.Ref, NewTicket.Shortened(words))],
            [],
            new Reply { Told = new Content(SourceKind, closed.Key.ToString(), $"{draft.Nonce}|{draft.Day}") }));
    }
}
