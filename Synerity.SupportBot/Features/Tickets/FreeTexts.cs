using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A reply to (a quote of) a message about a ticket goes to that ticket.</summary>
public sealed class QuotedTicket(TicketAccess access, CardAddresses messages) : IFreeText
{
    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Caller: CustomerUser, IsPersonal: true, CardId: { } quoted }) return null;
        var key = await messages.TicketOfAsync(turn.Where.TenantId, turn.Where.ConversationId, quoted, cancellation);
        return key is not null && await access.FindAsync(turn.Caller, key, cancellation) is { } stored
            ? WriteToSupport.Decide(turn, stored, NewTicket.Shortened(turn.Text), [])
            : null;
    }
}

/// <summary>The bot's last message was about a ticket that waits for this person: the words are the answer.</summary>
public sealed class TicketInHand(TicketAccess access, CardAddresses messages) : IFreeText
{
    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Caller: CustomerUser, IsPersonal: true }) return null;
        if (await messages.FocusAsync(turn.Person.Ref, cancellation) is not { Ticket: { } key }) return null;
        return await access.FindAsync(turn.Caller, key, cancellation) is { Value.State: TicketState.WaitingForCustomer } stored
            ? WriteToSupport.Decide(turn, stored, NewTicket.Shortened(turn.Text), [])
            : null;
    }
}

/// <summary>Open tickets but no sign of which is meant, or whether any: ask.</summary>
public sealed class AskWhere(TicketStore tickets, TicketViews views) : IFreeText
{
    private const int MostAsked = 3;

    /// <summary>The words travel in every button, twice. A longer text comes in a form instead, which holds it once.</summary>
    internal const int MostCarried = 700;

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser user || !turn.IsPersonal || turn.Text.Length > MostCarried) return null;
        var open = await tickets.OfRequesterAsync(CustomerKey.Parse(user.Customer), user.Person.Ref, MostAsked, cancellation);
        if (open.Count == 0) return null;
        var (tongue, words) = (turn.Reader.Tongue, NewTicket.Shortened(turn.Text));
        var buttons = new List<CardAction>();
        foreach (var ticket in open)
        {
            var view = await views.OfAsync(ticket, turn.Now, cancellation);
            var title = open.Count == 1 ? TicketTexts.YesSend : Text.Same($"{ticket.Key} · {(ticket.Title.Length > 30 ? ticket.Title[..30] + "…" : ticket.Title)}");
            buttons.Add(Button.For<SendWords, SendWords.Data>(title, new(ticket.Key.ToString(), words), tongue));
            if (open.Count == 1) return Ask(turn, TicketTexts.SendItToTicket(Name(view), ticket.Key), [.. buttons, Anew(words, tongue)]);
        }

        return Ask(turn, TicketTexts.AskWhere, [.. buttons, Anew(words, tongue)]);
    }

    private static Text Name(TicketView view) => view.Assignee is { } technician ? Text.Same(technician.FirstName) : TicketTexts.Support;

    private static Execute Anew(string words, Tongue tongue) =>
        Button.For<AskAnew, AskAnew.Data>(TicketTexts.NewQuestion, new(words), tongue);

    private static Reply Ask(Turn turn, Text question, CardAction[] buttons) => new()
    {
        Card = new AdaptiveCard([Literal.Block(question.In(turn.Reader.Tongue))], buttons, turn.Reader.Lang()),
        Words = null,
        Asks = buttons.Length == 2 ? new YesNo(((Execute)buttons[0]).Data, ((Execute)buttons[1]).Data) : null,
    };
}

/// <summary>The person said which ticket it was for.</summary>
public sealed class SendWords(TicketAccess access) : ICardAction<SendWords.Data>
{
    /// <param name="Words">The person's own words, as they wrote them before being asked.</param>
    public sealed record Data(string Ticket, string Words);

    public static string Verb => "tickets.send-words";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser || await access.FindAsync(turn.Caller, data.Ticket, cancellation) is not { } stored)
        {
            return Reply.Refuse(TicketTexts.NotFound);
        }

        return data.Words.Trim() is { Length: > 0 and <= WriteForm.MaxWords } words
            ? WriteToSupport.Decide(turn, stored, words, [])
            : Reply.Refuse(TicketTexts.WriteSomething);
    }
}

/// <summary>It is a new question: the form, with it filled in.</summary>
public sealed class AskAnew : ICardAction<AskAnew.Data>
{
    public sealed record Data(string Words);

    public static string Verb => "tickets.ask-anew";

    public Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(turn.Caller is CustomerUser { HasAgreement: true }
            ? Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), new TicketDraft(NewTicket.Shortened(data.Words)), turn))
            : Reply.Refuse(TicketTexts.CustomersOnly));
}

/// <summary>Nobody else understood it: a technician will. The form comes with the question in it.</summary>
public sealed class OfferTicket : IFreeText
{
    public Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation) => Task.FromResult<Outcome?>(
        turn.Caller is CustomerUser && turn.IsPersonal
            ? TicketForm.Ask(FormStamp.Issue(turn.Now), new TicketDraft(NewTicket.Shortened(turn.Text)), turn) is var form
                ? Reply.Ask(form) with { Words = TicketTexts.NoReadyAnswer }
                : null
            : null);
}

/// <summary><em>Människa</em>, <em>ring mig</em>: a ticket form, without promising a time for a call.</summary>
public sealed class CallForPerson : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["människa", "tekniker", "ring mig", "jag vill prata med någon", "prata med en människa", "kan någon ringa mig"],
        ["human", "technician", "call me", "agent", "talk to a human", "talk to a person"],
        Help: new("lämna över till en tekniker", "hand over to a technician"));

    public static bool IsFor(Caller caller) => caller is CustomerUser { HasAgreement: true };

    public Task<Outcome> HandleAsync(Turn turn, string rest, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), new TicketDraft(), turn)) with { Words = TicketTexts.HandOver });
}
