using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary><em>Nej, inte löst</em> asks for one line of why: a dialog from the button, a card in the chat when it was written.</summary>
public sealed class ObjectForm(TicketAccess access, TicketViews views) : ICardAction<ObjectForm.Data>
{
    internal static readonly WordsAsked Asked = new(SolutionTexts.WhatIsWrong, SolutionTexts.WhatIsWrongExample, SolutionTexts.WhatIsWrongMissing, OneLine: true);

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.not-solved-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        return await AskAsync(turn, stored.Value, views, cancellation);
    }

    /// <summary>The form, or why there is nothing to object to.</summary>
    internal static async Task<Reply> AskAsync(Turn turn, Ticket ticket, TicketViews views, CancellationToken cancellation)
    {
        if (!CustomerSide.Decides(turn.Caller, ticket)) return Reply.Refuse(SharingTexts.NotYours(ticket.Key));
        var view = await views.OfAsync(ticket, turn.Now, cancellation);
        return ticket.Reject(turn.Person.Ref, "", turn.Now) is Step.No no
            ? Reply.Refuse(WhyNotTexts.Of(no.Why, ticket.Key, view.AssigneeName))
            : Ask(view, FormStamp.Issue(turn.Now), turn, "", error: null);
    }

    internal static Reply Ask(TicketView view, FormStamp stamp, Turn turn, string words, Text? error) =>
        Reply.Ask(For(view, stamp, turn.Reader, words, error, turn.InDialog)) with { Ticket = view.Ticket.Key.ToString() };

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, string words, Text? error, bool inDialog)
    {
        var data = new ObjectToSolution.Data(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day);
        CardAction[] actions = inDialog
            ? [Button.InDialog<ObjectToSolution, ObjectToSolution.Data>(TicketTexts.Send, data, reader.Tongue) with { Style = ActionStyle.Positive }]
            :
            [
                Button.For<ObjectToSolution, ObjectToSolution.Data>(TicketTexts.Send, data, reader.Tongue) with { Style = ActionStyle.Positive },
                Button.Without<CancelForm, CancelForm.Data>(TicketTexts.Cancel, new(), reader.Tongue),
            ];
        return new Dialog(SolutionTexts.WhatIsWrong, WordsForm.For(view, reader, Asked, words, error, actions), "small");
    }
}

/// <summary>It is not solved: whoever solved it has the ball again and reads why.</summary>
public sealed class ObjectToSolution(TicketAccess access, TicketViews views, Forms forms) : ICardAction<ObjectToSolution.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.not-solved";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        if (!CustomerSide.Decides(turn.Caller, stored.Value)) return Reply.Refuse(SharingTexts.NotYours(stored.Value.Key));
        var (key, words, stamp) = (stored.Value.Key, inputs[WordsForm.Words], new FormStamp(data.Nonce, data.Day));
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, turn.Person.Ref, cancellation) is not null) return Reply.Say(WriteToSupport.SentOn(view));
        if (stored.Value.Reject(turn.Person.Ref, words, turn.Now) is Step.No no) return Reply.Refuse(WhyNotTexts.Of(no.Why, key, view.AssigneeName));
        if (!stamp.IsValid(turn.Now)) return ObjectForm.Ask(view, FormStamp.Issue(turn.Now), turn, words, TicketTexts.FormTooOld);
        return WordsForm.Fault(words, ObjectForm.Asked) is { } fault
            ? ObjectForm.Ask(view, stamp, turn, words, fault)
            : Decide(turn, stored, words, [stamp.Use(turn.Person.Ref, key.ToString())]);
    }

    /// <summary>What saying that it is not solved leads to, whichever way the words came.</summary>
    internal static Change Decide(Turn turn, Stored<Ticket> solved, string words, IReadOnlyList<RowWrite> more)
    {
        var done = (Step.Done)solved.Value.Reject(turn.Person.Ref, words, turn.Now);
        var key = done.Ticket.Key;
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(solved, done), .. more],
            [new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)), .. CustomerSide.RequesterHears(done.Ticket, done.Entry), .. LiveCards.Of(done.Ticket)],
            new Reply { Told = TicketNews.ReceiptOf(key, done.Entry) }));
    }
}
