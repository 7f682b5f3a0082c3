using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Synerity.SupportBot.Tests.Processes;

/// <summary>The bot as it is installed: a process of its own, configured by its environment.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(IReadOnlyDictionary<string, string> settings, string folder)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Synerity.SupportBot.dll")])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
            },
        };
        var environment = _process.StartInfo.Environment;
        environment["ASPNETCORE_ENVIRONMENT"] = environment["DOTNET_ENVIRONMENT"] = "Production";
        environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        environment["Logging__LogLevel__Default"] = "Warning";
        environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        foreach (var (key, value) in settings) environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>What it logged, and what it died of.</summary>
    public string Said => string.Join('\n', _said);

    public Uri Address => _listening.Task.Result;

    /// <summary>Begun, without waiting for anything.</summary>
    public static BotProcess Begin(IReadOnlyDictionary<string, string> settings, string folder)
    {
        var bot = new BotProcess(settings, folder);
        bot._process.Start();
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        return bot;
    }

    /// <summary>Ready for traffic: it has opened its store and knows who may talk to it.</summary>
    public static async Task<BotProcess> StartAsync(IReadOnlyDictionary<string, string> settings, string folder)
    {
        var bot = Begin(settings, folder);
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource(Patience);
        await Task.WhenAny(bot._listening.Task, bot._process.WaitForExitAsync(patience.Token));
        Assert.True(bot._listening.Task.IsCompletedSuccessfully, $"The bot did not start:\n{bot.Said}");
        while (true)
        {
            using var answer = await http.GetAsync(new Uri(bot.Address, "/health/ready"), patience.Token);
            if (answer.StatusCode == HttpStatusCode.OK) return bot;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>No farewell: as when the machine loses power, but for what the operating system has taken over.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<int> ExitCodeAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        const string Listening = "Now listening on: ";
        if (line is null) return;
        _said.Enqueue(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0) _listening.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}
