using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary><em>Öppna igen</em> asks what is happening now. Later than two weeks it is the form of a new ticket that refers to this one.</summary>
public sealed class ReopenForm(TicketAccess access, TicketViews views) : ICardAction<ReopenForm.Data>
{
    internal static readonly WordsAsked Asked = new(EndingTexts.WhatNow, EndingTexts.WhatNowExample, TicketTexts.WhatMissing);

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.reopen-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        return await AskAsync(turn, stored.Value, "", views, cancellation);
    }

    /// <summary>The form with the words in it, or why it is not for this ticket.</summary>
    internal static async Task<Reply> AskAsync(Turn turn, Ticket ticket, string words, TicketViews views, CancellationToken cancellation)
    {
        if (!CustomerSide.Decides(turn.Caller, ticket)) return Reply.Refuse(SharingTexts.NotYours(ticket.Key), TicketCard.Of(ticket.Key));
        var view = await views.OfAsync(ticket, turn.Now, cancellation);
        return ticket.Reopen(turn.Person.Ref, words, turn.Now) switch
        {
            Step.No { Why: Refusal.ClosedLongAgo } => AskAnew(turn, ticket.Key, words),
            Step.No no => Reply.Refuse(WhyNotTexts.Of(no.Why, ticket.Key, view.AssigneeName), TicketCard.Of(ticket.Key)),
            _ => Ask(view, FormStamp.Issue(turn.Now), turn, words, error: null),
        };
    }

    internal static Reply Ask(TicketView view, FormStamp stamp, Turn turn, string words, Text? error) =>
        Reply.Ask(For(view, stamp, turn.Reader, words, error, turn.InDialog));

    /// <summary>A new ticket that refers to the old one, for whoever may open tickets.</summary>
    internal static Reply AskAnew(Turn turn, TicketKey old, string words) => turn.Caller is CustomerUser { HasAgreement: true }
        ? Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), new TicketDraft(NewTicket.Shortened(words), Refers: old.ToString()), turn, EndingTexts.ClosedLongAgo(old)))
        : Reply.Refuse(NewTicket.WhyNot(turn.Caller));

    internal static Dialog For(TicketView view, FormStamp stamp, Reader reader, string words, Text? error, bool inDialog)
    {
        var data = new ReopenTicket.Data(view.Ticket.Key.ToString(), stamp.Nonce, stamp.Day);
        CardAction[] actions = inDialog
            ? [Button.InDialog<ReopenTicket, ReopenTicket.Data>(EndingTexts.Reopen, data, reader.Tongue) with { Style = ActionStyle.Positive }]
            :
            [
                Button.For<ReopenTicket, ReopenTicket.Data>(EndingTexts.Reopen, data, reader.Tongue) with { Style = ActionStyle.Positive },
                Button.Without<CancelForm, CancelForm.Data>(TicketTexts.Cancel, new(), reader.Tongue),
            ];
        return new Dialog(EndingTexts.Reopen, WordsForm.For(view, reader, Asked, words, error, actions));
    }
}

/// <summary>A closed ticket comes back to whoever had it. No new clock starts (sla rule 4).</summary>
public sealed class ReopenTicket(TicketAccess access, TicketViews views, Forms forms) : ICardAction<ReopenTicket.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.reopen";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        var (key, words, stamp) = (stored.Value.Key, inputs[WordsForm.Words], new FormStamp(data.Nonce, data.Day));
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        if (await forms.OutcomeOfAsync(key.Partition, stamp, turn.Person.Ref, cancellation) is not null) return Reply.Say(WriteToSupport.SentOn(view));
        if (!CustomerSide.Decides(turn.Caller, stored.Value) || stored.Value.Reopen(turn.Person.Ref, words, turn.Now) is Step.No) return await ReopenForm.AskAsync(turn, stored.Value, words, views, cancellation);
        if (!stamp.IsValid(turn.Now)) return ReopenForm.Ask(view, FormStamp.Issue(turn.Now), turn, words, TicketTexts.FormTooOld);
        return WordsForm.Fault(words, ReopenForm.Asked) is { } fault
            ? ReopenForm.Ask(view, stamp, turn, words, fault)
            : Decide(turn, stored, words, view, [stamp.Use(turn.Person.Ref, key.ToString())]);
    }

    /// <summary>What reopening leads to, whichever way it was asked for.</summary>
    internal static Change Decide(Turn turn, Stored<Ticket> closed, string words, TicketView view, IReadOnlyList<RowWrite> more)
    {
        var done = (Step.Done)closed.Value.Reopen(turn.Person.Ref, words, turn.Now);
        var key = done.Ticket.Key;
        var to = view.Assignee is { } technician ? Text.Same(technician.FirstName) : TicketTexts.Support;
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(closed, done), .. more],
            [
                new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)),
                .. CustomerSide.Hears(done.Ticket, done.Entry),
                .. LiveCards.Of(done.Ticket),
                .. SlaWatch.WakesAgain(done.Ticket, turn.Now),
            ],
            new Reply { Words = EndingTexts.Reopened(key, to), Living = TicketCard.Of(key) }));
    }
}

/// <summary>The person wrote on a closed ticket and was asked: yes, open it again with those words.</summary>
public sealed class ReopenAsWritten(TicketAccess access, TicketViews views, Forms forms) : ICardAction<ReopenAsWritten.Data>
{
    /// <param name="Nonce">With the day: the words as they were written before being asked.</param>
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.reopen-as-written";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        var (key, draft) = (stored.Value.Key, new FormStamp(data.Nonce, data.Day));
        var sent = draft.Then("reopened");
        if (await forms.OutcomeOfAsync(key.Partition, sent, turn.Person.Ref, cancellation) is { } where) return Reply.Refuse(TicketTexts.SentAlready(where));
        if (!draft.IsValid(turn.Now) || await forms.OutcomeOfAsync(key.Partition, draft, turn.Person.Ref, cancellation) is not { } words)
        {
            return Reply.Refuse(TicketTexts.WriteItAgain);
        }

        return CustomerSide.Decides(turn.Caller, stored.Value) && stored.Value.Reopen(turn.Person.Ref, words, turn.Now) is Step.Done
            ? ReopenTicket.Decide(turn, stored, words, await views.OfAsync(stored.Value, turn.Now, cancellation), [sent.Use(turn.Person.Ref, key.ToString())])
            : await ReopenForm.AskAsync(turn, stored.Value, words, views, cancellation);
    }
}
