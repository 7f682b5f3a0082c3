using Synerity.SupportBot.Bot;

namespace Synerity.SupportBot.Features.Compose;

/// <summary>The message extension: what can be done from the compose box and from any message. The room's index.</summary>
public static class ComposeFeature
{
    public static IServiceCollection AddCompose(this IServiceCollection services)
    {
        services.AddOptions<ComposeOptions>().BindConfiguration(ComposeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<InsertedCards>();
        services.AddSingleton<WhoseTicket>();
        services.AddSearchCommand<FindTickets>();
        services.AddSearchCommand<FindArticles>();
        services.AddMessageAction<TicketFromMessage>();
        services.AddCardAction<OpenForCustomer, OpenForCustomer.Data>();
        return services.AddLinkPreview<UnfurlTicket>();
    }
}
