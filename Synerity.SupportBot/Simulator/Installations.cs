using System.Text.Json;

namespace Synerity.SupportBot.Simulator;

/// <summary>Which people, and whether the team, have the app. Kept in a file when <see cref="SimulatorOptions.InstallationsPath"/> names one.</summary>
internal sealed class Installations
{
    private readonly HashSet<string> _keys;
    private readonly Lock _lock = new();
    private readonly string? _path;

    public Installations(SimulatorOptions options)
    {
        _path = options.InstallationsPath;
        _keys = _path is not null && File.Exists(_path)
            ? JsonSerializer.Deserialize<HashSet<string>>(File.ReadAllText(_path)) ?? []
            : [];
    }

    /// <returns>False when it was installed already.</returns>
    public bool Install(Place place)
    {
        lock (_lock)
        {
            if (!_keys.Add(KeyOf(place))) return false;
            if (_path is null) return true;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(_path))!);
            File.WriteAllText(_path, JsonSerializer.Serialize(_keys));
            return true;
        }
    }

    public bool Has(Place place)
    {
        lock (_lock) return _keys.Contains(KeyOf(place));
    }

    /// <summary>An app in a team is in all its channels.</summary>
    private static string KeyOf(Place place) => place.Owner?.Key ?? "team";
}
