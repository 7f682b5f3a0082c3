using System.Text;
using System.Text.Json;
using Synerity.SupportBot.Storage;

namespace Synerity.SupportBot.Features.Agreements;

/// <summary>Says what is wrong with a custom agreement's calendar, or null. The room that counts time brings it.</summary>
public delegate string? CalendarCheck(JsonElement calendar);

/// <summary>
/// The JSON of customers (documented with <c>Customers:ImportPath</c>): read whole, with every error at once, and written in the same form.
/// </summary>
internal static class CustomersFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>The customers that could be read, each with the one agreement that the file states. They count only when there is no error.</returns>
    public static (IReadOnlyList<(string Place, Customer Customer)> Customers, List<ImportError> Errors) Read(
        ReadOnlyMemory<byte> file, CalendarCheck? calendar)
    {
        var errors = new List<ImportError>();
        var customers = new List<(string Place, Customer Customer)>();
        if (Parse(file, errors) is not { } root) return (customers, errors);

        if (root.ValueKind != JsonValueKind.Array)
        {
            errors.Add(new ImportError("file", "is not a list of customers; use [ { … }, { … } ]"));
            return (customers, errors);
        }

        var keys = new HashSet<string>();
        foreach (var (index, entry) in root.EnumerateArray().Index())
        {
            var place = $"[{index}]";
            if (!JsonText.IsUnicode(entry))
            {
                errors.Add(new ImportError(place, JsonText.HalfASign));
                continue;
            }

            if (CustomerEntry.Read(place, entry, calendar, errors) is { } customer) customers.Add((place, customer));
            if (CustomerEntry.KeyOf(entry) is { } key && !keys.Add(key))
            {
                errors.Add(new ImportError($"{place}.key", $"\"{key}\" is another customer's already; use a key of its own"));
            }
        }

        return (customers, errors);
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> file, List<ImportError> errors)
    {
        try
        {
            // Notepad begins a file with a byte order mark; the JSON reader does not take it.
            return JsonElement.Parse(Utf8.GetString(file.Span).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            errors.Add(new ImportError("file", "is not UTF-8; save it with that encoding"));
        }
        catch (JsonException fault)
        {
            errors.Add(new ImportError(
                $"line {fault.LineNumber + 1}",
                $"is not JSON near byte {fault.BytePositionInLine + 1} of the line; look for a missing or extra comma, quote or bracket"));
        }

        return null;
    }
}
