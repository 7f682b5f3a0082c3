namespace Synerity.SupportBot.Outbox;

/// <summary>The index of the folder.</summary>
public static class OutboxFeature
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<OutboxOptions>().BindConfiguration("Outbox").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(new WireClock(TimeProvider.System));
        services.AddSingleton<AddressBook>();
        services.AddSingleton<Membership>();
        services.AddSingleton<CardAddresses>();
        services.AddSingleton<PendingMarkers>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<Leases>();
        services.AddSingleton<Pacing>();
        services.AddSingleton<Timers>();
        services.AddSingleton<Lists>();
        services.AddSingleton<Errands>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Carrier>();
        services.AddSingleton<OutboxSweep>();
        services.AddSingleton<ShardWork>();
        services.AddSingleton<ICardSource, LiteralSource>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        services.AddSingleton<IUpkeep, StrayEffects>();
        services.AddSingleton<IUpkeep, RevivedCards>();
        services.AddSingleton<HourlyUpkeep>();
        services.AddHostedService(provider => provider.GetRequiredService<HourlyUpkeep>());
        return services;
    }
}
