using System.Text.Json;
using Synerity.SupportBot.Protocol;

namespace Synerity.SupportBot.Bot;

/// <summary>What files a message brings (platform facts §1.6): uploads with an address of their own, and pictures that the connector keeps.</summary>
internal static class SentFiles
{
    private const int Most = 10;
    private const string Upload = "application/vnd.microsoft.teams.file.download.info";

    public static IReadOnlyList<SentFile> In(Activity activity) => [.. (activity.Attachments ?? []).Select(Of).OfType<SentFile>().Take(Most)];

    private static SentFile? Of(IncomingAttachment attachment)
    {
        var name = Written.Clean(attachment.Name ?? "");
        if (attachment.ContentType == Upload)
        {
            return attachment.Content is { ValueKind: JsonValueKind.Object } content && content.TryGetProperty("downloadUrl", out var address)
                && address.ValueKind == JsonValueKind.String && address.GetString() is { Length: > 0 and <= 4096 } url
                ? new SentFile(name, url, FromConnector: false)
                : null;
        }

        return attachment is { ContentType: { } type, ContentUrl: { Length: > 0 and <= 4096 } inline } && type.StartsWith("image/", StringComparison.OrdinalIgnoreCase)
            ? new SentFile(name, inline, FromConnector: true)
            : null;
    }
}
