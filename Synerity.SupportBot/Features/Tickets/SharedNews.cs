using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What colleagues of the same customer are told of each other's doing on a ticket, and what a card says and offers because it is shared.</summary>
internal static class SharedNews
{
    private const int MostNamed = 3;
    private const int LongestName = 40;

    /// <summary>Null: not for somebody of the customer, or said to them as to everybody.</summary>
    public static Rendered? For(TicketView view, Entry entry, Person? by, Recipient recipient)
    {
        if (recipient.Person is not { } person || !(person.Ref == view.Ticket.Requester || view.Ticket.Followers.Contains(person.Ref))) return null;
        var (key, reader) = (view.Ticket.Key, recipient.Reader);
        return entry.Kind switch
        {
            EntryKind.Shared when entry.To == person.Ref => TicketNews.Words(
                view, SharingTexts.SharesWithYou(TicketNews.Author(by), key), view.Ticket.Title, reader, toChannel: false, Write(view, reader.Tongue), Stop(view, reader.Tongue)),
            EntryKind.Wrote or EntryKind.Commented or EntryKind.NotSolved when entry.Words is { } words => TicketNews.Words(
                view, TicketTexts.WritesOn(TicketNews.Author(by), key), words, reader, toChannel: false, Write(view, reader.Tongue)),
            EntryKind.Reopened when entry.Words is { } words => TicketNews.Words(
                view, EndingTexts.ReopenedOn(TicketNews.Author(by), key), words, reader, toChannel: false, Write(view, reader.Tongue)),
            _ => null,
        };
    }

    /// <summary>The solution, for somebody whose word on it is not asked for.</summary>
    public static Rendered Solved(TicketView view, int entry, Resolution solution, Text solver, Reader reader)
    {
        var (ticket, tongue) = (view.Ticket, reader.Tongue);
        var says = SharingTexts.HasSolved(solver, ticket.Key).In(tongue);
        var body = new List<Element>
        {
            Literal.Block(says, weight: TextWeight.Bolder),
            Literal.Block(ticket.Title, TextSize.Small, subtle: true) with { Spacing = Spacing.Small },
        };
        body.AddRange(SolvedCard.Facts(solution, tongue));
        var asks = ticket.State == TicketState.Solved && ticket.SolvedEntry == entry;
        if (asks) body.Add(Literal.Block(SharingTexts.TheySay(view.RequesterName).In(tongue), TextSize.Small, subtle: true));
        else if (SolvedCard.Became(view, entry, reader) is { } became) body.Add(new TextBlock(became.In(tongue)) { IsSubtle = true, Size = TextSize.Small });
        return new Rendered(says, new AdaptiveCard(body, Lang: reader.Lang()), Alert: true, Ticket: ticket.Key.ToString());
    }

    /// <summary>What is left of a card whose reader may not see the ticket any more.</summary>
    public static Rendered NoLonger(TicketKey key, Reader reader)
    {
        var words = SharingTexts.YouNoLonger(key).In(reader.Tongue);
        return new Rendered(words, new AdaptiveCard([new TextBlock(words)], Lang: reader.Lang()));
    }

    /// <summary>By name, the first of them; null while nobody follows.</summary>
    public static Text? Followers(TicketView view)
    {
        var all = view.Shared.Followers;
        if (all.Count == 0) return null;
        var named = Text.Same(string.Join(", ", all.Take(MostNamed).Select(person => person.Name.Length > 0 ? Shorten.To(LongestName, person.Name) : "–")));
        return all.Count > MostNamed ? named + SharingTexts.AndMore(all.Count - MostNamed) : named;
    }

    /// <summary>Read, comment, ask how it goes, leave.</summary>
    public static List<CardAction> FollowerActions(TicketView view, Tongue tongue) => view.Ticket.IsOpen
        ?
        [
            Write(view, tongue),
            Button.Says(TicketTexts.HowIsItGoing, Text.Same($"status {view.Ticket.Key}"), tongue),
            Stop(view, tongue) with { Mode = ActionMode.Secondary },
        ]
        : [Stop(view, tongue)];

    /// <summary>Guests share nothing.</summary>
    public static IEnumerable<CardAction> Share(TicketView view, Tongue tongue, Person? viewer)
    {
        if (viewer?.IsGuest == true) yield break;
        yield return Button.Opens<ShareForm, ShareForm.Data>(SharingTexts.Share, new(view.Ticket.Key.ToString()), tongue) with { Mode = ActionMode.Secondary };
    }

    public static IEnumerable<CardAction> Remind(TicketView view, Tongue tongue)
    {
        if (!view.IsWithSupport) yield break;
        yield return Button.For<RemindSupport, RemindSupport.Data>(ReminderTexts.Remind, new(view.Ticket.Key.ToString()), tongue) with { Mode = ActionMode.Secondary };
    }

    private static Submit Write(TicketView view, Tongue tongue) => Button.Opens<WriteForm, WriteForm.Data>(
        view.Assignee is null ? TicketTexts.WriteToSupport : TicketTexts.WriteTo(Text.Same(view.Assignee.FirstName)), new(view.Ticket.Key.ToString()), tongue);

    private static Execute Stop(TicketView view, Tongue tongue) =>
        Button.For<StopFollowing, StopFollowing.Data>(SharingTexts.StopFollowing, new(view.Ticket.Key.ToString()), tongue);
}
