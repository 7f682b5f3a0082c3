using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Synerity.SupportBot.Simulator;

/// <summary>Where this process listens, known once the host has started.</summary>
internal sealed class ListeningAddress(IServer server)
{
    /// <summary>Base of every call that the bot makes at Teams; the simulator's connector answers there.</summary>
    public string ServiceUrl => $"http://localhost:{Origin.Port}/sim/connector/";

    public Uri Messages => new(Origin, "/api/messages");

    public IReadOnlyCollection<string> All => [.. server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []];

    private Uri Origin => All
        .Where(address => address.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        .Select(address => new Uri(address))
        .FirstOrDefault()
        ?? throw new InvalidOperationException("The simulator posts to the bot over HTTP: the host must listen on an http address, such as http://localhost:3978.");

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
