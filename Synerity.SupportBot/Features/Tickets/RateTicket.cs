using System.Globalization;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Cards;
using Synerity.SupportBot.Language;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>Asks how the help was, and once that is answered says thank you.</summary>
public sealed class RatingCard(TicketStore tickets, TicketViews views, TimeProvider clock) : ICardSource
{
    internal const string Stars = "stars";
    internal const string Comment = "comment";
    internal const int MaxComment = 500;
    private const string SourceKind = "rating";

    public string Kind => SourceKind;

    public static Content Of(TicketKey key) => new(SourceKind, key.ToString());

    public async Task<Rendered?> RenderAsync(Content content, Recipient recipient, CancellationToken cancellation)
    {
        if (await tickets.ReadAsync(TicketKey.Parse(content.Subject), cancellation) is not { Value: var ticket }) return null;
        var (key, tongue) = (ticket.Key.ToString(), recipient.Reader.Tongue);
        if (ticket.Rating is { } rating)
        {
            var thanks = RatingTexts.Thanks(rating.Stars).In(tongue);
            return new Rendered(thanks, new AdaptiveCard([new TextBlock(thanks)], Lang: recipient.Reader.Lang()), Ticket: key);
        }

        // Reopened before it could be asked.
        if (ticket.Closed is not { IsCustomersWord: true }) return null;
        var view = await views.OfAsync(ticket, clock.GetUtcNow(), cancellation);
        return new Rendered(RatingTexts.HowHappy.In(tongue), For(view, recipient.Reader, "", "", error: null), Ticket: key);
    }

    /// <param name="error">Shown beside the field it is about: the rating, or the comment when that is too long.</param>
    internal static AdaptiveCard For(TicketView view, Reader reader, string stars, string comment, Text? error)
    {
        var (key, tongue) = (view.Ticket.Key.ToString(), reader.Tongue);
        var body = new List<Element>
        {
            new TextBlock(RatingTexts.HowHappy.In(tongue)) { Weight = TextWeight.Bolder },
            Literal.Block($"{key} · {view.Ticket.Title}", TextSize.Small, subtle: true) with { Spacing = Spacing.Small },
            new InputChoiceSet(
                RatingTexts.Stars.In(tongue),
                [.. Enumerable.Range(1, Rating.Most).Select(star => new Choice(RatingTexts.Star(star).In(tongue), star.ToString(CultureInfo.InvariantCulture)))])
            {
                Id = Stars, Style = ChoiceStyle.Expanded, IsRequired = true, Value = stars.Length > 0 ? stars : null, ErrorMessage = RatingTexts.ChooseStars.In(tongue),
            },
            new InputText(RatingTexts.Comment.In(tongue)) { Id = Comment, MaxLength = MaxComment, Value = comment.Length > 0 ? comment : null },
        };
        if (error is { } wrong)
        {
            body.Insert(wrong == RatingTexts.ChooseStars ? 3 : 4, new TextBlock("⚠ " + wrong.In(tongue)) { Color = TextColor.Attention, Spacing = Spacing.Small });
        }

        return new AdaptiveCard(
            body,
            [
                Button.For<RateTicket, RateTicket.Data>(RatingTexts.Send, new(key), tongue) with { Style = ActionStyle.Positive },
                Button.Without<SkipRating, SkipRating.Data>(RatingTexts.Skip, new(key), tongue),
            ],
            reader.Lang());
    }
}

/// <summary>The customer says how the help was: whoever was asked, once a ticket.</summary>
public sealed class RateTicket(TicketAccess access, TicketStore tickets, TicketViews views) : ICardAction<RateTicket.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.rate";

    public async Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation)
    {
        if (await access.OfCustomerAsync(turn, data.Ticket, cancellation) is not { } stored) return Reply.Refuse(TicketTexts.NotFound);

        var (stars, comment) = (inputs[RatingCard.Stars], inputs[RatingCard.Comment]);
        return await DecideAsync(turn, stored, stars, comment, cancellation) is { } outcome
            ? outcome
            : new Reply
            {
                Card = RatingCard.For(
                    await views.OfAsync(stored.Value, turn.Now, cancellation), turn.Reader, stars, comment,
                    comment.Length > RatingCard.MaxComment ? RatingTexts.CommentTooLong : RatingTexts.ChooseStars),
            };
    }

    /// <summary>Null: those are no stars, or too many words.</summary>
    internal async Task<Outcome?> DecideAsync(Turn turn, Stored<Ticket> stored, string stars, string comment, CancellationToken cancellation)
    {
        var key = stored.Value.Key;
        var fits = stars is ['1' or '2' or '3' or '4' or '5'] && comment.Length <= RatingCard.MaxComment;
        var rating = new Rating(fits ? stars[0] - '0' : 1, comment.Length > 0 ? comment : null, turn.Now, turn.Person.Ref);
        var asked = await tickets.AskedToRateAsync(key, turn.Person.Ref, cancellation);
        var step = asked?.Value.Number == key.Number ? stored.Value.Rate(rating) : new Step.No(Refusal.NotAskedToRate);
        if (step is not Step.Done done) return Reply.Refuse(WhyNotTexts.Of(((Step.No)step).Why, key, TicketTexts.ATechnician));
        if (!fits) return null;
        return Change.To(key.Partition, new Decision(
            TicketStore.Replace(stored, done),
            [.. LiveCards.Of(done.Ticket)],
            new Reply { Words = turn.Surface == Surface.Message && turn.Text.Length > 0 ? RatingTexts.Thanks(rating.Stars) : null, Living = RatingCard.Of(key) }));
    }
}

/// <summary>Or would rather not.</summary>
public sealed class SkipRating : ICardAction<SkipRating.Data>
{
    public sealed record Data(string Ticket);

    public static string Verb => "tickets.skip-rating";

    public Task<Outcome> HandleAsync(Turn turn, Data data, Inputs inputs, CancellationToken cancellation) =>
        Task.FromResult<Outcome>(new Reply { Card = new([new TextBlock(RatingTexts.Skipped.In(turn.Reader.Tongue))], Lang: turn.Reader.Lang()) });
}

/// <summary>A number from 1 to 5, written when the bot has just asked for one.</summary>
public sealed class WrittenRating(TicketAccess access, CardAddresses messages, TicketStore tickets, RateTicket rate) : IFreeText
{
    public async Task<Outcome?> UnderstandAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn is not { Caller: CustomerUser, IsPersonal: true } || CommandList.Normal(turn.Text) is not ['1' or '2' or '3' or '4' or '5'] stars) return null;
        if (await messages.FocusAsync(turn.Person.Ref, cancellation) is not { Ticket: { } key }) return null;
        if (await access.FindAsync(turn.Caller, key, cancellation) is not { Value: { Closed.IsCustomersWord: true, Rating: null } } stored) return null;
        return await tickets.AskedToRateAsync(stored.Value.Key, turn.Person.Ref, cancellation) is { Value.Number: var number } && number == stored.Value.Key.Number
            ? await rate.DecideAsync(turn, stored, stars, "", cancellation)
            : null;
    }
}
