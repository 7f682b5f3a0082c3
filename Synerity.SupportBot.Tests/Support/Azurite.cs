using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Synerity.SupportBot.Tests.Support;

/// <summary>The table service of Azurite, started once for the classes marked <c>[Collection(nameof(Azurite))]</c>.</summary>
[CollectionDefinition(nameof(Azurite))]
public sealed class Azurite : IAsyncLifetime, ICollectionFixture<Azurite>
{
    private readonly AzuriteProcess _process = new("table");

    public string ConnectionString => _process.ConnectionString;

    public Task InitializeAsync() => _process.InitializeAsync();

    public Task DisposeAsync() => _process.DisposeAsync();
}

/// <summary>Its blob service, for one class.</summary>
public sealed class AzuriteBlobs : IAsyncLifetime
{
    private readonly AzuriteProcess _process = new("blob");

    public string ConnectionString => _process.ConnectionString;

    public Task InitializeAsync() => _process.InitializeAsync();

    public Task DisposeAsync() => _process.DisposeAsync();
}

/// <summary>A service of Azurite as a process of its own. A test that cannot have it fails with the reason.</summary>
/// <param name="service"><c>table</c> or <c>blob</c>.</param>
internal sealed class AzuriteProcess(string service)
{
    private const int Starts = 3;
    private const string Account = "supportbot";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly string _key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
    private readonly StringBuilder _said = new();
    private Process? _process;
    private int _port;

    public string ConnectionString => $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={_key};{Endpoint}Endpoint=http://127.0.0.1:{_port}/{Account};";

    private string Endpoint => char.ToUpperInvariant(service[0]) + service[1..];

    public async Task InitializeAsync()
    {
        for (var start = 0; start < Starts; start++) // another process may take the free port first
        {
            if (await StartedAsync())
            {
                return;
            }

            await DisposeAsync();
        }

        throw new InvalidOperationException($"Azurite did not start. Is Node.js installed, and did npm ci run in the test project? It said:\n{_said}");
    }

    public async Task DisposeAsync()
    {
        if (_process is { } process)
        {
            _process = null;
            if (!process.HasExited)
            {
                process.Kill();
            }

            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "package-lock.json")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? ".", "node_modules", "azurite", "dist", "src", service, "main.js");
    }

    private async Task<bool> StartedAsync()
    {
        _port = FreePort();
        string[] arguments =
        [
            Script(), $"--{service}Host", "127.0.0.1", $"--{service}Port", $"{_port}", "--inMemoryPersistence", "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        ];
        var process = _process = new Process
        {
            StartInfo = new ProcessStartInfo("node", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["AZURITE_ACCOUNTS"] = $"{Account}:{_key}" },
            },
        };
        process.ErrorDataReceived += (_, line) => _said.AppendLine(line.Data);
        process.Start();
        process.BeginErrorReadLine();
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            _said.AppendLine(line);
            if (line.Contains("successfully started", StringComparison.Ordinal) || line.Contains("successfully listens", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None); // or a full pipe would stop it
                return true;
            }
        }

        return false;
    }
}
