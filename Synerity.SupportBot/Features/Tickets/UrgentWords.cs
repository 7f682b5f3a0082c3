using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>
/// <em>Det här är akut!!</em> On an open ticket that is at hand it marks that business has stopped, whatever the agreement; otherwise it is
/// answered with first aid. <em>Det är inte akut längre</em> ends it.
/// </summary>
public sealed class UrgentWords(TicketAccess access, TicketLists lists, CardAddresses messages, SayStopped stopped) : IFreeText
{
    private const int MostLookedAt = 10;

    /// <summary>How long the ticket of the bot's last message is at hand.</summary>
    private static readonly TimeSpan AtHand = TimeSpan.FromHours(12);

    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Caller: CustomerUser { HasAgreement: true } user, IsPersonal: true }) return null;
        var (urgent, over) = (Urgency.IsIn(turn.Text), Urgency.IsOver(turn.Text));
        if (!urgent && !over) return null;
        var mine = await lists.OfPersonAsync(CustomerKey.Parse(user.Customer), user.Person.Ref, TicketFilter.Open, after: null, MostLookedAt, cancellation);
        var open = mine.Tickets.Where(ticket => ticket.IsOpen && CustomerSide.Decides(user, ticket)).ToList();
        var (meant, listens) = await MeantAsync(turn, cancellation);
        if (over)
        {
            var acute = meant ?? (open.Count(ticket => ticket.IsAcute) == 1 ? await access.FindAsync(user, open.Single(ticket => ticket.IsAcute).Key, cancellation) : null);
            return acute is { Value.IsAcute: true } && CustomerSide.Decides(user, acute.Value) ? CalmTicket.Decide(turn, acute, null, new Reply { Words = AcuteTexts.Calmed(acute.Value.Key), Living = TicketCard.Of(acute.Value.Key) }) : null;
        }

        if (meant is { Value.IsOpen: false }) return listens ? null : await stopped.AnewAsync(turn, user, turn.Text, open.FirstOrDefault(), cancellation);
        if (meant is null && Urgency.IsBare(turn.Text) && open is [var only]) meant = await access.FindAsync(user, only.Key, cancellation);
        return meant is not null && (listens || Urgency.IsBare(turn.Text))
            ? await stopped.OnAsync(turn, meant, turn.Text, cancellation)
            : await stopped.AnewAsync(turn, user, turn.Text, meant?.Value ?? open.FirstOrDefault(), cancellation);
    }

    /// <summary>The ticket that was quoted, or that the bot's last message was about; whether words to it were expected.</summary>
    private async Task<(Stored<Ticket>? Ticket, bool Listens)> MeantAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.CardId is { } quoted && await messages.TicketOfAsync(turn.Where.TenantId, turn.Where.ConversationId, quoted, cancellation) is { } about)
        {
            return (await access.FindAsync(turn.Caller, about, cancellation), true);
        }

        if (await messages.FocusAsync(turn.Person.Ref, cancellation) is not { Ticket: { } key } focus || turn.Now - focus.At > AtHand) return (null, false);
        var ticket = await access.FindAsync(turn.Caller, key, cancellation);
        return (ticket, focus.Listens || ticket?.Value.State is TicketState.WaitingForCustomer or TicketState.Solved);
    }
}

/// <summary>Marks on an open ticket that business has stopped, and answers with first aid.</summary>
public sealed class SayStopped(TicketAccess access, AcuteOffer offer, StoppedLines lines, WordsOnTicket written) : ICardAction<SayStopped.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.stopped";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        if (!CustomerSide.Decides(turn.Caller, stored.Value)) return Reply.Refuse(SharingTexts.NotYours(stored.Value.Key));
        if (!stored.Value.IsOpen) return Reply.Refuse(WhyNotTexts.Of(stored.Value.NotOpen, stored.Value.Key, TicketTexts.ATechnician));
        var words = inputs[TicketForm.What] is { Length: > 0 } typed ? NewTicket.Shortened(typed) : TicketTexts.ImpactName(Impact.Stopped).In(turn.Reader.Tongue);
        return await OnAsync(turn, stored, words, cancellation);
    }

    internal Task<Reply> AnewAsync(Turn turn, CustomerUser user, string words, Ticket? open, CancellationToken cancellation) =>
        offer.AnewAsync(turn, CustomerKey.Parse(user.Customer), NewTicket.Shortened(words), open, cancellation);

    /// <summary>The words go to whoever has the ticket in any case.</summary>
    internal async Task<Outcome> OnAsync(Turn turn, Stored<Ticket> stored, string words, CancellationToken cancellation)
    {
        var (ticket, key, said) = (stored.Value, stored.Value.Key, NewTicket.Shortened(words));
        if (ticket.IsAcute || !CustomerSide.Decides(turn.Caller, ticket)) return await written.DecideAsync(turn, stored, said, [], cancellation);
        var done = (Step.Done)ticket.SayStopped(turn.Person.Ref, said, turn.Now);
        return Change.To(key.Partition, new Decision(
            TicketStore.Replace(stored, done),
            [new Send(WriteToSupport.TechnicianOf(done.Ticket), TicketNews.Of(key, done.Entry)), .. LiveCards.Of(done.Ticket)],
            new Reply { Words = await lines.MarkedAsync(done.Ticket, turn, cancellation), Told = AcuteOffer.Of(key) }));
    }
}

/// <summary>What is said when it has been marked that business has stopped.</summary>
public sealed class StoppedLines(TicketViews views, FirstAidKit kit, AcuteLane lane, AcuteLines lines)
{
    public async Task<Text> MarkedAsync(Ticket ticket, Turn turn, CancellationToken cancellation)
    {
        var view = await views.OfAsync(ticket, turn.Now, cancellation);
        var who = view.Assignee is { Blocked: null } technician ? Text.Same(technician.FirstName) : TicketTexts.Support;
        var offers = await lane.IncludesAsync(ticket.Key.Customer, turn.Now, cancellation);
        return AcuteTexts.MarkedStopped(who) + Text.Same(kit.For(ticket.Request.What, turn.Reader.Tongue).Advice)
            + (offers ? lines.ShallIAlert(ticket.Promise, turn.Now, turn.Reader) : default);
    }
}

/// <summary><em>Larma</em>: somebody asks for the acute lane. Only then is it said who has it.</summary>
public sealed class AskForAlarm(AcuteLane lane, SayStopped stopped) : ITextCommand
{
    public static CommandWords Words { get; } = new(
        ["larma", "larma supporten", "larma support", "larm", "akutlarm", "akut hjälp", "larma jouren"],
        ["alert", "alert support", "raise the alarm", "alarm", "acute help"],
        Help: new("få hjälp när något är akut", "get help when something is acute"));

    public static bool IsFor(Caller caller) => caller is CustomerUser { HasAgreement: true };

    public async Task<Outcome> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var user = (CustomerUser)turn.Caller;
        if (await lane.AgreementAsync(CustomerKey.Parse(user.Customer), turn.Now, cancellation) is not { } agreement) return Reply.Refuse(TicketTexts.NoAgreementNow);
        var reply = await stopped.AnewAsync(turn, user, "", open: null, cancellation);
        if (agreement.Includes(Entitlement.AcuteResponse)) return reply;
        var included = AgreementTexts.TheAgreement(EntitlementTable.Of(Entitlement.AcuteResponse).Tiers[0]);
        return reply with { Words = AcuteTexts.NotInYours(included, AgreementTexts.Name(agreement.Tier)) + Text.Same(" ") + reply.Words!.Value };
    }
}
