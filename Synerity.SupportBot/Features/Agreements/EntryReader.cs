using System.Text.Json;
using Synerity.SupportBot.Language;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Reads one JSON object of a customers file, and notes everything wrong with it instead of stopping at the first fault.</summary>
internal sealed class EntryReader
{
    private const int ShownLength = 60;

    private readonly string _place;
    private readonly List<ImportError> _errors;
    private readonly Dictionary<string, JsonElement> _fields = [];

    public EntryReader(string place, JsonElement entry, List<ImportError> errors, params string[] known)
    {
        (_place, _errors) = (place, errors);
        if (entry.ValueKind != JsonValueKind.Object)
        {
            Fault(null, $"{Shown(entry)} is not an object; use {{ … }} with {string.Join(", ", known)}");
            return;
        }

        foreach (var field in entry.EnumerateObject())
        {
            if (!known.Contains(field.Name)) Fault(field.Name, $"is not known here; use {string.Join(", ", known)}");
            else if (!_fields.TryAdd(field.Name, field.Value)) Fault(field.Name, "stands twice; keep one");
        }
    }

    /// <summary>A value as its writer wrote it, cut where it is long.</summary>
    public static string Shown(JsonElement json) => Shorten.To(ShownLength, json.GetRawText());

    public void Fault(string? name, string message) => _errors.Add(new ImportError(At(name), message));

    public string At(string? name) => name is null ? _place : $"{_place}.{name}";

    /// <summary>False when the field is missing or null.</summary>
    public bool Has(string name, out JsonElement value) => _fields.TryGetValue(name, out value) && value.ValueKind != JsonValueKind.Null;

    public T? Required<T>(string name, FieldKind<T> kind)
    {
        if (!Has(name, out _)) Fault(name, $"is missing; use {kind.Use}");
        return Optional(name, kind);
    }

    public T? Optional<T>(string name, FieldKind<T> kind) => Has(name, out var value) ? One(name, value, kind) : default;

    public bool Flag(string name)
    {
        if (!Has(name, out var value)) return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Fault(name, $"{Shown(value)} is not a yes or no; use true or false");
        return value.ValueKind == JsonValueKind.True;
    }

    public IReadOnlyList<T> List<T>(string name, int most, FieldKind<T> kind) => List(name, most, (place, value) => One(place, value, kind));

    /// <summary>Different values, at most <paramref name="most"/>; none when the field is missing.</summary>
    /// <param name="read">Notes what is wrong with a value and returns null for it.</param>
    public IReadOnlyList<T> List<T>(string name, int most, Func<string, JsonElement, T?> read)
    {
        if (!Has(name, out var list)) return [];
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > most)
        {
            Fault(name, $"{Shown(list)} is not a list of at most {most}; use [ … ]");
            return [];
        }

        var items = new List<T>();
        foreach (var (index, value) in list.EnumerateArray().Index())
        {
            if (read($"{name}[{index}]", value) is not { } item) continue;
            if (items.Contains(item)) Fault($"{name}[{index}]", $"{Shown(value)} stands twice; keep one");
            else items.Add(item);
        }

        return items;
    }

    public T? One<T>(string name, JsonElement value, FieldKind<T> kind)
    {
        var read = value.ValueKind == JsonValueKind.String ? kind.Read(value.GetString()!) : default;
        if (read is null) Fault(name, $"{Shown(value)} is not {kind.Noun}; use {kind.Use}");
        return read;
    }
}
