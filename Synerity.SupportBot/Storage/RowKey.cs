using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Synerity.SupportBot.Storage;

/// <summary>Building blocks of row keys.</summary>
public static class RowKey
{
    /// <summary>43 characters for any ids, unambiguous about where one ends and the next begins.</summary>
    public static string Hash(params ReadOnlySpan<string> parts)
    {
        var all = new StringBuilder();
        foreach (var part in parts) all.Append(part.Length).Append(':').Append(part);
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>19 digits that sort as time does.</summary>
    public static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The exclusive upper bound of all keys that begin with <paramref name="prefix"/>.</summary>
    public static string EndOf(string prefix) => prefix + "~";
}
