using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>The technicians' desk: the room's index.</summary>
public static class DeskFeature
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddTextCommand<ChooseChannel>();
        services.AddTextCommand<QueueCommand>();
        services.AddTextCommand<MyQueue>();
        services.AddTextCommand<UntakenQueue>();
        services.AddFreeText<QueueCommand>();
        services.AddCardAction<ShowQueue, ShowQueue.Data>();
        return services.AddArrival<ChooseChannel>();
    }
}
