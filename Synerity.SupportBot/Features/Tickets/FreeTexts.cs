using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>A reply to (a quote of) a message about a ticket goes to that ticket.</summary>
public sealed class QuotedTicket(TicketAccess access, CardAddresses messages, WordsOnTicket written) : IFreeText
{
    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Caller: CustomerUser, IsPersonal: true, CardId: { } quoted }) return null;
        var key = await messages.TicketOfAsync(turn.Where.TenantId, turn.Where.ConversationId, quoted, cancellation);
        return key is not null && await access.FindAsync(turn.Caller, key, cancellation) is { } stored
            ? await written.DecideAsync(turn, stored, NewTicket.Shortened(turn.Text), [], cancellation)
            : null;
    }
}

/// <summary>
/// The bot's last message was about a ticket that waits for this person, or asked them to write: the words are the answer. So they may be on
/// one that was closed, for a day.
/// </summary>
public sealed class TicketInHand(TicketAccess access, CardAddresses messages, WordsOnTicket written) : IFreeText
{
    private static readonly TimeSpan AfterClosing = TimeSpan.FromDays(1);

    /// <summary>How long an invitation to write holds; after that it is asked where the words should go.</summary>
    private static readonly TimeSpan Invited = TimeSpan.FromHours(1);

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Caller: CustomerUser, IsPersonal: true }) return null;
        if (await messages.FocusAsync(turn.Person.Ref, cancellation) is not { Ticket: { } key } focus) return null;
        if (await access.FindAsync(turn.Caller, key, cancellation) is not { } stored) return null;
        var waits = stored.Value switch
        {
            var ticket when !CustomerSide.Decides(turn.Caller, ticket) => focus.Listens && turn.Now - focus.At < Invited, // a follower's copy of an answer asks nothing of them
            { State: TicketState.WaitingForCustomer or TicketState.Solved } => true,
            { Closed.At: var at } => turn.Now - at < AfterClosing,
            _ => focus.Listens && turn.Now - focus.At < Invited,
        };
        return waits ? await written.DecideAsync(turn, stored, NewTicket.Shortened(turn.Text), [], cancellation) : null;
    }
}

/// <summary>Open tickets but no sign of which is meant, or whether any: ask. The words are kept with the forms, not in the buttons.</summary>
public sealed class AskWhere(TicketLists tickets, TicketViews views, TimeProvider clock) : IFreeText, ICardSource
{
    private const string SourceKind = "ask-where";
    private const int MostAsked = 3;

    public string Kind => SourceKind;

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Caller: CustomerUser user, IsPersonal: true }) return null;
        var key = CustomerKey.Parse(user.Customer);
        if ((await tickets.OfPersonAsync(key, user.Person.Ref, TicketFilter.Open, after: null, 1, cancellation)).Tickets.Count == 0) return null;
        var draft = FormStamp.Issue(turn.Now);
        return Change.To(CustomerStore.Partition(key), new Decision(
            [draft.Use(turn.Person.Ref, NewTicket.Shortened(turn.Text))],
            [],
            new Reply { Told = new Content(SourceKind, user.Customer, $"{draft.Nonce}|{draft.Day}") }));
    }

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (recipient.Person is not { } person) return null;
        var draft = content.Detail!.Split('|');
        var open = await tickets.OfPersonAsync(CustomerKey.Parse(content.Subject), person.Ref, TicketFilter.Open, after: null, MostAsked, cancellation);
        var all = new List<TicketView>(MostAsked);
        foreach (var ticket in open.Tickets) all.Add(await views.OfAsync(ticket, clock.GetUtcNow(), cancellation));
        return For(all, new FormStamp(draft[0], draft[1]), recipient.Reader);
    }

    internal static Rendered For(IReadOnlyList<TicketView> open, FormStamp draft, Reader reader)
    {
        var question = open.Count == 1 ? TicketTexts.SendItToTicket(Name(open[0]), open[0].Ticket.Key) : TicketTexts.AskWhere;
        Execute[] send = [.. open.Select(view => Button.For<SendWords, SendWords.Data>(
            open.Count == 1 ? TicketTexts.YesSend : Text.Same(Title(view.Ticket)), new(view.Ticket.Key.ToString(), draft.Nonce, draft.Day), reader.Tongue))];
        var anew = Button.For<AskAnew, AskAnew.Data>(TicketTexts.NewQuestion, new(draft.Nonce, draft.Day), reader.Tongue);
        return new Rendered(
            question.In(reader.Tongue),
            new AdaptiveCard([Literal.Block(question.In(reader.Tongue))], [.. send, anew], reader.Lang()),
            Asks: send.Length == 1 ? new YesNo(send[0].Data, anew.Data).Stored() : null);
    }

    private static Text Name(TicketView view) => view.Assignee is { } technician ? Text.Same(technician.FirstName) : TicketTexts.Support;

    private static string Title(Ticket ticket) => $"{ticket.Key} · {Shorten.To(31, ticket.Title)}";
}

/// <summary>The person said which ticket it was for.</summary>
public sealed class SendWords(TicketAccess access, Forms forms, WordsOnTicket written) : ICardAction<SendWords.Data>
{
    /// <param name="Nonce">With the day: the words as they were written before being asked.</param>
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.send-words";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        var draft = new FormStamp(data.Nonce, data.Day);
        var sent = draft.Then("sent");
        var partition = stored.Value.Key.Partition;
        if (await forms.OutcomeOfAsync(partition, sent, turn.Person.Ref, cancellation) is { } where) return Reply.Refuse(TicketTexts.SentAlready(where));
        return draft.IsValid(turn.Now) && await forms.OutcomeOfAsync(partition, draft, turn.Person.Ref, cancellation) is { } words
            ? await written.DecideAsync(turn, stored, words, [sent.Use(turn.Person.Ref, stored.Value.Key.ToString())], cancellation)
            : Reply.Refuse(TicketTexts.WriteItAgain);
    }
}

/// <summary>It is a new question: what self-help has to say, otherwise the form with it filled in.</summary>
public sealed class AskAnew(Forms forms, IEnumerable<ISelfHelp> selfHelp) : ICardAction<AskAnew.Data>
{
    public sealed record Data(string Nonce, string Day);

    public static string Verb => "tickets.ask-anew";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser { HasAgreement: true } user) return Reply.Refuse(NewTicket.WhyNot(turn.Caller));
        var partition = CustomerStore.Partition(CustomerKey.Parse(user.Customer));
        var draft = new FormStamp(data.Nonce, data.Day);
        var words = draft.IsValid(turn.Now) ? await forms.OutcomeOfAsync(partition, draft, turn.Person.Ref, cancellation) : null;
        foreach (var help in words is null ? [] : selfHelp)
        {
            if (await help.AnswerAsync(turn, words!, cancellation) is { } answer) return answer;
        }

        return Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), new TicketDraft(words ?? ""), turn));
    }
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

/// <summary>
/// <em>Människa</em>, <em>ring mig</em>: a ticket form with what was asked a moment ago, and that a call is wanted, without promising a time for it.
/// </summary>
public sealed class CallForPerson(CardAddresses messages) : ITextCommand
{
    private static readonly TimeSpan While = TimeSpan.FromHours(1);
    private static readonly HashSet<string> Calls = ["ring mig", "kan någon ringa mig", "kan ni ringa mig", "call me", "can someone call me"];

    public static CommandWords Words { get; } = new(
        ["människa", "tekniker", "ring mig", "jag vill prata med någon", "prata med en människa", "kan någon ringa mig", "kan ni ringa mig"],
        ["human", "technician", "call me", "agent", "talk to a human", "talk to a person", "can someone call me"],
        Help: new("lämna över till en tekniker", "hand over to a technician"));

    public static bool IsFor(Caller caller) => caller is CustomerUser { HasAgreement: true };

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var focus = await messages.FocusAsync(turn.Person.Ref, cancellation);
        var asked = focus is { Asks: { } asks } && turn.Now - focus.At < While ? StoredJson.Read<YesNo>(asks).Question : null;
        var call = Calls.Contains(CommandList.Normal(turn.Text)) ? TicketTexts.WantsCall.In(turn.Reader.Tongue) : null;
        var draft = new TicketDraft(NewTicket.Shortened(string.Join('\n', new[] { asked, call }.Where(words => words is not null))));
        return Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), draft, turn)) with { Words = TicketTexts.HandOver };
    }
}
