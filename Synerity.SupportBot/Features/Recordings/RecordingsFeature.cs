using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Tickets;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Recordings;

/// <summary>The room's index. Listed before Tickets, for a recording's link is understood before the words around it.</summary>
public static class RecordingsFeature
{
    public static IServiceCollection AddRecordings(this IServiceCollection services)
    {
        services.AddOptions<RecordingsOptions>().BindConfiguration("Recordings").ValidateOnStart();
        services.AddSingleton<IValidateOptions<RecordingsOptions>, RecordingsOptionsRules>();
        services.AddSingleton<RecordingRules>();
        services.AddSingleton<RecordingsClock>();
        services.AddSingleton<MeantTicket>();
        services.AddSingleton<ICardSource, RecordingNews>();
        services.AddSingleton<ITicketButtons, RecordingButtons>();
        services.AddSingleton<SuggestRecording>();
        services.AddSingleton<ITicketOpened>(provider => provider.GetRequiredService<SuggestRecording>());
        services.AddSingleton<IWakeUp>(provider => provider.GetRequiredService<SuggestRecording>());
        services.AddTextCommand<RecordCommand>();
        services.AddFreeText<LinkInText>();
        services.AddCardAction<AskForRecording, AskForRecording.Data>();
        services.AddCardAction<RecordingForm, RecordingForm.Data>();
        services.AddCardAction<AddRecording, AddRecording.Data>();
        services.AddCardAction<TakeAwayRecording, TakeAwayRecording.Data>();
        return services;
    }
}
