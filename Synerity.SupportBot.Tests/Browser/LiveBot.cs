using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Synerity.SupportBot.Outbox;
using Synerity.SupportBot.Simulator;
using Synerity.SupportBot.Tests.Simulator;

namespace Synerity.SupportBot.Tests.Browser;

/// <summary>
/// The whole bot with its try-out on a port of its own, with the sample customers, an empty store and the clock at a moment of the test's
/// choice, from where it goes on at its usual pace.
/// </summary>
internal sealed class LiveBot : WebApplicationFactory<Program>
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportbot-browser-").FullName;
    private readonly DateTimeOffset _start;
    private readonly Action<IServiceCollection> _more;
    private readonly int _port = FreePort();

    /// <param name="start">Stockholm's wall clock: <c>2026-12-01 13:05</c>.</param>
    private LiveBot(string start, Action<IServiceCollection>? more)
    {
        var wall = DateTime.ParseExact(start, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        _start = new DateTimeOffset(wall, TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm").GetUtcOffset(wall));
        _more = more ?? (_ => { });
    }

    public Uri Origin => new($"http://localhost:{_port}");

    public OpenPages Pages { get; } = new();

    public TravellingClock Clock => Services.GetRequiredService<TravellingClock>();

    /// <param name="start">Stockholm's wall clock: <c>2026-12-01 13:05</c>.</param>
    public static LiveBot Start(string start, Action<IServiceCollection>? more = null)
    {
        var bot = new LiveBot(start, more);
        // The port is a setting: the factory would set it after Program may have started the server already.
        bot.UseKestrel();
        bot.StartServer();
        return bot;
    }

    /// <summary>Returns when nothing that is due waits to be sent, so that what has not arrived will not.</summary>
    public Task SettleAsync() => Services.GetRequiredService<OutboxDispatcher>().DrainAsync(default);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("urls", $"http://127.0.0.1:{_port}");
        builder.UseSetting("Storage:Path", Path.Combine(_folder, "supportbot.db"));
        builder.UseSetting("Simulator:InstallationsPath", Path.Combine(_folder, "installations.json"));
        builder.UseSetting("Customers:ImportPath", Path.Combine(AppContext.BaseDirectory, "Simulator", "sample-customers.json"));
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton(new TravellingClock(new ClockFrom(_start))));
            _more(services);
        });
    }

    public override async ValueTask DisposeAsync()
    {
        await Pages.CloseAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Below the range that the system gives out by itself, so that no other test gets it between this look and the start.</summary>
    private static int FreePort()
    {
        while (true)
        {
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Somebody has it: another one.
            }
        }
    }

    private sealed class ClockFrom(DateTimeOffset start) : TimeProvider
    {
        private readonly long _began = System.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => start.ToUniversalTime() + System.GetElapsedTime(_began);
    }
}
