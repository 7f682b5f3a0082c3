using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Synerity.SupportBot.Features.Tickets;

/// <summary>What a file is, by its own first bytes and never by what its name says. Pure. What is not on this list is not taken.</summary>
internal static class FileTypes
{
    private const int LongestName = 80;

    private static readonly (string Type, byte[] Begins)[] Known =
    [
        ("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]), ("image/jpeg", [0xFF, 0xD8, 0xFF]), ("image/gif", "GIF87a"u8.ToArray()),
        ("image/gif", "GIF89a"u8.ToArray()), ("application/pdf", "%PDF-"u8.ToArray()),
    ];

    private static readonly Dictionary<string, string> Office = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    };

    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".csv", ".log" };

    /// <summary>Its media type; null: nothing that is taken.</summary>
    /// <param name="name">Tells only Office's packages and plain texts apart, which have no first bytes of their own.</param>
    public static string? Of(ReadOnlySpan<byte> bytes, string name, bool video)
    {
        foreach (var (type, begins) in Known)
        {
            if (bytes.StartsWith(begins)) return type;
        }

        if (bytes.Length >= 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8)) return "image/webp";
        if (video && bytes.Length >= 12 && bytes[4..8].SequenceEqual("ftyp"u8)) return "video/mp4";
        if (video && bytes.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return "video/webm";
        var extension = Path.GetExtension(name);
        if (bytes.StartsWith("PK\x03\x04"u8)) return Office.TryGetValue(extension, out var office) && HasContentTypes(bytes) ? office : null;
        return Plain.Contains(extension) && IsText(bytes) ? "text/plain" : null;
    }

    public static bool IsPicture(string? type) => type?.StartsWith("image/", StringComparison.Ordinal) == true;

    /// <summary>The name as it is shown and saved under: no folders, no controls or marks that turn text around, not too long, and the extension that its type has.</summary>
    public static string Clean(string name, string? type = null)
    {
        var last = name.Split('/', '\\')[^1].Normalize(NormalizationForm.FormC);
        var kept = string.Concat(last.EnumerateRunes().Where(Fits).Select(rune => rune.ToString())).Trim(' ', '.');
        var extension = Path.GetExtension(kept);
        var bare = Path.GetFileNameWithoutExtension(kept);
        if (Usual(type) is { } usual && !usual.Contains(extension, StringComparer.OrdinalIgnoreCase)) (bare, extension) = (kept, usual[0]);
        if (extension.Length > 10) extension = "";
        return bare.Length == 0 ? "" : Language.Shorten.Cut(LongestName - extension.Length, bare) + extension;
    }

    private static string[]? Usual(string? type) => type switch
    {
        "image/png" => [".png"], "image/jpeg" => [".jpg", ".jpeg"], "image/gif" => [".gif"], "image/webp" => [".webp"], "application/pdf" => [".pdf"],
        "video/mp4" => [".mp4", ".mov", ".m4v"], "video/webm" => [".webm"], _ => null,
    };

    /// <summary>The first entry of every package that Office writes.</summary>
    private static bool HasContentTypes(ReadOnlySpan<byte> bytes)
    {
        var first = bytes[..Math.Min(bytes.Length, 4096)];
        if (first.Length < 30) return false;
        var length = BinaryPrimitives.ReadUInt16LittleEndian(first[26..]);
        return first.Length >= 30 + length && (first.Slice(30, length).SequenceEqual("[Content_Types].xml"u8) || bytes.IndexOf("[Content_Types].xml"u8) >= 0);
    }

    private static bool IsText(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            if (one < 0x20 && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C)) return false;
        }

        return bytes.Length > 0;
    }

    private static bool Fits(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && rune.Value is not ('"' or '<' or '>' or '|' or '*' or '?' or ':');
}
