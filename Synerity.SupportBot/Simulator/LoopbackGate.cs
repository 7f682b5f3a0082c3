namespace Synerity.SupportBot.Simulator;

/// <summary>Stops a host that would show the simulator to the network: what is configured before anything starts, what is bound afterwards.</summary>
internal sealed class LoopbackGate(ListeningAddress listening, IConfiguration configuration) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Check((configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Check(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? ""));
        Check(listening.All);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Check(listening.All);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static void Check(IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !ListeningAddress.IsLoopback(uri.Host))
            {
                throw new InvalidOperationException(
                    $"Simulator:Enabled lets anybody be anyone, so every listening address must be loopback, but one is {address}. "
                    + "Listen on http://localhost:3978, or set Simulator:Enabled to false.");
            }
        }
    }
}
