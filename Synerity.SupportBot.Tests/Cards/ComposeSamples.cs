using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Compose;
using Synerity.SupportBot.Features.Knowledge;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Tests.Cards;

/// <summary>What is inserted into conversations, and the dialog in which staff open a ticket for a customer.</summary>
internal static class ComposeSamples
{
    public static IReadOnlyList<CardSample> All { get; } =
    [
        Inserted("ticket", (cards, world) => cards.OfTicket(Tickets.Key, title: null, world.Reader)),
        Inserted("ticket-with-title", (cards, world) => cards.OfTicket(Tickets.Key, Shorten.To(Ticket.MaxTitle, world.Cast.What), world.Reader)),
        Inserted("article", (cards, world) => cards.OfArticle(world.Get<Library>().Current.Articles.FindFor("time-tracking", world.Tongue)!)),
        Form("from-message", world => new(TicketFromMessage.DraftOf(new QuotedMessage(world.Cast.Written, world.Cast.Colleague, "https://teams.microsoft.com/l/message/1"), world.Tongue))),
        Form("corrected", world => new(
            new TicketDraft(world.Cast.What), Shorten.To(CustomerForm.MaxName, world.Cast.Company), Shorten.To(CustomerForm.MaxName, world.Cast.Requester),
            ComposeTexts.NoSuchCustomer, ComposeTexts.NoSuchPerson)),
    ];

    private static CardSample Inserted(string name, Func<InsertedCards, CardWorld, SupportBot.Cards.AdaptiveCard> card) => new("inserted-" + name, typeof(InsertedCards), world =>
        Task.FromResult(new Shown(ComposeTexts.OpenTicket.In(world.Tongue), card(world.Get<InsertedCards>(), world))));

    private static CardSample Form(string name, Func<CardWorld, CustomerDraft> draft) => new("customer-form-" + name, typeof(CustomerForm), world =>
        Task.FromResult(new Shown(TicketTexts.NewTicket.In(world.Tongue), CustomerForm.For(CardWorld.Stamp, draft(world), world.Reader))));
}
