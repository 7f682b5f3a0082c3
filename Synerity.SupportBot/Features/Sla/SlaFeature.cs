using Microsoft.Extensions.Options;
using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Features.Agreements;

namespace Synerity.SupportBot.Features.Sla;

/// <summary>The room's index.</summary>
public static class SlaFeature
{
    /// <summary>Settings, and the standard <see cref="WorkingHours"/> as a singleton.</summary>
    public static IServiceCollection AddSla(this IServiceCollection services)
    {
        services.AddOptions<SlaOptions>().BindConfiguration(SlaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CalendarCheck>(CalendarJson.Problem);
        services.AddTextCommand<ShowHours>();
        return services.AddSingleton(provider =>
            new WorkingHours(Timetable.Standard(provider.GetRequiredService<IOptions<SlaOptions>>().Value.EvesClosed)));
    }
}
