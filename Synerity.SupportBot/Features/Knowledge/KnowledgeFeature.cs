using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Knowledge.Model;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Knowledge;

/// <summary>Self-help: articles, answers, and what they did not answer. The room's index.</summary>
public static class KnowledgeFeature
{
    public static IServiceCollection AddKnowledge(this IServiceCollection services)
    {
        services.AddOptions<KnowledgeOptions>().BindConfiguration(KnowledgeOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptions.Validation>();

        services.AddSingleton<PublishedArticles>();
        services.AddSingleton<Library>();
        services.AddHostedService(provider => provider.GetRequiredService<Library>());
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<Library>());
        services.AddSingleton<Answering>();
        services.AddSingleton<IFirstAid, StopTheDamage>();
        services.AddSingleton<Verdicts>();
        services.AddSingleton<Drafts>();
        services.AddSingleton<Gaps>();
        services.AddSingleton<IUpkeep>(provider => provider.GetRequiredService<Gaps>());
        services.AddSingleton<IPartitions>(provider => provider.GetRequiredService<Gaps>());

        services.AddModel();

        services.AddSingleton<ICardSource, AnswerCard>();
        services.AddSingleton<ICardSource, HandOver>();
        services.AddSingleton<ICardSource, DraftNews>();
        services.AddSingleton<LedToTicket>();
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<LedToTicket>());
        services.AddSingleton<ITicketOpened>(provider => provider.GetRequiredService<LedToTicket>());

        services.AddCardAction<RateAnswer, RateAnswer.Data>();
        services.AddCardAction<ReadArticle, ReadArticle.Data>();
        services.AddCardAction<ShowAnswer, ShowAnswer.Data>();
        services.AddCardAction<AskForTicket, AskForTicket.Data>();
        services.AddCardAction<WriteDraft, WriteDraft.Data>();
        services.AddCardAction<SaveDraft, SaveDraft.Data>();
        services.AddCardAction<ReviewDraft, ReviewDraft.Data>();
        services.AddCardAction<PublishDraft, PublishDraft.Data>();

        services.AddTextCommand<ShowGaps>();
        services.AddTextCommand<DraftOfTicket>();
        services.AddSelfHelp<AskKnowledge>();
        services.AddAnswerInWords<AnsweredInWords>();

        // The end of the order that TicketsFeature begins: what no ticket wanted (design §4).
        services.AddFreeText<DraftOfTicket>();
        services.AddFreeText<AskKnowledge>();
        services.AddFreeText<OfferTicket>();
        services.AddFreeText<Help>();
        return services;
    }
}
