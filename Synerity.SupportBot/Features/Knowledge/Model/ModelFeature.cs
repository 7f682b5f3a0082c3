using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Knowledge.Model;

/// <summary>The model's corner of the room: everything works without it.</summary>
internal static class ModelFeature
{
    public static void AddModel(this IServiceCollection services)
    {
        services.AddOptions<AzureOpenAIOptions>().BindConfiguration(AzureOpenAIOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AzureOpenAIOptions>, AzureOpenAIOptions.Validation>();
        services.AddMetrics();

        services.AddSingleton(provider => provider.GetService<IChatClient>() is { } client
            ? new ConfiguredModel(client)
            : ConfiguredModel.Of(provider.GetRequiredService<IOptions<AzureOpenAIOptions>>().Value));
        services.AddSingleton<ModelBreaker>();
        services.AddSingleton<ModelMeter>();
        services.AddSingleton<ModelCalls>();
        services.AddSingleton<TicketDrafting>();
        services.AddSingleton<Composer>();
        services.AddSingleton<SaidAnswers>();
        services.AddSingleton<IUpkeep>(provider => provider.GetRequiredService<SaidAnswers>());
        services.AddSingleton<IMessageFeedback, RateSaidAnswer>();
    }
}
