namespace Synerity.SupportBot.Outbox;

/// <summary>The index of the folder.</summary>
public static class OutboxFeature
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddSingleton(new WireClock(TimeProvider.System));
        services.AddSingleton<AddressBook>();
        services.AddSingleton<CardAddresses>();
        services.AddSingleton<PendingMarkers>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<Leases>();
        services.AddSingleton<Pacing>();
        services.AddSingleton<Timers>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Carrier>();
        services.AddSingleton<OutboxSweep>();
        services.AddSingleton<ShardWork>();
        services.AddSingleton<ICardSource, LiteralSource>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        return services;
    }
}
