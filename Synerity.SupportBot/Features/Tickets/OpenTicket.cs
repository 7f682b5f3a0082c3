using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The form was sent: the ticket, its receipt, its card on both sides and its first wake-up are one commit.</summary>
public sealed class OpenTicket(NewPromise promises, TicketAccess access, Forms forms, IEnumerable<ITicketOpened> followers) : ICardAction<OpenTicket.Data>
{
    /// <param name="Refers">The key of the closed ticket that it continues.</param>
    /// <param name="Article">The slug of the help article that was tried first.</param>
    public sealed record Data(string Nonce, string Day, string? Refers = null, string? Article = null);

    public static string Verb => "tickets.open";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser { HasAgreement: true } user) return Reply.Refuse(NewTicket.WhyNot(turn.Caller));
        var key = CustomerKey.Parse(user.Customer);
        var stamp = new FormStamp(data.Nonce, data.Day);
        var old = data.Refers is { } refers ? await access.FindAsync(user, refers, cancellation) : null;
        var draft = TicketDraft.From(inputs, old?.Value.Key.ToString(), data.Article);
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), draft, turn, TicketTexts.FormTooOld));
        if (await forms.OutcomeOfAsync(CustomerStore.Partition(key), stamp, turn.Person.Ref, cancellation) is { } already)
        {
            return new Reply { Words = TicketTexts.SentAlready(already), Living = TicketCard.Of(TicketKey.Parse(already)) };
        }

        if (TicketForm.Check(draft, out var corrected) is not { } request) return Reply.Ask(TicketForm.Ask(stamp, corrected, turn));
        if (await promises.ForAsync(key, turn.Now, cancellation) is not { } promise) return Reply.Refuse(NewTicket.WhyNot(turn.Caller));
        return new Change(CustomerStore.Partition(key), TicketStore.Counter, number => Decide(turn, new TicketKey(key, number), promise, request, stamp));
    }

    private Decision Decide(Turn turn, TicketKey key, Promise promise, TicketRequest request, FormStamp stamp)
    {
        var opened = (Step.Done)Ticket.Open(key, turn.Person.Ref, promise, request, turn.Now, promises.DueOf(promise, turn.Now));
        var words = opened.Ticket.DueAt is { } at
            ? TicketTexts.OpenedWithPromise(key, Formats.Moment(at, turn.Now, turn.Reader.Zone))
            : TicketTexts.OpenedWithoutPromise(key);
        RowWrite[] rows = [.. TicketStore.Insert(opened), stamp.Use(turn.Person.Ref, key.ToString())];
        Effect[] effects = [DeskCard.RefreshOf(key), .. promises.FirstWake(opened.Ticket), .. followers.SelectMany(follower => follower.Follow(opened.Ticket)), .. Crisis(opened.Ticket)];
        return new Decision(rows, effects, new Reply { Words = words, Living = TicketCard.Of(key) });
    }

    /// <summary>The worst level of <em>Hur mycket stör det?</em>: how to stop the damage follows, and the alarm for those who have it.</summary>
    private static IEnumerable<Effect> Crisis(Ticket opened) =>
        opened.Request.Impact == Impact.Stopped ? [new Send(new ToPerson(opened.Requester), AcuteOffer.AloneOf(opened.Key))] : [];
}

/// <summary>Another room's part in a new ticket; committed with it. Pure.</summary>
public interface ITicketOpened
{
    IEnumerable<Effect> Follow(Ticket opened);
}

/// <summary>The form in the chat was put away.</summary>
public sealed class CancelForm : ICardAction<CancelForm.Data>
{
    public sealed record Data;

    public static string Verb => "tickets.cancel";

    public Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(new Reply { Card = new([new Cards.TextBlock(TicketTexts.Cancelled.In(turn.Reader.Tongue))], Lang: turn.Reader.Lang()) });
}

/// <summary>Opens the form: as a dialog from a button, as a card in the chat when it was written.</summary>
public sealed class NewTicket : ITextCommand, ICardAction<NewTicket.Data>
{
    /// <param name="What">Prefills the form; the person's own words.</param>
    public sealed record Data(string? What = null);

    public static string Verb => "tickets.new";

    public static CommandWords Words { get; } = new(
        ["nytt ärende", "skapa ärende", "öppna ärende", "ärende", "anmäl fel", "felanmälan"],
        ["new ticket", "open ticket", "create ticket", "ticket", "report a problem"],
        Help: new("lämna över en fråga till en tekniker", "hand a question to a technician"));

    public static bool IsFor(Caller caller) => caller is CustomerUser { HasAgreement: true };

    public Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation) => HandleAsync(turn, new Data(), Inputs.None, cancellation);

    public Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(turn.Caller is CustomerUser { HasAgreement: true }
            ? Reply.Ask(TicketForm.Ask(FormStamp.Issue(turn.Now), new TicketDraft(Shortened(data.What ?? "")), turn))
            : Reply.Refuse(NewTicket.WhyNot(turn.Caller)));

    /// <summary>Why somebody cannot open tickets: the agreement does not hold, or they are not a customer's user at all.</summary>
    internal static Text WhyNot(Caller caller) => caller is CustomerUser ? TicketTexts.NoAgreementNow : TicketTexts.CustomersOnly;

    internal static string Shortened(string words) => Shorten.Cut(TicketForm.MaxWhat, words);
}
