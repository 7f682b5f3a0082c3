using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>The room's index: what it can do, a line each.</summary>
public static class TicketsFeature
{
    public static IServiceCollection AddTickets(this IServiceCollection services)
    {
        services.AddSingleton<TicketStore>();
        services.AddSingleton<TicketAccess>();
        services.AddSingleton<TicketViews>();
        services.AddSingleton<PromiseClock>();
        services.AddSingleton<StatusLines>();

        services.AddSingleton<ICardSource, TicketCard>();
        services.AddSingleton<ICardSource, DeskCard>();
        services.AddSingleton<ICardSource, TicketNews>();
        services.AddSingleton<ICardSource, Welcome>();
        services.AddSingleton<ICardSource, AskWhere>();
        services.AddSingleton<ICardSource, StatusCard>();
        services.AddSingleton<ICardSource, AskedAfterMiss>();
        services.AddSingleton<IWakeUp, SlaWatch>();
        services.AddSingleton<IWakeUp, MidnightCards>();

        services.AddCardAction<NewTicket, NewTicket.Data>();
        services.AddCardAction<OpenTicket, OpenTicket.Data>();
        services.AddCardAction<CancelForm, CancelForm.Data>();
        services.AddCardAction<TakeTicket, TakeTicket.Data>();
        services.AddCardAction<AnswerForm, AnswerForm.Data>();
        services.AddCardAction<AnswerTicket, AnswerTicket.Data>();
        services.AddCardAction<WriteForm, WriteForm.Data>();
        services.AddCardAction<WriteToSupport, WriteToSupport.Data>();
        services.AddCardAction<SendWords, SendWords.Data>();
        services.AddCardAction<AskAnew, AskAnew.Data>();
        services.AddCardAction<TakeBack, TakeBack.Data>();

        services.AddTextCommand<NewTicket>();
        services.AddTextCommand<MyTickets>();
        services.AddTextCommand<ShowStatus>();
        services.AddTextCommand<CallForPerson>();

        services.AddArrival<Welcome>();

        // Where free text goes, in the order of design §4.
        services.AddFreeText<ShowStatus>();
        services.AddFreeText<QuotedTicket>();
        services.AddFreeText<WrittenAnswer>();
        services.AddFreeText<TicketInHand>();
        services.AddFreeText<GreetStranger>(); // whose agreement ended may still read and answer old tickets, which come before this
        services.AddFreeText<SuggestCommand>();
        services.AddFreeText<AskWhere>();
        services.AddFreeText<OfferTicket>();
        services.AddFreeText<Help>();
        return services;
    }
}
