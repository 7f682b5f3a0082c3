using Synerity.SupportBot.Bot;
using Synerity.SupportBot.Outbox;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What the room can do when it is acute.</summary>
internal static class AcuteFeature
{
    public static void AddAcute(this IServiceCollection services)
    {
        services.AddOptions<AcuteOptions>().BindConfiguration(AcuteOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AcuteLane>();
        services.AddSingleton<AcuteLines>();
        services.AddSingleton<FirstAidKit>();
        services.AddSingleton<Alarms>();
        services.AddSingleton<NightReceipt>();
        services.AddSingleton<StoppedLines>();
        services.AddSingleton<AcuteOffer>();
        services.AddSingleton<ICardSource>(provider => provider.GetRequiredService<AcuteOffer>());
        services.AddSingleton<ICardSource, AcuteNews>();

        services.AddCardAction<AlarmForm, AlarmForm.Data>();
        services.AddCardAction<RaiseAlarm, RaiseAlarm.Data>();
        services.AddCardAction<DeclineAlarm, DeclineAlarm.Data>();
        services.AddCardAction<SayStopped, SayStopped.Data>();
        services.AddCardAction<CalmTicket, CalmTicket.Data>();
        services.AddCardAction<CalmForm, CalmForm.Data>();
        services.AddCardAction<MakeAcuteForm, MakeAcuteForm.Data>();
        services.AddCardAction<MakeAcute, MakeAcute.Data>();
        services.AddTextCommand<AskForAlarm>();
    }
}
