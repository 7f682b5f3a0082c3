using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>The technicians' desk: the room's index.</summary>
public static class DeskFeature
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<OnCallStore>();
        services.AddSingleton<OnCallPeople>();
        services.AddSingleton<LadderStore>();
        services.AddSingleton<LadderSteps>();
        services.AddSingleton<AcuteLadder>();
        services.AddSingleton<IAlarm>(provider => provider.GetRequiredService<AcuteLadder>());
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<AcuteLadder>());
        services.AddSingleton<LostPeople>();
        services.AddSingleton<ICardSource>(provider => provider.GetRequiredService<LostPeople>());
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<LostPeople>());
        services.AddSingleton<ICardSource, AlarmNews>();
        services.AddTextCommand<ShowOnCall>();
        services.AddSingleton<ICardSource>(provider => provider.GetRequiredService<ShowOnCall>());
        services.AddCardAction<OnCallForm, OnCallForm.Data>();
        services.AddCardAction<SaveOnCall, SaveOnCall.Data>();
        services.AddSingleton<MorningHours>();
        services.AddSingleton<MorningDigest>();
        services.AddHostedService(provider => provider.GetRequiredService<MorningDigest>());
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<MorningDigest>());
        services.AddSingleton<ICardSource, DigestCard>();
        services.AddTextCommand<ShowNotices>();
        services.AddSingleton<ICardSource>(provider => provider.GetRequiredService<ShowNotices>());
        services.AddCardAction<SaveNotices, SaveNotices.Data>();
        services.AddTextCommand<ChooseChannel>();
        services.AddTextCommand<QueueCommand>();
        services.AddTextCommand<MyQueue>();
        services.AddTextCommand<UntakenQueue>();
        services.AddFreeText<QueueCommand>();
        services.AddCardAction<ShowQueue, ShowQueue.Data>();
        return services.AddArrival<ChooseChannel>();
    }
}
