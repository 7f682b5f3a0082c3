using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>A technician opens a ticket for somebody at a customer: it is theirs, with their promise and their card, and waits in the queue like any other.</summary>
public sealed class OpenForCustomer(WhoseTicket whose, NewPromise promises, Forms forms, IEnumerable<ITicketOpened> followers) : ICardAction<OpenForCustomer.Data>
{
    public sealed record Data(string Nonce, string Day);

    public static string Verb => "compose.open-for";

    internal static bool MayOpen(Staff staff) => staff.Roles.HasFlag(StaffRoles.Technician);

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not Staff staff || !MayOpen(staff)) return Reply.Refuse(TicketTexts.TechniciansOnly);
        var stamp = new FormStamp(data.Nonce, data.Day);
        var draft = new CustomerDraft(TicketDraft.From(inputs, refers: null, article: null), inputs[CustomerForm.Customer], inputs[CustomerForm.Person]);
        if (!stamp.IsValid(turn.Now)) return Reply.Ask(CustomerForm.Ask(FormStamp.Issue(turn.Now), draft, turn, TicketTexts.FormTooOld));
        var (customer, customerError) = await whose.CustomerAsync(draft.Customer, cancellation);
        var (person, personError) = customer is null ? default : await whose.PersonAsync(customer.Key, draft.Person, cancellation);
        if (customer is not null && await forms.OutcomeOfAsync(CustomerStore.Partition(customer.Key), stamp, turn.Person.Ref, cancellation) is { } already)
        {
            return Reply.Say(TicketTexts.SentAlready(already));
        }

        var promise = customer is null ? null : await promises.ForAsync(customer.Key, turn.Now, cancellation);
        if (customer is not null && promise is null) customerError = ComposeTexts.NoAgreement;
        if (TicketForm.Check(draft.Ticket, out var corrected) is { } request && promise is not null && person is not null)
        {
            return new Change(CustomerStore.Partition(customer!.Key), TicketStore.Counter, number => Decide(turn, new TicketKey(customer.Key, number), person, promise, request, stamp));
        }

        return Reply.Ask(CustomerForm.Ask(stamp, draft with { Ticket = corrected, CustomerError = customerError, PersonError = personError }, turn));
    }

    private Decision Decide(Turn turn, TicketKey key, Person person, Promise promise, TicketRequest request, FormStamp stamp)
    {
        var opened = (Step.Done)Ticket.Open(key, person.Ref, promise, request, turn.Now, promises.DueOf(promise, turn.Now));
        RowWrite[] rows = [.. TicketStore.Insert(opened), stamp.Use(turn.Person.Ref, key.ToString())];
        Effect[] effects = [.. LiveCards.Of(opened.Ticket), .. promises.FirstWake(opened.Ticket), .. followers.SelectMany(follower => follower.Follow(opened.Ticket))];
        return new Decision(rows, effects, Reply.Say(ComposeTexts.OpenedFor(key.ToString(), person.Name)));
    }
}
