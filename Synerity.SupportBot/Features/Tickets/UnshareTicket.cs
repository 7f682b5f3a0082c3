using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The dialog in which whoever decides about a ticket says who should no longer follow it.</summary>
public sealed class UnshareForm(TicketAccess access, TicketViews views) : ICardAction<UnshareForm.Data>
{
    internal const string Who = "who";

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.unshare-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser user || await access.FindAsync(user, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        if (!CustomerSide.Decides(user, stored.Value)) return Reply.Refuse(SharingTexts.NotYours(stored.Value.Key));
        return Reply.Ask(For(await views.OfAsync(stored.Value, turn.Now, cancellation), turn.Reader, error: null));
    }

    internal static Dialog For(TicketView view, Reader reader, Text? error)
    {
        var (tongue, key) = (reader.Tongue, view.Ticket.Key.ToString());
        Choice[] choices =
        [
            .. view.Shared.Followers.Select(person => new Choice(Shorten.To(60, person.Name.Length > 0 ? person.Name : TicketTexts.Somebody.In(tongue)), person.Ref.Id)),
            .. view.Ticket.Invited.Select(invited => new Choice(SharingTexts.IsInvited(Shorten.To(60, invited.Email)).In(tongue), RowKey.Hash(invited.Email))),
        ];
        var body = new List<Element>
        {
            Literal.Block($"{key} · {view.Ticket.Title}", weight: TextWeight.Bolder),
            new InputChoiceSet(SharingTexts.WhoNoLonger.In(tongue), choices) { Id = Who, Style = ChoiceStyle.Compact, IsRequired = true, ErrorMessage = SharingTexts.ChooseWhom.In(tongue) },
        };
        if (error is { } wrong) body.Add(new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        return new Dialog(SharingTexts.StopSharingWith, new AdaptiveCard(body, [Button.InDialog<UnshareTicket, UnshareTicket.Data>(SharingTexts.StopSharing, new(key), tongue)], reader.Lang()));
    }
}

/// <summary>A follower is let go, or an invitation taken back. The follower's card says so and tells nothing else any more.</summary>
public sealed class UnshareTicket(TicketAccess access, TicketViews views) : ICardAction<UnshareTicket.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.unshare";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser user || await access.FindAsync(user, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (ticket, chosen) = (stored.Value, inputs[UnshareForm.Who]);
        if (!CustomerSide.Decides(user, ticket)) return Reply.Refuse(SharingTexts.NotYours(ticket.Key));
        var view = await views.OfAsync(ticket, turn.Now, cancellation);
        var name = view.Shared.Followers.FirstOrDefault(person => person.Ref.Id == chosen)?.Name;
        if (ticket.Followers.FirstOrDefault(follower => follower.Id == chosen) is { } follower)
        {
            var left = (Step.Done)ticket.Unfollow(follower, turn.Person.Ref, turn.Now);
            return Decide(stored, left, [], follower, name is { Length: > 0 } known ? Text.Same(Shorten.To(60, known)) : TicketTexts.Somebody);
        }

        if (ticket.Invited.FirstOrDefault(invited => RowKey.Hash(invited.Email) == chosen) is not { } invited) return Reply.Ask(UnshareForm.For(view, turn.Reader, SharingTexts.ChooseWhom));
        var done = (Step.Done)ticket.Uninvite(invited.Email, turn.Person.Ref, turn.Now);
        return Decide(stored, done, [Colleagues.Uninvite(ticket.Key, invited.Email)], null, Text.Same(invited.Email));
    }

    private static Change Decide(Stored<Ticket> before, Step.Done done, IReadOnlyList<RowWrite> more, PersonRef? gone, Text name) =>
        Change.To(done.Ticket.Key.Partition, new Decision(
            [.. TicketStore.Replace(before, done), .. more],
            [.. LiveCards.Of(done.Ticket), .. StopFollowing.LastCard(done.Ticket, gone)],
            Reply.Say(SharingTexts.NoLonger(name, done.Ticket.Key))));
}

/// <summary>A follower has seen enough.</summary>
public sealed class StopFollowing(TicketAccess access, TicketViews views) : ICardAction<StopFollowing.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.unfollow";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (key, me) = (stored.Value.Key, turn.Person.Ref);
        if (stored.Value.Unfollow(me, me, turn.Now) is not Step.Done done)
        {
            return Reply.Refuse(WhyNotTexts.Of(Refusal.DoesNotFollow, key, (await views.OfAsync(stored.Value, turn.Now, cancellation)).AssigneeName), TicketCard.Of(key));
        }

        return Change.To(key.Partition, new Decision(
            TicketStore.Replace(stored, done), [.. LiveCards.Of(done.Ticket), .. LastCard(done.Ticket, me)], Reply.Say(SharingTexts.YouNoLonger(key))));
    }

    /// <summary>The cards of somebody who sees the ticket no longer, which say just that.</summary>
    internal static IEnumerable<Effect> LastCard(Ticket ticket, PersonRef? gone)
    {
        if (gone is null) yield break;
        yield return new Refresh(new ToPerson(gone), TicketCard.Of(ticket.Key));
        if (ticket.SolvedEntry > 0) yield return new Refresh(new ToPerson(gone), SolvedCard.Of(ticket.Key, ticket.SolvedEntry));
    }
}
