using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Desk;

/// <summary>The technicians' desk: the room's index.</summary>
public static class DeskFeature
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddTextCommand<ChooseChannel>();
        return services.AddArrival<ChooseChannel>();
    }
}
