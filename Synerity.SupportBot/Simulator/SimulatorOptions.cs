namespace Synerity.SupportBot.Simulator;

/// <summary>The local try-out (section <c>Simulator</c>).</summary>
public sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    /// <summary>Serves the page under <c>/</c> and the connector under <c>/sim</c>. Only in Development and only on loopback addresses.</summary>
    public bool Enabled { get; set; }

    /// <summary>A file that remembers who has the app, relative to the working directory; absent: forgotten when the process ends.</summary>
    public string? InstallationsPath { get; set; }
}
