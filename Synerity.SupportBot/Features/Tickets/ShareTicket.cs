using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The dialog in which a ticket is shared: somebody the bot has met, or an address of somebody it has not.</summary>
public sealed class ShareForm(TicketAccess access, TicketViews views, Colleagues colleagues) : ICardAction<ShareForm.Data>
{
    internal const string Who = "who";
    internal const string Address = "address";

    public sealed record Data(string Ticket);

    public static string Verb => "tickets.share-form";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser user || await access.FindAsync(user, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var view = await views.OfAsync(stored.Value, turn.Now, cancellation);
        return WhyNot(user, view) is { } why
            ? Reply.Refuse(why)
            : Reply.Ask(For(view, await OthersAsync(colleagues, user, stored.Value, cancellation), FormStamp.Issue(turn.Now), turn.Reader, "", "", error: null));
    }

    /// <summary>Null: this person may share the ticket now.</summary>
    internal static Text? WhyNot(CustomerUser user, TicketView view)
    {
        if (!CustomerSide.Decides(user, view.Ticket)) return SharingTexts.NotYours(view.Ticket.Key);
        if (user.Person.IsGuest) return SharingTexts.NotForGuests;
        return view.Ticket.State == TicketState.Closed ? WhyNotTexts.Of(Refusal.IsClosed, view.Ticket.Key, view.AssigneeName) : null;
    }

    internal static async Task<IReadOnlyList<Person>> OthersAsync(Colleagues colleagues, CustomerUser user, Ticket ticket, CancellationToken cancellation) =>
        [.. (await colleagues.KnownAsync(ticket.Key.Customer, cancellation)).Where(person => person.Ref != user.Person.Ref && !CustomerSide.Of(ticket).Contains(person.Ref))];

    /// <param name="error">Stands below the fields.</param>
    internal static Dialog For(TicketView view, IReadOnlyList<Person> choice, FormStamp stamp, Reader reader, string who, string address, Text? error)
    {
        var (tongue, key) = (reader.Tongue, view.Ticket.Key.ToString());
        var body = new List<Element>
        {
            Literal.Block($"{key} · {view.Ticket.Title}", weight: TextWeight.Bolder),
            new TextBlock(SharingTexts.WhatTheyMay.In(tongue)) { IsSubtle = true, Size = TextSize.Small, Spacing = Spacing.Small },
        };
        if (choice.Count > 0)
        {
            body.Add(new InputChoiceSet(SharingTexts.Colleague.In(tongue), [.. choice.Select(person => new Choice(Shorten.To(60, person.Name), person.Ref.Id))])
            {
                Id = Who, Style = ChoiceStyle.Compact, Value = who.Length > 0 ? who : null,
            });
        }

        body.Add(new InputText(SharingTexts.Address.In(tongue)) { Id = Address, Style = InputTextStyle.Email, MaxLength = 254, Value = address.Length > 0 ? address : null });
        if (error is { } wrong) body.Add(new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        var share = Button.InDialog<ShareTicket, ShareTicket.Data>(SharingTexts.ShareNow, new(key, stamp.Nonce, stamp.Day), tongue) with { Style = ActionStyle.Positive };
        CardAction[] actions = view.Ticket.Followers.Count + view.Ticket.Invited.Count == 0
            ? [share]
            : [share, Button.InDialog<UnshareForm, UnshareForm.Data>(SharingTexts.StopSharingWith, new(key), tongue)];
        return new Dialog(SharingTexts.Share, new AdaptiveCard(body, actions, reader.Lang()));
    }
}

/// <summary>A colleague of the same customer follows the ticket from now on, or once they appear. Never anybody of another customer: an address grants nothing.</summary>
public sealed class ShareTicket(TicketAccess access, TicketViews views, Forms forms, Colleagues colleagues) : ICardAction<ShareTicket.Data>
{
    public sealed record Data(string Ticket, string Nonce, string Day);

    public static string Verb => "tickets.share";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (turn.Caller is not CustomerUser user || await access.FindAsync(user, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);
        var (ticket, stamp) = (stored.Value, new FormStamp(data.Nonce, data.Day));
        var view = await views.OfAsync(ticket, turn.Now, cancellation);
        if (await forms.OutcomeOfAsync(ticket.Key.Partition, stamp, turn.Person.Ref, cancellation) is not null) return Reply.Refuse(WhyNotTexts.Of(Refusal.FollowsAlready, ticket.Key, view.AssigneeName));
        if (ShareForm.WhyNot(user, view) is { } why) return Reply.Refuse(why);
        var (who, written, address) = (inputs[ShareForm.Who], inputs[ShareForm.Address], FieldKind.Email.Read(inputs[ShareForm.Address]));
        var colleague = address is not null ? await colleagues.WithAddressAsync(ticket.Key.Customer, address, cancellation) : await colleagues.WithIdAsync(ticket.Key.Customer, who, cancellation);
        if ((stamp.IsValid(turn.Now) ? Fault(who, written, address, colleague) : TicketTexts.FormTooOld) is { } wrong)
        {
            var fresh = stamp.IsValid(turn.Now) ? stamp : FormStamp.Issue(turn.Now);
            return Reply.Ask(ShareForm.For(view, await ShareForm.OthersAsync(colleagues, user, ticket, cancellation), fresh, turn.Reader, who, written, wrong));
        }

        return colleague is not null ? Share(stored, user, colleague, view, stamp, turn.Now) : Invite(stored, user, address!, view, stamp, turn.Now);
    }

    private static Text? Fault(string who, string written, string? address, Person? colleague) => (who.Length, written.Length) switch
    {
        ( > 0, > 0) => SharingTexts.OneAtATime,
        (_, > 0) => address is null ? SharingTexts.NotAnAddress : null,
        _ => colleague is null ? SharingTexts.ChooseOrWrite : null,
    };

    private static Outcome Share(Stored<Ticket> before, CustomerUser user, Person with, TicketView view, FormStamp stamp, DateTimeOffset now)
    {
        var (key, step) = (before.Value.Key, before.Value.Share(user.Person.Ref, with.Ref, now));
        if (step is not Step.Done done) return WhyNot(step, view);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(before, done), stamp.Use(user.Person.Ref, key.ToString())],
            [new Send(new ToPerson(with.Ref), TicketNews.Of(key, done.Entry)), .. LiveCards.Of(done.Ticket)],
            Reply.Say(SharingTexts.SharedWith(Text.Same(Shorten.To(60, with.Name)), key))));
    }

    private static Outcome Invite(Stored<Ticket> before, CustomerUser user, string address, TicketView view, FormStamp stamp, DateTimeOffset now)
    {
        var (key, step) = (before.Value.Key, before.Value.Invite(user.Person.Ref, address, now));
        if (step is not Step.Done done) return WhyNot(step, view);
        return Change.To(key.Partition, new Decision(
            [.. TicketStore.Replace(before, done), Colleagues.Invite(key, address), stamp.Use(user.Person.Ref, key.ToString())],
            [.. LiveCards.Of(done.Ticket)],
            Reply.Say(SharingTexts.InvitedTo(address, key))));
    }

    private static Reply WhyNot(Step step, TicketView view) => Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, view.Ticket.Key, view.AssigneeName));
}
