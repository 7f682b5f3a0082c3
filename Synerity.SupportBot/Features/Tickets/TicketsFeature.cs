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
        services.AddSingleton<TicketLists>();
        services.AddSingleton<TicketSearch>();
        services.AddSingleton<StatusAnswer>();
        services.AddSingleton<TicketAccess>();
        services.AddSingleton<TicketViews>();
        services.AddSingleton<Technicians>();
        services.AddSingleton<Colleagues>();
        services.AddFiles();
        services.AddSingleton<IMemberSeen, MetColleague>();
        services.AddSingleton<PromiseClock>();
        services.AddSingleton<NewPromise>();
        services.AddSingleton<StatusLines>();
        services.AddOptions<WaitingOptions>().BindConfiguration(WaitingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TicketTimes>();
        services.AddSingleton<RatingRequests>();

        services.AddMessages();
        services.AddCustomerActions();
        services.AddTechnicianActions();
        services.AddCommands();
        services.AddFreeTexts();
        return services;
    }

    /// <summary>What is said, and what says it when its time has come.</summary>
    private static void AddMessages(this IServiceCollection services)
    {
        services.AddSingleton<ICardSource, TicketCard>();
        services.AddSingleton<ICardSource, TicketNews>();
        services.AddSingleton<ICardSource, Welcome>();
        services.AddSingleton<ICardSource, AskWhere>();
        services.AddSingleton<ICardSource, SolvedCard>();
        services.AddSingleton<ICardSource, RatingCard>();
        services.AddSingleton<WordsOnTicket>();
        services.AddSingleton<ICardSource>(provider => provider.GetRequiredService<WordsOnTicket>());
        services.AddSingleton<IWakeUp, CloseUnanswered>();
        services.AddSingleton<ICardSource, WaitingCard>();
        services.AddSingleton<IWakeUp, WaitingWatch>();
        services.AddSingleton<ICardSource, StatusCard>();
        services.AddSingleton<ICardSource, AskedAfterMiss>();
        services.AddAcute();
        services.AddSingleton<IWakeUp, SlaWatch>();
        services.AddSingleton<IWakeUp, MidnightCards>();
        services.AddSingleton<IWakeUp, SilentHolder>();
    }

    private static void AddCommands(this IServiceCollection services)
    {
        services.AddTextCommand<NewTicket>();
        services.AddTextCommand<MyTickets>();
        services.AddTextCommand<MyClosedTickets>();
        services.AddTextCommand<OurTickets>();
        services.AddTextCommand<ShowStatus>();
        services.AddTextCommand<CallForPerson>();
        services.AddTextCommand<ShowTemplates>();

        services.AddArrival<Welcome>();
    }

    /// <summary>Where free text goes, in the order of design §4; what no ticket wants goes on to Knowledge.</summary>
    private static void AddFreeTexts(this IServiceCollection services)
    {
        services.AddFreeText<FilesOnTicket>();
        services.AddFreeText<ThreadAnswer>();
        services.AddFreeText<ShowStatus>();
        services.AddFreeText<UrgentWords>();
        services.AddFreeText<WrittenRating>();
        services.AddFreeText<QuotedTicket>();
        services.AddFreeText<WrittenAnswer>();
        services.AddFreeText<TicketInHand>();
        services.AddFreeText<GreetStranger>(); // whose agreement ended may still read and answer old tickets, which come before this
        services.AddFreeText<SuggestCommand>();
        services.AddFreeText<AskWhere>();
    }

    private static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton<FileRows>();
        services.AddSingleton<FileKeeping>();
        services.AddSingleton<FileLinks>();
        services.AddSingleton<FileFetcher>();
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<FileFetcher>());
        services.AddHostedService(provider => provider.GetRequiredService<FileFetcher>());
        services.AddSingleton<WaitingFiles>();
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<WaitingFiles>());
        services.AddSingleton<ITicketOpened>(provider => provider.GetRequiredService<WaitingFiles>());
        services.AddSingleton<ICardSource, FileNews>();
    }

    private static void AddCustomerActions(this IServiceCollection services)
    {
        services.AddCardAction<NewTicket, NewTicket.Data>();
        services.AddCardAction<OpenTicket, OpenTicket.Data>();
        services.AddCardAction<ListTickets, ListTickets.Data>();
        services.AddCardAction<CancelForm, CancelForm.Data>();
        services.AddCardAction<AcceptSolution, AcceptSolution.Data>();
        services.AddCardAction<SaySolved, SaySolved.Data>();
        services.AddCardAction<StillNeedHelp, StillNeedHelp.Data>();
        services.AddCardAction<ObjectForm, ObjectForm.Data>();
        services.AddCardAction<ObjectToSolution, ObjectToSolution.Data>();
        services.AddCardAction<WithdrawTicket, WithdrawTicket.Data>();
        services.AddCardAction<ReopenForm, ReopenForm.Data>();
        services.AddCardAction<ReopenTicket, ReopenTicket.Data>();
        services.AddCardAction<ReopenAsWritten, ReopenAsWritten.Data>();
        services.AddCardAction<RateTicket, RateTicket.Data>();
        services.AddCardAction<SkipRating, SkipRating.Data>();
        services.AddCardAction<WriteForm, WriteForm.Data>();
        services.AddCardAction<WriteToSupport, WriteToSupport.Data>();
        services.AddCardAction<SendWords, SendWords.Data>();
        services.AddCardAction<AskAnew, AskAnew.Data>();
        services.AddCardAction<TakeBack, TakeBack.Data>();
        services.AddCardAction<PutFiles, PutFiles.Data>();
        services.AddCardAction<TakeBackFiles, TakeBackFiles.Data>();
        services.AddCardAction<ShareForm, ShareForm.Data>();
        services.AddCardAction<ShareTicket, ShareTicket.Data>();
        services.AddCardAction<UnshareForm, UnshareForm.Data>();
        services.AddCardAction<UnshareTicket, UnshareTicket.Data>();
        services.AddCardAction<StopFollowing, StopFollowing.Data>();
        services.AddCardAction<RemindSupport, RemindSupport.Data>();
    }

    private static void AddTechnicianActions(this IServiceCollection services)
    {
        services.AddTechnicianCards();
        services.AddCardAction<TakeTicket, TakeTicket.Data>();
        services.AddCardAction<AnswerForm, AnswerForm.Data>();
        services.AddCardAction<AnswerTicket, AnswerTicket.Data>();
        services.AddCardAction<ResolveForm, ResolveForm.Data>();
        services.AddCardAction<ResolveTicket, ResolveTicket.Data>();
        services.AddCardAction<NoteForm, NoteForm.Data>();
        services.AddCardAction<AddNote, AddNote.Data>();
        services.AddCardAction<HandOverForm, HandOverForm.Data>();
        services.AddCardAction<HandOverTicket, HandOverTicket.Data>();
        services.AddCardAction<ReleaseTicket, ReleaseTicket.Data>();
        services.AddCardAction<PauseForm, PauseForm.Data>();
        services.AddCardAction<PauseTicket, PauseTicket.Data>();
        services.AddCardAction<ResumeTicket, ResumeTicket.Data>();
        services.AddCardAction<MergeForm, MergeForm.Data>();
        services.AddCardAction<MergeTicket, MergeTicket.Data>();
        services.AddCardAction<CorrectForm, CorrectForm.Data>();
        services.AddCardAction<CorrectTicket, CorrectTicket.Data>();
        services.AddCardAction<NextUpdateForm, NextUpdateForm.Data>();
        services.AddCardAction<PromiseUpdate, PromiseUpdate.Data>();
        services.AddCardAction<WaitForVendorForm, WaitForVendorForm.Data>();
        services.AddCardAction<WaitForVendor, WaitForVendor.Data>();
        services.AddCardAction<EndVendorWait, EndVendorWait.Data>();
    }

    /// <summary>The technicians' own cards, and other ways to answer than the dialog alone.</summary>
    private static void AddTechnicianCards(this IServiceCollection services)
    {
        services.AddSingleton<ThreadDrafts>();
        services.AddSingleton<ICardSource, ThreadAnswerCard>();
        services.AddSingleton<Templates>();
        services.AddSingleton<AnsweringNow>();
        services.AddSingleton<AnswerDialog>();
        services.AddSingleton<ICardSource, DeskCard>();
        services.AddSingleton<IWakeUp, TechnicianReminders>();
        services.AddCardAction<FillTemplate, FillTemplate.Data>();
        services.AddCardAction<TemplateForm, TemplateForm.Data>();
        services.AddCardAction<SaveTemplate, SaveTemplate.Data>();
        services.AddCardAction<RemoveTemplate, RemoveTemplate.Data>();
        services.AddCardAction<SendFromThread, ThreadDraft>();
        services.AddCardAction<NoteFromThread, ThreadDraft>();
        services.AddCardAction<CancelThreadAnswer, ThreadDraft>();
    }
}
